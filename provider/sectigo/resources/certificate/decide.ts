import { standingOf } from "../../../../core/index.ts";
import { afterRevocation } from "./after-revocation.ts";
import type { CurrentCertificate, Decision, Refusal, Situation } from "./decision.ts";
import type { OrderChange } from "./order-changes.ts";

/** The ladder: the first rung that holds decides. */
export function decide(situation: Situation): Decision {
  const { current, isOpen, isAnyOpen, changed, pending, wishes } = situation;
  if (current === null) return { act: "enroll", because: null };
  if (isOpen) return { act: "decideAtApply", mayOrder: true };
  const refused = changed.find(({ way }) => way === "refuse");
  if (refused !== undefined) return refuseChange(current, refused);
  if (pending !== null) return whilePending(situation, current, pending);
  const standing = standingOf(current.status);
  if (standing === "revoked") return afterRevocation(current, wishes.whenRevoked, situation);
  if (standing === "refused") return afterRefusal(current, changed);
  if (changed.length > 0) return change(current, changed);
  if (standing === "pending") return awaitIt(wishes.onPending, current.status);
  if (current.isKeyLost) return { act: "replace", because: KEY_LOST };
  const renewal = renewWhenDue(situation, current);
  return isAnyOpen && renewal.act === "keep" ? leaveOpen(situation, current, renewal) : renewal;
}

const KEY_LOST = "an interrupted run made its key and took it with it";

/** A certificate that lives and is to be another: by replacement where SCM can, by a new enrollment where not. */
function change(current: CurrentCertificate, changed: readonly OrderChange[]): Decision {
  const because = changed.map(({ argument, found }) => `${argument}: ${found}`).join("; ");
  const isUnderWay = standingOf(current.status) === "pending";
  // SCM reissues only what is issued and valid. A replacement that is under way is looked at before another is ordered.
  if (isUnderWay && !current.hasCertificate) return refuseUnderWay(current, changed);
  const canReplace = changed.every(({ way }) => way === "replace") && !current.isExpired;
  return { act: canReplace ? "replace" : "enroll", because };
}

function awaitIt(onPending: string, status: string): Decision {
  return onPending === "return" ? { act: "keep" } : { act: "await", status };
}

function whilePending(
  situation: Situation,
  current: CurrentCertificate,
  pending: { readonly sslId: number; readonly end: string | null },
): Decision {
  const { changed, wishes, renewal } = situation;
  if (pending.end !== null) {
    if (changed.length > 0) return change(current, changed);
    const note = {
      summary: `Certificate ${current.label}: its successor ${pending.sslId} ended as ${pending.end}`,
      detail: AFTER_REFUSAL,
    };
    // As long as the old one serves well, a person has time to look after it.
    return renewal.at === "hard" || current.isExpired ? { act: "refuse", ...note } : { act: "keep", note };
  }
  if (changed.length > 0) return refuseUnderWay(current, changed, pending.sslId);
  if (wishes.switchesLater) return { act: "keep" };
  return awaitIt(wishes.onPending, `succeeded by ${pending.sslId}, which is not issued yet`);
}

function renewWhenDue({ renewal, hasOtherChange }: Situation, current: CurrentCertificate): Decision {
  if (current.isRenewedOutside) {
    const because = "it was renewed outside Terraform, and its successor takes its place";
    return hasOtherChange ? later(current, because) : { act: "renew", because, isOrdered: true };
  }
  if (renewal.at === "off" || renewal.at === "early") return { act: "keep" };
  // Beside another change it would come and go between plan and apply as the window opens in between.
  if (hasOtherChange && renewal.at !== "hard") return later(current, renewal.because);
  return { act: "renew", because: renewal.because, isOrdered: false, ...(hasOtherChange && { aside: HARD }) };
}

/** A plan leaves no trace but unknown values, so an apply can't know that the plan was made before the deadline. */
const HARD =
  " Its hard deadline has passed, so it does not wait until the other changes are made. If Terraform refuses the apply as " +
  "inconsistent, the deadline passed after the plan was made: then nothing was ordered, and all it takes is to plan again.";

/**
 * An argument that is open may come out as it was, and then a renewal is the only change, planned or opened by the time
 * that passes until the apply. Terraform lets an apply fill only what the plan left unknown.
 */
function leaveOpen(
  { renewal }: Situation,
  current: CurrentCertificate,
  decision: Extract<Decision, { act: "keep" }>,
): Decision {
  if (renewal.at === "off" && !current.isRenewedOutside) return decision;
  if (renewal.at === "off" || renewal.at === "early") return { act: "decideAtApply", mayOrder: false };
  const note = {
    summary: `Certificate ${current.label} is due and may be renewed by this apply`,
    detail:
      `It is due, because ${renewal.because}. An argument is known only during the apply: if it comes out unchanged, the ` +
      "certificate is renewed then; if not, by the next apply.",
  };
  return { act: "decideAtApply", mayOrder: true, note };
}

function later(current: CurrentCertificate, because: string): Decision {
  const note = {
    summary: `Certificate ${current.label} will be renewed by the next apply`,
    detail: `It is due, because ${because}. This apply makes the other changes; plan again after it.`,
  };
  return { act: "keep", note };
}

function afterRefusal(current: CurrentCertificate, changed: readonly OrderChange[]): Decision {
  if (changed.length > 0)
    return { act: "enroll", because: `the request before it ended as ${current.status}` };
  const when = current.declinedOn === null ? "" : ` on ${current.declinedOn}`;
  const summary = `Certificate request ${current.label} ended as ${current.status}${when}`;
  return { act: "refuse", summary, detail: AFTER_REFUSAL };
}

/** What to do about a request that is Declined, Rejected or Invalid. */
export const AFTER_REFUSAL =
  "SCM will not issue it as it stands. Have an administrator correct and approve it in SCM, or change the request, the names, " +
  "the organization, the SCM profile or order_key: then a new one is enrolled.";

function refuseChange(current: CurrentCertificate, { argument, found }: OrderChange): Refusal {
  const isName = argument === "subject" || argument === "subject_alternative_names";
  const remedy = isName
    ? "A write-only key is looked at only when its version is raised. Raise private_key_wo_version, and a request for the new names is signed with the key that private_key_wo holds then."
    : argument === "private_key_wo"
      ? "Give the key that belongs to the certificate and apply; then raise private_key_wo_version to have the certificate replaced by one for another key."
      : "Set it to a higher number to have the certificate replaced, or back to what it was.";
  return {
    act: "refuse",
    summary: `Certificate ${current.label} can't change ${argument}: ${found}`,
    detail: remedy,
    attribute: argument,
  };
}

function refuseUnderWay(
  current: CurrentCertificate,
  changed: readonly OrderChange[],
  sslId?: number,
): Refusal {
  const names = changed.map(({ argument }) => argument).join(", ");
  const what = sslId === undefined ? "it" : `its successor ${sslId}`;
  return {
    act: "refuse",
    summary: `Certificate ${current.label} can't change ${names} while ${what} is on its way`,
    detail:
      `${changed.map(({ argument, found }) => `${argument}: ${found}.`).join(" ")}\n\n` +
      "Another order now would be a second one to pay for. Wait until it is issued, or decline it in SCM; or set the " +
      "configuration back.",
    attribute: changed[0]?.argument ?? names,
  };
}
