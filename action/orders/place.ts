import {
  CancelledError,
  type Decision,
  findTwin,
  type Holding,
  type Holdings,
  needsEnrollment,
  type OrderNotice,
  type OrderOnceRequest,
  orderOnce,
  renewOnce,
  replaceOnce,
  sameKey,
  textIn,
  wasIssued,
} from "../../core/index.ts";
import { type Problem, problemOf } from "../problem.ts";
import { WORDS } from "../words.ts";
import { carryMetadata } from "./carry-metadata.ts";
import type { Desk } from "./desk.ts";
import type { Ordered } from "./ordered.ts";
import type { Prepared } from "./prepared.ts";
import { type Result, resultOf } from "./result.ts";
import { tellStop } from "./tell-hold.ts";
import { waitForIssue } from "./wait-for-issue.ts";
import { nameOf, type Wanted } from "./wanted.ts";

/** A request for which something was decided. */
interface Decided extends Prepared {
  readonly wanted: Wanted;
  readonly decision: Decision;
}

/** Does what was decided for one certificate, and waits for it. What goes wrong is in the result. */
export async function place(desk: Desk, decided: Decided): Promise<Result> {
  const { wanted } = decided;
  try {
    return await obey(desk, decided);
  } catch (thrown) {
    return resultOf(wanted, { outcome: "failed", problems: [problemOf(thrown, wanted.source.path)] });
  }
}

async function obey(desk: Desk, decided: Decided): Promise<Result> {
  const { wanted, decision, holdings } = decided;
  const serving = holdings?.valid.find(({ serves }) => serves) ?? null;
  switch (decision.act) {
    case "keep":
    case "hold":
    case "refuse":
      return stay(wanted, decision, serving);
    case "renew":
      return serving === null
        ? inOneOrder(desk, wanted, [])
        : renewSoftly(desk, wanted, { serving, decision });
    case "replace": {
      refuseCancelled(desk);
      const holding = holdings?.valid.find(({ details }) => details.sslId === decision.sslId);
      // The ladder names only what was found.
      if (holding === undefined) return inOneOrder(desk, wanted, []);
      return waitForIssue(desk, wanted, await replace(desk, wanted, holding));
    }
    case "adopt":
      return withoutDelay(await inOneOrder(desk, wanted, []), decided);
    case "enroll":
    case "await":
      // What has to be followed is no order of before that could be taken over.
      return inOneOrder(
        desk,
        wanted,
        decision.reason.code === "successor_refused" ? idsOf(holdings, serving) : [],
      );
  }
}

/** What is on its way is no failure, unless the certificate that it follows has ended: then nothing valid is left. */
function withoutDelay(result: Result, { wanted, holdings }: Decided): Result {
  const before = holdings?.line.find(({ status }) => wasIssued(status));
  if (result.outcome !== "pending" || before === undefined) return result;
  const problem: Problem = {
    severity: "error",
    summary: `Certificate ${before.sslId} has ended, and ${result.sslId}, which is to follow, is still ${result.status}`,
    detail: "Have an administrator approve it in SCM; the next run goes on from there and orders nothing.",
    path: wanted.source.path,
  };
  return { ...result, outcome: "failed", problems: [...result.problems, problem] };
}

function idsOf(holdings: Holdings | null, serving: Holding | null): readonly number[] {
  return [...(serving === null ? [] : [serving.details]), ...(holdings?.line ?? [])].map(
    ({ sslId }) => sslId,
  );
}

async function inOneOrder(desk: Desk, wanted: Wanted, known: readonly number[]): Promise<Result> {
  refuseCancelled(desk);
  const ordered = await enroll(desk, wanted, known);
  return withTwin(desk, wanted, await waitForIssue(desk, wanted, ordered), { ordered, known });
}

/** A list that lags shows a second order only later. */
async function withTwin(
  desk: Desk,
  wanted: Wanted,
  result: Result,
  { ordered, known }: { readonly ordered: Ordered; readonly known: readonly number[] },
): Promise<Result> {
  if (!ordered.isNew || ordered.problems.length > 0) return result;
  const { client, context } = desk;
  const notices = await findTwin(client, requestOf(desk, wanted, known), ordered.sslId, context);
  return {
    ...result,
    problems: [...result.problems, ...notices.map((each) => told(each, wanted.source.path))],
  };
}

function requestOf({ inputs, originOf }: Desk, wanted: Wanted, known: readonly number[]): OrderOnceRequest {
  const { orderKey, adoptWithinMs } = inputs;
  const { order, key, source } = wanted;
  return { order, origin: originOf(source.path), key, orderKey, adoptWithinMs, known };
}

