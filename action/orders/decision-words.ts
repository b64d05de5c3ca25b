import { type Decision, plainText, type Reason, revocationReasonText } from "../../core/index.ts";
import type { Problem } from "../problem.ts";

type ReasonWords = { readonly [Code in Reason["code"]]: (reason: Extract<Reason, { code: Code }>) => string };

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** Why, in words of the log; what is done for it stands before. A code without its words does not compile. */
const REASONS: ReasonWords = {
  serves: ({ renewsFrom }) =>
    renewsFrom === null ? "it is never renewed" : `renewed from ${day(renewsFrom)}`,
  revocation_accepted: ({ revocation }) => `revoked (${revocationReasonText(revocation)}), and left so`,
  on_its_way: ({ status }) => `SCM shows it as ${plainText(status)}`,
  successor_on_its_way: ({ sslId }) => `its successor ${sslId} is on its way`,
  nothing_held: () => "there is none",
  changed: ({ changes }) => changes.map(({ argument, found }) => `${argument}: ${found}`).join("; "),
  revoked: ({ revocation }) => `the one before was revoked (${revocationReasonText(revocation)})`,
  asked_anew: ({ status }) => `the request before it ended as ${plainText(status)}`,
  successor_refused: ({ sslId, status }) => `its successor ${sslId} ended as ${plainText(status)}`,
  successor_unusable: ({ sslId }) => `its successor ${sslId} has names that were not ordered`,
  key_lost: () => "its key is lost",
  same_name: () => "for the new request",
  due: ({ since, until }) => `due since ${day(since)}, ends on ${day(until)}`,
  due_elsewhere: ({ since, until }) =>
    `by a new one, since SCM has not ordered it; due since ${day(since)}, ends on ${day(until)}`,
  expired: ({ until }) => `it ended on ${day(until)}`,
  renewed_outside: () => "it was renewed outside of this workflow",
  revoked_on_purpose: ({ revocation }) => `it was revoked on purpose (${revocationReasonText(revocation)})`,
  key_compromised: ({ sslId }) => `its key is compromised, see ${sslId}`,
  renewal_futile: ({ until }) => `it ends on ${day(until)}, and a renewal would bring the same again`,
  taken_over: () => "another configuration took it over",
  request_refused: ({ status }) => `its request ended as ${plainText(status)}`,
  change_impossible: ({ change }) => `${change.argument}: ${change.found}`,
  under_way: ({ sslId }) => `${sslId ?? "its order"} is on its way`,
  several_of_the_name: ({ sslIds }) => `several are there: ${sslIds.join(", ")}`,
  others_of_the_name: ({ sslIds }) => `what is there is not of this scope: ${sslIds.join(", ")}`,
  used_by_another: ({ sslId }) => `another request of this step uses ${sslId}`,
};

/** The words of a reason. The table has them all; that they fit their code is what its type says. */
function sayReason(reason: Reason): string {
  return (REASONS[reason.code] as (reason: Reason) => string)(reason);
}

const ACTS: { readonly [Act in Decision["act"]]: string } = {
  keep: "stays",
  enroll: "a new certificate is enrolled",
  renew: "is renewed",
  replace: "is replaced under its id",
  adopt: "is ordered already and is taken over",
  await: "is waited for",
  hold: "is held",
  refuse: "can't be ordered",
};

/** What becomes of a certificate, in words: for the log, the summary and the comment alike. */
export function sayDecision(decision: Decision, sslId: number | null): string {
  const what = sslId === null || decision.act === "enroll" || decision.act === "refuse" ? "" : `${sslId} `;
  return `${what}${ACTS[decision.act]}: ${sayReason(decision.reason)}`;
}

type Stop = Extract<Decision, { act: "hold" | "refuse" }>;

type StopReason = Stop["reason"];

type Told = Pick<Problem, "summary" | "detail">;

type StopWords = {
  readonly [Code in StopReason["code"]]: (reason: Extract<StopReason, { code: Code }>) => Told;
};

