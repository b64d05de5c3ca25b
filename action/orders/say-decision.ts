import { type Decision, plainText, type Reason, revocationReasonText } from "../../core/index.ts";

type Words = { readonly [Code in Reason["code"]]: (reason: Extract<Reason, { code: Code }>) => string };

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** Why, in words of the log; what is done for it stands before. A code without its words does not compile. */
const WORDS: Words = {
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
  return (WORDS[reason.code] as (reason: Reason) => string)(reason);
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
