import {
  awaitIssued,
  type EnrollmentContext,
  type IssueOutcome,
  type WaitOptions,
} from "../../../../core/index.ts";
import { inOneText } from "../../explain.ts";
import type { ApplyRequest } from "./apply-request.ts";
import type { Followed } from "./followed.ts";
import { healLostKey } from "./heal-lost-key.ts";
import { keep, readKept } from "./kept.ts";
import { knownRequest } from "./key-source.ts";
import { writeLastSeen } from "./last-seen.ts";
import { publish } from "./publish.ts";
import { stableStatus } from "./stable-status.ts";
import { stillPending, tellOutcome } from "./tell-outcome.ts";
import type { CertificateState } from "./values.ts";

/** Waits for an order that exists, the pending successor or the first one. Answers a state, except where `on_pending` is `fail`. */
export async function waitForIssue(
  request: ApplyRequest,
  ordered: CertificateState,
  wait: WaitOptions,
  followed: Followed = { signed: null, isAdopted: true },
): Promise<CertificateState> {
  const sslId = ordered.pending?.ssl_id ?? ordered.ssl_id;
  if (sslId === null) return ordered;
  try {
    const outcome = await awaitIssued(
      request.api.client,
      sslId,
      awaiting(request, ordered, { wait, followed }),
    );
    if (outcome.kind !== "issued") return settle(request, ordered, outcome);
    const found = { sslId, chain: outcome.chain, followed, wait };
    const { former, ...issued } = await healLostKey(request, ordered, found);
    const superseded = former === undefined ? ordered.superseded : [...(ordered.superseded ?? []), former];
    return await publish(request, { ...ordered, superseded }, { sslId, wait, ...issued });
  } catch (thrown) {
    // Whatever is wished: nothing valid is left, and its successor is not there.
    if (request.config.on_pending === "fail" || hasEnded(ordered, request.api.clock.now())) throw thrown;
    request.warn(
      `Certificate request ${sslId} is accepted, but could not be followed to its end`,
      `${inOneText(request.api.explain(thrown))}\n\nIts id is in the state; the next apply goes on from there and orders nothing.`,
    );
    return ordered;
  }
}

function hasEnded({ not_after }: CertificateState, now: Date): boolean {
  return not_after !== null && new Date(not_after) < now;
}

function awaiting(
  { api, config, private: data }: ApplyRequest,
  ordered: CertificateState,
  { wait, followed }: { readonly wait: WaitOptions; readonly followed: Followed },
): EnrollmentContext {
  const { clock } = api;
  // A certificate for a key that was lost is healed afterwards, so it must be handed over first.
  const isChecked = config.csr_pem !== null || !followed.isAdopted;
  const csrPem = isChecked
    ? (followed.signed?.csrPem ?? knownRequest(ordered, readKept(data).madeCsr))
    : null;
  const { preferred_chain: preferredChain } = config;
  if (config.on_pending !== "return") return { ...wait, clock, csrPem, preferredChain };
  // One look is enough: what an administrator has to approve is not issued a moment later.
  return { ...wait, clock, csrPem, preferredChain, deadline: new Date(clock.now().getTime() + 1000) };
}

function settle(
  request: ApplyRequest,
  ordered: CertificateState,
  outcome: Exclude<IssueOutcome, { kind: "issued" }>,
): CertificateState {
  const { config, warn, private: data, api } = request;
  const isBare = ordered.pending !== null && hasEnded(ordered, api.clock.now());
  if (config.on_pending === "fail" || isBare) throw stillPending(outcome);
  const { summary, detail } = tellOutcome(outcome);
  if (outcome.kind !== "pending" || config.on_pending !== "return") warn(summary, detail);
  const status = stableStatus(outcome.status);
  if (ordered.pending !== null) {
    // The certificate that serves is not touched by how its successor fares.
    keep(data, { pendingEnd: outcome.kind === "pending" ? null : status });
    return ordered;
  }
  if (outcome.kind !== "pending") writeLastSeen(data, outcome.details);
  return { ...ordered, status };
}
