import {
  type IssueOutcome,
  type LifeOutcome,
  PendingError,
  plainText,
  readComments,
  type SectigoError,
  StateError,
  standingOf,
} from "../../../../core/index.ts";
import { explain, inOneText } from "../../explain.ts";
import type { SignedRequest } from "./key-source.ts";
import { AFTER_REFUSAL } from "./words.ts";

type Outcome = LifeOutcome<SignedRequest>;

type EndedOutcome = Exclude<IssueOutcome, { kind: "issued" }>;

/** Why there is no certificate. A warning each, which names the request, so that Terraform folds none away. */
export function tellOutcome(outcome: EndedOutcome): { summary: string; detail: string } {
  const { sslId, status } = outcome;
  const ended = `Certificate request ${sslId} ended as ${plainText(status)}`;
  switch (outcome.kind) {
    case "pending":
      return {
        summary: `Certificate request ${sslId} is still ${plainText(status)}`,
        detail:
          `The time for this operation is over, or it was interrupted.${whyNotYet(outcome)} The request goes on in SCM; the next ` +
          "apply waits on for it and orders nothing. More time can be given, such as timeouts = " +
          '{ create = "30m", update = "30m" }.',
      };
    case "refused": {
      const { comment } = readComments(outcome.comments);
      const says = comment === null ? "" : `\n\nComments in SCM: "${plainText(comment)}"`;
      return { summary: ended, detail: `${AFTER_REFUSAL}${says}` };
    }
    case "revoked":
      return {
        summary: ended,
        detail:
          "It was revoked before it was collected. The next plan says what follows from the reason given.",
      };
    case "ended":
      return {
        summary: ended,
        detail:
          "It is over in SCM before it was collected, and is not ordered again unasked. If a certificate is wanted, change " +
          "order_key.",
      };
  }
}

/** What kept it from being collected: an answer that could not be used, or SCM itself. */
function whyNotYet({ status, hindrance }: Extract<EndedOutcome, { kind: "pending" }>): string {
  if (hindrance !== null) return ` The last try to get it failed: ${inOneText(explain(hindrance, null))}`;
  return standingOf(status) === "issued" ? " SCM calls it issued and does not hand it out yet." : "";
}

/** The same as an error, for `on_pending = "fail"`: Terraform keeps nothing, and the next apply finds the order by its marker. */
export function stillPending(outcome: EndedOutcome): SectigoError {
  const { sslId, status } = outcome;
  const what = `enroll: certificate request ${sslId} is ${plainText(status)}`;
  if (outcome.kind === "pending") {
    const { hindrance } = outcome;
    const why = hindrance === null ? "" : `; the last try to get it failed: ${hindrance.message}`;
    return new PendingError(`${what}${why}`, {
      code: "pending.not_issued",
      path: "on_pending",
      hint: 'It goes on in SCM, and the next apply takes it over instead of ordering again. To wait for it in state, set on_pending = "wait" or "return".',
    });
  }
  return new StateError(what, { code: "state.not_issued", hint: tellOutcome(outcome).detail });
}

/** The error where what is on its way follows a certificate that has ended: whatever is configured, nothing valid is left. */
export function nothingValid({ ended, cause }: Extract<Outcome, { kind: "nothing_valid" }>): unknown {
  if (cause.kind === "not_followed") return cause.error;
  if (cause.issue.kind !== "pending") return stillPending(cause.issue);
  const { sslId, status, hindrance } = cause.issue;
  const why = hindrance === null ? "" : `; the last try to get it failed: ${hindrance.message}`;
  const what = `enroll: certificate ${ended.sslId} has ended, and ${sslId}, which is to follow, is still ${plainText(status)}`;
  return new PendingError(`${what}${why}`, {
    code: "pending.not_issued",
    hint:
      hindrance === null
        ? "Have an administrator approve it in SCM; the next apply goes on from there and orders nothing."
        : "Apply again: it goes on from there and orders nothing.",
  });
}