const ANOTHER = "change the CSR, its names or order-key, and run again: then another one is ordered";

/** What a person has to do, by the code of the reason. A code without its words does not compile. */
const STOPS: StopWords = {
  revoked_on_purpose: ({ revocation }) => ({
    summary: `Its certificate was revoked: ${revocationReasonText(revocation)}`,
    detail: `Its use was ended on purpose, so no new one is enrolled until you ask for it. If you want one, ${ANOTHER}; if not, remove the request.`,
  }),
  key_compromised: ({ sslId }) => ({
    summary: `Certificate ${sslId}, for this very key, was revoked because the key is compromised`,
    detail: "Make a new key and a new CSR; no other certificate is ordered for a compromised key.",
  }),
  request_refused: ({ status, on }) => ({
    summary: `Its request ended as ${plainText(status)}${on === null ? "" : ` on ${on}`}`,
    detail: `SCM will not issue it as it stands, and its comments there may say why. Have an administrator correct and approve it; or ${ANOTHER}. Nothing was ordered.`,
  }),
  successor_refused: ({ sslId, status }) => ({
    summary: `The request ${sslId} that was to follow ended as ${plainText(status)}`,
    detail:
      "The certificate before it stays in use. Have an administrator correct and approve the request in SCM; when the end comes " +
      `near, a new certificate is enrolled. To have one before, ${ANOTHER}.`,
  }),
  successor_unusable: ({ sslId }) => ({
    summary: `Certificate ${sslId}, which was to follow, is not delivered: it has names that were not ordered`,
    detail:
      "The certificate before it stays in use. Another order would most likely bring the same, so none is placed. If you want the " +
      "names, add them to the request; else have it revoked in SCM, and when the end comes near a new one is enrolled.",
  }),
  renewal_futile: ({ until }) => ({
    summary: `It is due, and was renewed already: it ends on ${until.toISOString().slice(0, 10)}`,
    detail:
      "Its last renewal brought a certificate that is due at once or ends no later than the one before, so another would " +
      "cost money and change nothing. Look in SCM at the term of its profile and at the order's own end, and at the clock of this runner.",
  }),
  taken_over: ({ holder }) => ({
    summary: `Another configuration took its certificate over${holder === null ? "" : `: ${plainText(holder)}`}`,
    detail: `To have one of its own, ${ANOTHER}.`,
  }),
  change_impossible: ({ change }) => ({
    summary: `It can't change ${change.argument}: ${change.found}`,
    detail: "Set it back, or use an order-key of its own.",
  }),
  under_way: ({ sslId }) => ({
    summary: `It can't change while ${sslId ?? "its order"} is on its way`,
    detail:
      "Another order now would be a second one to pay for. Wait until it is issued, or decline it in SCM.",
  }),
  several_of_the_name: ({ sslIds }) => ({
    summary: `Which certificate is to be replaced is not clear: SCM has ${sslIds.join(", ")} for this common name`,
    detail: "Revoke those that are not needed, or order another beside them with on-existing: renew.",
  }),
  others_of_the_name: ({ sslIds }) => ({
    summary: `What SCM holds for this common name was not ordered in this scope: ${sslIds.join(", ")}`,
    detail:
      "To replace it would end it for the one who ordered it. Order another one beside it with on-existing: renew; or, if it is " +
      "yours, name its order-scope and order-key, or revoke it in SCM. Nothing was ordered.",
  }),
  used_by_another: ({ sslId }) => ({
    summary: `Certificate ${sslId} would be replaced, and another request of this step uses it`,
    detail: "Use on-existing: renew for this request, or remove one of the two. Nothing was ordered for it.",
  }),
};

/** What is told where a person has to decide. The table has all reasons; that they fit their code is what its type says. */
export function tellStop({ reason }: Stop): Told {
  return (STOPS[reason.code] as (reason: StopReason) => Told)(reason);
}
