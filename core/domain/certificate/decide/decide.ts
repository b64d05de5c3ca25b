import { afterRevocation } from "./after-revocation.ts";
import type { Decision } from "./decision.ts";
import type { Change, Held, Situation, Successor } from "./situation.ts";

/** The ladder of a certificate's life: the first rung that holds decides. Pure. */
export function decide(situation: Situation): Decision {
  const { held, changes, successor, wishes } = situation;
  if (held === null) return withNothing(situation);
  const impossible = changes.find(({ way }) => way === "refuse");
  if (impossible !== undefined)
    return { act: "refuse", reason: { code: "change_impossible", change: impossible } };
  if (held.takenOver !== null) return withOthers(held, changes, held.takenOver.holder);
  if (successor !== null) return withSuccessor(situation, held, successor);
  switch (held.standing) {
    case "revoked":
      return afterRevocation(held, situation);
    case "refused":
      return afterRefusal(held, changes);
    default:
  }
  if (changes.length > 0) return change(held, changes, mayBeRenewed(held));
  if (held.standing === "pending") return follow(held, wishes);
  if (held.isKeyLost) return { act: "replace", sslId: held.sslId, reason: { code: "key_lost" } };
  return renewWhenDue(held);
}

/** Another holder took it over: nothing is done to it, and only a certificate of its own can be ordered. */
function withOthers(held: Held, changes: readonly Change[], holder: string | null): Decision {
  if (changes.some(({ way }) => way === "enroll"))
    return { act: "enroll", reason: { code: "changed", changes, mayBeRenewed: false } };
  const reason = { code: "taken_over", holder } as const;
  if (changes.length > 0) return { act: "refuse", reason };
  return { act: "hold", reason, isHard: held.renewal.at === "hard" };
}

/** Nothing is held: what costs money comes last. */
function withNothing({ compromised, replaceable, wishes }: Situation): Decision {
  if (compromised !== null) {
    const reason = { code: "key_compromised", sslId: compromised, isSameKey: true } as const;
    return { act: "hold", reason, isHard: true };
  }
  if (!wishes.replacesOthers || replaceable.length === 0)
    return { act: "enroll", reason: { code: "nothing_held" } };
  const ours = replaceable.filter(({ isOurs }) => isOurs);
  const [only, ...others] = ours;
  if (only === undefined)
    return { act: "refuse", reason: { code: "others_of_the_name", sslIds: replaceable.map(idOf) } };
  if (others.length > 0)
    return { act: "refuse", reason: { code: "several_of_the_name", sslIds: ours.map(idOf) } };
  return { act: "replace", sslId: only.sslId, reason: { code: "same_name" } };
}

function idOf({ sslId }: { readonly sslId: number }): number {
  return sslId;
}

/** SCM says so, or a run that ended early may have ordered it since it is due: SCM may say late that a record was renewed. */
function mayBeRenewed({ isRenewedOutside, renewal }: Held): boolean {
  return isRenewedOutside || renewal.at === "due" || renewal.at === "hard";
}

/** A certificate that lives and is to be another: by replacement where SCM can, by a new enrollment where not. */
function change(held: Held, changes: readonly Change[], mayBeRenewed: boolean): Decision {
  // SCM reissues only what is issued and valid. A replacement that is under way is looked at before another is ordered.
  if (held.standing === "pending" && !held.hasCertificate)
    return { act: "refuse", reason: { code: "under_way", changes, sslId: null } };
  const canReplace = changes.every(({ way }) => way === "replace") && !held.isExpired;
  const reason = { code: "changed", changes, mayBeRenewed } as const;
  return canReplace ? { act: "replace", sslId: held.sslId, reason } : { act: "enroll", reason };
}

function follow(
  { origin, sslId, status, hasCertificate, isExpired }: Held,
  { waits, switchesLater }: Situation["wishes"],
): Decision {
  const reason = { code: "on_its_way", status } as const;
  if (origin === "found") return { act: "adopt", sslId, reason };
  // One that is being replaced serves on, and what comes is published by a later look. With nothing valid left, it is
  // waited for whatever is configured, so that its being late is told as an error.
  const isLeft = (!waits || (switchesLater && hasCertificate)) && !isExpired;
  return { act: isLeft ? "keep" : "await", reason };
}

function withSuccessor({ changes, wishes }: Situation, held: Held, successor: Successor): Decision {
  const { sslId, end, isIssued, isUnusable } = successor;
  if (end !== null) {
    if (changes.length > 0) return change(held, changes, false);
    const reason = { code: "successor_refused", sslId, status: end } as const;
    // As long as the old one serves well, a person has time to look after it; then another order is the lesser evil.
    const isHard = held.renewal.at === "hard" || held.isExpired;
    if (isUnusable) return { act: "hold", reason: { code: "successor_unusable", sslId }, isHard };
    return isHard ? { act: "enroll", reason } : { act: "hold", reason, isHard };
  }
  if (changes.length > 0) return { act: "refuse", reason: { code: "under_way", changes, sslId } };
  // With nothing valid left, it is waited for whatever is configured, so that its being late is told as an error.
  const isLeft = (wishes.switchesLater || !wishes.waits) && !isIssued && !held.isExpired;
  return { act: isLeft ? "keep" : "await", reason: { code: "successor_on_its_way", sslId, isIssued } };
}

/** Declined, Rejected or Invalid: an end, until an administrator corrects it in SCM, or something else is asked for. */
function afterRefusal({ status, declinedOn }: Held, changes: readonly Change[]): Decision {
  if (changes.length > 0) return { act: "enroll", reason: { code: "asked_anew", status } };
  return { act: "hold", reason: { code: "request_refused", status, on: declinedOn }, isHard: false };
}

function renewWhenDue(held: Held): Decision {
  const { renewal, isRenewedOutside, isExpired, isRenewalFutile } = held;
  const isSoft = renewal.at !== "hard";
  if (isRenewedOutside) return { act: "renew", reason: { code: "renewed_outside" }, isSoft };
  if (renewal.at === "off") return { act: "keep", reason: { code: "serves", renewsFrom: null } };
  const { since, until } = renewal;
  if (renewal.at === "early") return { act: "keep", reason: { code: "serves", renewsFrom: since } };
  // Bought again, it would be due again at once, in every run.
  if (isRenewalFutile && !isExpired)
    return { act: "hold", reason: { code: "renewal_futile", until }, isHard: !isSoft };
  if (isExpired) return { act: "renew", reason: { code: "expired", until }, isSoft };
  const code = held.isFromElsewhere ? "due_elsewhere" : "due";
  return { act: "renew", reason: { code, since, until }, isSoft };
}
