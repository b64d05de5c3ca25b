import {
  type Decision,
  type IssueOutcome,
  type LifeOutcome,
  PendingError,
  plainText,
  type Reason,
  readComments,
  revocationReasonText,
  type SectigoError,
  StateError,
  standingOf,
} from "../../../../core/index.ts";
import { explain, inOneText } from "../../explain.ts";
import { instantText } from "../../instant-text.ts";
import type { SignedRequest } from "./signed-request.ts";

/** What a plan or an apply says; `attribute` is the argument that it is about. */
export interface Note {
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: string;
}

export type OrderDecision = Extract<Decision, { act: "enroll" | "replace" | "renew" }>;

type Stop = Extract<Decision, { act: "hold" | "refuse" }>;

type Of<All extends Reason, Code> = Extract<All, { code: Code }>;

type Because = {
  readonly [Code in OrderDecision["reason"]["code"]]: (
    reason: Of<OrderDecision["reason"], Code>,
  ) => string | null;
};

/** Why something is ordered, as half a sentence; null for a first order. A code without its words does not compile. */
const BECAUSE: Because = {
  nothing_held: () => null,
  changed: ({ changes }) => changes.map(({ argument, found }) => `${argument}: ${found}`).join("; "),
  revoked: ({ revocation }) => `it was revoked outside Terraform (${revocationReasonText(revocation)})`,
  asked_anew: ({ status }) => `the request before it ended as ${plainText(status)}`,
  successor_refused: ({ sslId, status }) =>
    `its successor ${sslId} ended as ${plainText(status)}, and its own end is near`,
  key_lost: () => "an interrupted run made its key, and the key is lost",
  same_name: () => "it has the same name",
  due: ({ since, until }) =>
    `its renewal window is open since ${instantText(since)}, and it ends on ${instantText(until)}`,
  due_elsewhere: ({ since, until }) =>
    `its renewal window is open since ${instantText(since)}, it ends on ${instantText(until)}, and SCM has not ordered it`,
  expired: ({ until }) => `it expired on ${instantText(until)}`,
  renewed_outside: () => "it was renewed outside Terraform, and its successor takes its place",
};

/** The table has all reasons; that they fit their code is what its type says. */
export function because(reason: OrderDecision["reason"]): string | null {
  return (BECAUSE[reason.code] as (reason: OrderDecision["reason"]) => string | null)(reason);
}

type Stops = {
  readonly [Code in Stop["reason"]["code"]]: (reason: Of<Stop["reason"], Code>, label: string) => Note;
};

/** What to do about a request that is Declined, Rejected or Invalid. */
const AFTER_REFUSAL =
  "SCM will not issue it as it stands. Have an administrator correct and approve it in SCM, or change the request, the names, " +
  "the organization, the SCM profile or order_key: then a new one is enrolled.";

/** Where a person has to decide. A code without its words does not compile. */
const STOPS: Stops = {
  revoked_on_purpose: ({ revocation, hasChanges }, label) => ({
    summary: `Certificate ${label} was revoked: ${revocationReasonText(revocation)}`,
    detail:
      'Its use was ended on purpose, so no new one is enrolled until you ask for it. If you want one, set when_revoked = "reenroll"; ' +
      `if not, set when_revoked = "warn" or remove the resource.${hasChanges ? " Other changes wait for that." : ""}`,
    attribute: "when_revoked",
  }),
  key_compromised: ({ isSameKey }, label) => ({
    summary: `Certificate ${label} was revoked: key compromise`,
    detail:
      "Its key is compromised, so a new certificate is enrolled only for another key, and the key configured " +
      `${isSameKey === null ? "can't be compared" : "is the same"}. Make a new key, and give its request as csr_pem; with ` +
      "private_key_wo, raise its version too.",
    attribute: "csr_pem",
  }),
  renewal_futile: ({ until }, label) => ({
    summary: `Certificate ${label} is due, and its last renewal did not help: it ends on ${instantText(until)}`,
    detail:
      "It was issued just now, or ends no later than the one before it, so another renewal would cost money and change nothing. Look in " +
      "SCM at the term of its profile and at the order's own end, and at the clock of this machine.",
  }),
  taken_over: ({ holder }, label) => ({
    summary: `Certificate ${label} belongs to another configuration${holder === null ? "" : ` (${plainText(holder)})`}`,
    detail:
      "Another configuration took it over and acts for it now, so nothing is done to it here, and this state keeps the values " +
      "that it has. Remove it here, which leaves it alone; or set order_key, which orders a certificate of its own.",
    attribute: "order_key",
  }),
  request_refused: ({ status, on }, label) => ({
    summary: `Certificate request ${label} ended as ${plainText(status)}${on === null ? "" : ` on ${on}`}`,
    detail: AFTER_REFUSAL,
  }),
  successor_refused: ({ sslId, status }, label) => ({
    summary: `Certificate ${label}: its successor ${sslId} ended as ${plainText(status)}`,
    detail: `${AFTER_REFUSAL} When its hard deadline has passed, a new one is enrolled.`,
  }),
  successor_unusable: ({ sslId }, label) => ({
    summary: `Certificate ${label}: its successor ${sslId} has names that were not ordered`,
    detail:
      "It is not published, and the certificate before it stays. Another order would most likely bring the same, so none is placed. " +
      "If you want the names, add them to subject_alternative_names; else have it revoked in SCM, and once the hard " +
      "deadline has passed a new one is enrolled.",
  }),
  change_impossible: ({ change: { argument, found } }, label) => ({
    summary: `Certificate ${label} can't change ${argument}: ${found}`,
    detail: remedyOf(argument),
    attribute: argument,
  }),
  under_way: ({ changes, sslId }, label) => {
    const names = changes.map(({ argument }) => argument).join(", ");
    const what = sslId === null ? "it" : `its successor ${sslId}`;
    return {
      summary: `Certificate ${label} can't change ${names} while ${what} is on its way`,
      detail:
        `${changes.map(({ argument, found }) => `${argument}: ${found}.`).join(" ")}\n\n` +
        "Another order now would be a second one to pay for. Wait until it is issued, or decline it in SCM; or set the " +
        "configuration back.",
      attribute: changes[0]?.argument ?? names,
    };
  },
  several_of_the_name: ({ sslIds }, label) => otherNames(label, sslIds),
  others_of_the_name: ({ sslIds }, label) => otherNames(label, sslIds),
  used_by_another: ({ sslId }, label) => otherNames(label, [sslId]),
};

export function tellStop({ reason }: Stop, label: string): Note {
  return (STOPS[reason.code] as (reason: Reason, label: string) => Note)(reason, label);
}

function remedyOf(argument: string): string {
  if (argument === "subject" || argument === "subject_alternative_names")
    return "A write-only key is looked at only when its version is raised. Raise private_key_wo_version, and a request for the new names is signed with the key that private_key_wo holds then.";
  if (argument === "private_key_wo")
    return "Give the key that belongs to the certificate and apply; then raise private_key_wo_version to have the certificate replaced by one for another key.";
  return "Set it to a higher number to have the certificate replaced, or back to what it was.";
}

function otherNames(label: string, sslIds: readonly number[]): Note {
  return {
    summary: `Certificate ${label}: SCM has others of its name: ${sslIds.join(", ")}`,
    detail: "Import the one that is meant, or set order_key to order another one beside them.",
  };
}

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
          "It is over in SCM before it was collected, and is not ordered again automatically. If you want a certificate, change " +
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
