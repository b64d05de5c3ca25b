import {
  type LifeEvents,
  type LifeNotice,
  type LifeRequest,
  type StandingOrder,
  textIn,
} from "../../core/index.ts";
import type { Problem } from "../problem.ts";
import { WORDS } from "../words.ts";
import { problemOfMismatch } from "./compare-delivered.ts";
import { type CertificateRequest, nameOf } from "./judge-sources.ts";
import type { OrderSession } from "./order-session.ts";

type Order = StandingOrder<LifeRequest>;

/** What a step makes of the events of an execution: lines of the log, and problems of its result. */
export interface OrderEvents extends LifeEvents<LifeRequest> {
  /** What has been told so far. */
  readonly problems: () => readonly Problem[];
  /** Id of what was ordered in this very run; null when nothing was. */
  readonly placed: () => number | null;
}

/** @param mayBeSetAside another certificate serves well: what is refused for its names fails the step only until accepted */
export function orderEvents(
  { step: { log }, inputs }: OrderSession,
  request: CertificateRequest,
  mayBeSetAside: boolean,
): OrderEvents {
  const problems: Problem[] = [];
  const name = nameOf(request);
  let last = "";
  let placed: number | null = null;
  return {
    ordered: (order) => {
      if (order.isNew) placed = order.sslId;
      log.say(`${name}: ${orderedText(order)}`);
    },
    status: (status) => {
      if (status !== last) log.say(`${name}: ${status}`);
      last = status;
    },
    notice: (notice) => {
      const told = tellNotice(notice);
      if (typeof told === "string") log.say(`${name}: ${told}`);
      else problems.push({ ...told, severity: "warning", path: request.source.path });
    },
    mismatch: (found, sslId) => {
      const isAccepted = mayBeSetAside && found.code === "names_foreign" && inputs.onMismatch === "accept";
      const problem = problemOfMismatch(found, sslId, request);
      problems.push(isAccepted ? { ...problem, severity: "warning" } : problem);
    },
    problems: () => problems,
    placed: () => placed,
  };
}

function orderedText(order: Order): string {
  const { sslId, isNew } = order;
  switch (order.by) {
    case "enrollment":
      return isNew ? `enrolled as ${sslId}` : `ordered before, taken over as ${sslId}`;
    case "renewal":
      return `${isNew ? "renewed as" : "renewed before, its successor is"} ${sslId} (after ${order.former.sslId})`;
    case "replacement":
      return `${sslId} is replaced for the new request`;
    case "healing":
      return `${sslId} is reissued`;
    case "earlier_run":
      return `${sslId} is waited for`;
  }
}

/** A line of the log, or a warning of the result. */
type Told = string | Pick<Problem, "summary" | "detail">;
type Tell = { readonly [Code in LifeNotice["code"]]: (notice: Extract<LifeNotice, { code: Code }>) => Told };

/** A code without its words does not compile. */
const NOTICES: Tell = {
  order: ({ summary, detail }) => ({ summary, detail: textIn(detail, WORDS) }),
  enrolls_instead: ({ sslId }) => `SCM does not renew ${sslId}, so a new one is enrolled`,
  key_lost: ({ sslId }) => `${sslId} is for a key that is lost, and is replaced for the one that is here`,
  metadata_not_written: ({ sslId, error: { code, hint } }) => ({
    summary: `Comments, requesters or custom fields could not be written on certificate ${sslId} [${code}]`,
    detail: `${textIn(hint, WORDS)} The certificate itself is renewed or replaced.`,
  }),
};

function tellNotice(notice: LifeNotice): Told {
  // The table has a function for each code, which takes the very notice of that code.
  return (NOTICES[notice.code] as (notice: LifeNotice) => Told)(notice);
}