/** Nothing is ordered: the certificate that serves is delivered, where there is one. */
export function stay(
  wanted: Wanted,
  decision: Extract<Decision, { act: "keep" | "hold" | "refuse" }>,
  serving: Holding | null,
): Result {
  if (decision.act === "keep" && serving !== null) return reused(wanted, serving, []);
  const told = decision.act === "keep" ? null : tellStop(decision);
  const isError =
    decision.act === "refuse" || serving === null || (decision.act === "hold" && decision.isHard);
  const problems: readonly Problem[] =
    told === null ? [] : [{ ...told, severity: isError ? "error" : "warning", path: wanted.source.path }];
  return serving === null || isError
    ? resultOf(wanted, { outcome: "failed", problems })
    : reused(wanted, serving, problems);
}

/** @param known the certificate that is to be renewed: it is no order of before that could be taken over; all others may be */
async function enroll(desk: Desk, wanted: Wanted, known: readonly number[]): Promise<Ordered> {
  const { client, context, step } = desk;
  const { path } = wanted.source;
  const { sslId, kind, notices } = await orderOnce(client, requestOf(desk, wanted, known), context);
  step.log.say(
    `${nameOf(wanted)}: ${kind === "adopted" ? "ordered before, taken over as" : "enrolled as"} ${sslId}`,
  );
  return {
    sslId,
    outcome: "enrolled",
    formerSerial: null,
    isNew: kind === "enrolled",
    problems: notices.map((notice) => told(notice, path)),
  };
}

/** A failure while the old certificate is good for long is a warning, and the old one is delivered. */
async function renewSoftly(
  desk: Desk,
  wanted: Wanted,
  {
    serving,
    decision,
  }: { readonly serving: Holding; readonly decision: Extract<Decision, { act: "renew" }> },
): Promise<Result> {
  try {
    refuseCancelled(desk);
    const result = await waitForIssue(
      desk,
      wanted,
      await renew(desk, wanted, { serving, isSoft: decision.isSoft }),
    );
    return result.outcome === "pending" ? { ...result, chain: serving.chain } : result;
  } catch (thrown) {
    if (!decision.isSoft) throw thrown;
    const problem = problemOf(thrown, wanted.source.path);
    const until = serving.chain.leaf.notAfter.toISOString().slice(0, 10);
    return reused(wanted, serving, [
      {
        ...problem,
        severity: "warning",
        detail: `${problem.detail} The certificate is valid until ${until} and is used on; the next run tries again.`,
      },
    ]);
  }
}

async function renew(
  desk: Desk,
  wanted: Wanted,
  { serving, isSoft }: { readonly serving: Holding; readonly isSoft: boolean },
): Promise<Ordered> {
  const { client, context, step } = desk;
  const { details, chain } = serving;
  try {
    // SCM has the request of the old one stored; another key needs another request.
    const isOldKey = sameKey(chain.leaf.publicKey, wanted.csr.publicKey);
    const csrPem = isOldKey ? undefined : wanted.csr.pem;
    const once = { sslId: details.sslId, csrPem, expectedKey: wanted.csr.publicKey };
    const { sslId, kind, old, notices } = await renewOnce(client, once, context);
    step.log.say(
      `${nameOf(wanted)}: ${kind === "found" ? "renewed before, its successor is" : "renewed as"} ${sslId} (after ${details.sslId})`,
    );
    return {
      sslId,
      outcome: "renewed",
      formerSerial: null,
      problems: [
        ...notices.map((notice) => told(notice, wanted.source.path)),
        ...(await carryMetadata(desk, wanted, { sslId, old })),
      ],
    };
  } catch (thrown) {
    if (!needsEnrollment(thrown, isSoft)) throw thrown;
    step.log.say(`${nameOf(wanted)}: SCM does not renew ${details.sslId}, so a new one is enrolled`);
    return { ...(await enroll(desk, wanted, [details.sslId])), outcome: "renewed" };
  }
}

async function replace(desk: Desk, wanted: Wanted, { details, chain }: Holding): Promise<Ordered> {
  const { client, context, step, inputs } = desk;
  const { sslId } = details;
  const { formerSerial } = await replaceOnce(
    client,
    {
      sslId,
      serialNumber: chain.leaf.serialNumber,
      csrPem: wanted.csr.pem,
      subjectAlternativeNames: wanted.order.subjectAlternativeNames,
      mark: { origin: desk.originOf(wanted.source.path), orderKey: inputs.orderKey, key: wanted.key },
      reason: inputs.comments?.slice(0, 512) ?? "Another CSR or other names were merged",
    },
    context,
  );
  step.log.say(`${nameOf(wanted)}: ${sslId} is replaced for the new request`);
  return { sslId, outcome: "replaced", formerSerial, problems: [] };
}

function refuseCancelled({ step }: Desk): void {
  if (!step.signal.aborted) return;
  throw new CancelledError("order a certificate: the run was cancelled before", {
    code: "cancelled.stopped",
    hint: "Run again to continue.",
  });
}

function told({ summary, detail }: OrderNotice, path: string | null): Problem {
  return { severity: "warning", summary, detail: textIn(detail, WORDS), path };
}

export function reused(wanted: Wanted, { details, chain }: Holding, problems: readonly Problem[]): Result {
  const { sslId, status } = details;
  return resultOf(wanted, { outcome: "reused", sslId, status, chain, problems });
}
