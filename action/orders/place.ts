import {
  CancelledError,
  needsEnrollment,
  type OrderNotice,
  orderOnce,
  renewOnce,
  replaceOnce,
  sameKey,
} from "../../core/index.ts";
import { type Problem, problemOf } from "../problem.ts";
import { carryMetadata } from "./carry-metadata.ts";
import type { Decision } from "./decide.ts";
import type { Desk } from "./desk.ts";
import type { Existing } from "./existing.ts";
import type { Ordered } from "./ordered.ts";
import { type Result, resultOf } from "./result.ts";
import { waitForIssue } from "./wait-for-issue.ts";
import { nameOf, type Wanted } from "./wanted.ts";

/** Does what was decided for one certificate, and waits for it. What goes wrong is in the result. */
export async function place(desk: Desk, wanted: Wanted, decision: Decision): Promise<Result> {
  const path = wanted.source.path;
  try {
    switch (decision.kind) {
      case "reuse":
        return reused(wanted, decision.existing, []);
      case "refuse": {
        const { summary, detail } = decision;
        return resultOf(wanted, {
          outcome: "failed",
          problems: [{ severity: "error", summary, detail, path }],
        });
      }
      case "renew":
        return await renewSoftly(desk, wanted, decision);
      default: {
        refuseCancelled(desk);
        const ordered =
          decision.kind === "replace"
            ? await replace(desk, wanted, decision.existing)
            : await enroll(desk, wanted, []);
        return await waitForIssue(desk, wanted, ordered);
      }
    }
  } catch (thrown) {
    return resultOf(wanted, { outcome: "failed", problems: [problemOf(thrown, path)] });
  }
}

/** @param known the certificate that is to be renewed: it is no order of before that could be taken over; all others may be */
async function enroll(desk: Desk, wanted: Wanted, known: readonly number[]): Promise<Ordered> {
  const { client, inputs, context, step } = desk;
  const { orderKey, adoptWithinMs } = inputs;
  const { path } = wanted.source;
  const request = {
    order: wanted.order,
    origin: desk.originOf(path),
    key: wanted.key,
    orderKey,
    adoptWithinMs,
    known,
  };
  const { sslId, kind, notices } = await orderOnce(client, request, context);
  step.log.say(
    `${nameOf(wanted)}: ${kind === "adopted" ? "ordered before, taken over as" : "enrolled as"} ${sslId}`,
  );
  return {
    sslId,
    outcome: "enrolled",
    formerSerial: null,
    problems: notices.map((notice) => told(notice, path)),
  };
}

/** A failure while the old certificate is good for long is a warning, and the old one is delivered. */
async function renewSoftly(
  desk: Desk,
  wanted: Wanted,
  { existing, mayFail }: Extract<Decision, { kind: "renew" }>,
): Promise<Result> {
  try {
    refuseCancelled(desk);
    const result = await waitForIssue(desk, wanted, await renew(desk, wanted, existing));
    return result.outcome === "pending" ? { ...result, chain: existing.chain } : result;
  } catch (thrown) {
    if (!mayFail) throw thrown;
    const problem = problemOf(thrown, wanted.source.path);
    const until = existing.chain.leaf.notAfter.toISOString().slice(0, 10);
    return reused(wanted, existing, [
      {
        ...problem,
        severity: "warning",
        detail: `${problem.detail} The certificate is valid until ${until} and is used on; the next run tries again.`,
      },
    ]);
  }
}

async function renew(desk: Desk, wanted: Wanted, { details, chain }: Existing): Promise<Ordered> {
  const { client, context, step } = desk;
  try {
    // SCM has the request of the old one stored; another key needs another request.
    const isOldKey = sameKey(chain.leaf.publicKey, wanted.csr.publicKey);
    const csrPem = isOldKey ? undefined : wanted.csr.pem;
    const once = { sslId: details.sslId, csrPem, expectedKey: wanted.csr.publicKey };
    const { sslId, kind, old } = await renewOnce(client, once, context);
    step.log.say(
      `${nameOf(wanted)}: ${kind === "found" ? "renewed before, its successor is" : "renewed as"} ${sslId} (after ${details.sslId})`,
    );
    return {
      sslId,
      outcome: "renewed",
      formerSerial: null,
      problems: await carryMetadata(desk, wanted, { sslId, old }),
    };
  } catch (thrown) {
    if (!needsEnrollment(thrown)) throw thrown;
    step.log.say(`${nameOf(wanted)}: SCM does not renew ${details.sslId}, so a new one is enrolled`);
    return { ...(await enroll(desk, wanted, [details.sslId])), outcome: "renewed" };
  }
}

async function replace(desk: Desk, wanted: Wanted, { details, chain }: Existing): Promise<Ordered> {
  const { client, context, step, inputs } = desk;
  const { sslId } = details;
  const { formerSerial } = await replaceOnce(
    client,
    {
      sslId,
      serialNumber: chain.leaf.serialNumber,
      csrPem: wanted.csr.pem,
      subjectAlternativeNames: wanted.order.subjectAlternativeNames,
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
  return { severity: "warning", summary, detail, path };
}

function reused(wanted: Wanted, { details, chain }: Existing, problems: readonly Problem[]): Result {
  const { sslId, status } = details;
  return resultOf(wanted, { outcome: "reused", sslId, status, chain, problems });
}
