import type { CertificateChain } from "../../../pki/chain.ts";
import { compareWithOrder } from "../compare/compare-with-order.ts";
import type { Mismatch } from "../compare/mismatch.ts";
import { learnRequester } from "../observe/own-requester.ts";
import { awaitIssued, type IssueOutcome } from "./await-issued.ts";
import { endedOf, type Life, type LifeOutcome, type LifeRequest, type StandingOrder } from "./life.ts";
import { replaceOnce } from "./replace-once.ts";

/** What an administrator has to approve is not issued a moment later. */
const ONE_LOOK_MS = 1000;

/** Follows an order that stands until it is issued or time is up, and heals a key that was lost. Throws nothing. */
export async function followOrder<R extends LifeRequest>(
  life: Life<R>,
  order: StandingOrder<R>,
): Promise<LifeOutcome<R>> {
  if (life.patience === "none") return leave(life, order);
  try {
    const issue = await awaitOrder(life, order);
    // A renewal may show who requested the record before.
    if (issue.kind === "issued" && order.by === "enrollment" && order.isNew)
      learnRequester(life.client, issue.details);
    if (issue.kind !== "issued") return { kind: "not_issued", order, issue };
    const request = requestOf(order);
    if (!mayBeLost(life, order) || life.isKeyHere(issue.chain, request)) return compared(life, order, issue);
    return await followOrder(life, await heal(life, issue, request));
  } catch (error) {
    return { kind: "not_followed", order, error };
  }
}

/** A later look publishes it; where nothing valid is left until then, one look now says whether that is an error. */
async function leave<R extends LifeRequest>(life: Life<R>, order: StandingOrder<R>): Promise<LifeOutcome<R>> {
  if (endedOf(life) === null) return { kind: "left", order };
  try {
    const issue = await awaitOrder({ ...life, patience: "one_look" }, order);
    return issue.kind === "issued" ? { kind: "left", order } : { kind: "not_issued", order, issue };
  } catch (error) {
    return { kind: "not_followed", order, error };
  }
}

/** The one place where a front end's orders are compared, whichever way they came: no caller gets a chain without it. */
function compared<R extends LifeRequest>(
  { comparison, events }: Life<R>,
  order: StandingOrder<R>,
  { chain, ...issue }: Extract<IssueOutcome, { kind: "issued" }>,
): LifeOutcome<R> {
  const tell = (found: Mismatch): void => events.mismatch(found, issue.sslId);
  const result = compareWithOrder(chain, comparison(requestOf(order)), { isKnown: false, tell });
  if (result.fits) return { kind: "issued", order, issue, certificate: result };
  return { kind: "unusable", order, issue, refused: result.refused };
}

function requestOf<R extends LifeRequest>(order: StandingOrder<R>): R | null {
  return "request" in order ? order.request : null;
}

/** A run that ended early took the key that it had made along; renewals and replacements are for a key that is known. */
function mayBeLost<R extends LifeRequest>({ key }: Life<R>, { by, isNew }: StandingOrder<R>): boolean {
  return key === "made" && !isNew && (by === "enrollment" || by === "earlier_run");
}

function awaitOrder<R extends LifeRequest>(life: Life<R>, order: StandingOrder<R>): Promise<IssueOutcome> {
  const { client, wait, events, context, patience } = life;
  const { clock, log } = context;
  const oneLook = new Date(clock.now().getTime() + ONE_LOOK_MS);
  return awaitIssued(client, order.sslId, {
    ...wait,
    ...{ clock, log, onStatus: events.status },
    ...(patience === "one_look" && { deadline: oneLook }),
    // What may be for a lost key is handed over first, and healed then.
    csrPem: mayBeLost(life, order) ? null : (requestOf(order)?.csrPem ?? life.csrPem),
    formerSerial: "formerSerial" in order ? order.formerSerial : null,
  });
}

/** The order is taken over, not repeated: SCM reissues the certificate under the same id for a key that is here. */
async function heal<R extends LifeRequest>(
  life: Life<R>,
  { sslId, chain }: { readonly sslId: number; readonly chain: CertificateChain },
  lost: R | null,
): Promise<StandingOrder<R>> {
  const { client, context, events, subjectAlternativeNames } = life;
  events.notice({ code: "key_lost", sslId });
  const request = await life.newRequest(lost);
  const replacement = {
    ...{ sslId, serialNumber: chain.leaf.serialNumber, csrPem: request.csrPem, subjectAlternativeNames },
    reason: "The key of the interrupted order is lost",
  };
  const { formerSerial } = await replaceOnce(client, replacement, context);
  const order = { by: "healing", sslId, isNew: true, formerSerial, request, former: chain } as const;
  events.ordered(order);
  return order;
}
