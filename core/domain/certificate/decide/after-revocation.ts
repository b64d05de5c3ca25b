import { REVOCATION_REASONS } from "../execute/revocation.ts";
import type { Decision, RevocationReason } from "./decision.ts";
import type { Change, Held, Situation } from "./situation.ts";

/** Revoked for no stated reason, or because something newer was to follow: the intent still wants a certificate. */
const HEALED = new Set<number>([REVOCATION_REASONS.unspecified, REVOCATION_REASONS.superseded]);

/** What follows from a revocation by another actor. A compromised key is never certified again, whatever is configured. */
export function afterRevocation(held: Held, { wishes, changes }: Situation): Decision {
  const revocation = held.revocationReason ?? REVOCATION_REASONS.unspecified;
  if (wishes.whenRevoked === "warn")
    return { act: "keep", reason: { code: "revocation_accepted", revocation } };
  const isHard = held.renewal.at === "hard";
  if (revocation === REVOCATION_REASONS.key_compromise && held.isSameKey !== false) {
    const { sslId, isSameKey } = held;
    return stop({ code: "key_compromised", sslId, isSameKey }, changes, isHard);
  }
  // Here the key asked for is another one.
  const isCompromised = revocation === REVOCATION_REASONS.key_compromise;
  const isHealed = HEALED.has(revocation) || isCompromised;
  if (wishes.whenRevoked !== "reenroll" && !isHealed) {
    const hasChanges = changes.length > 0;
    return stop({ code: "revoked_on_purpose", revocation, hasChanges }, changes, isHard);
  }
  const mayBeRenewed = held.isRenewedOutside && changes.length === 0 && !isCompromised;
  return { act: "enroll", reason: { code: "revoked", revocation, mayBeRenewed } };
}

/** What happened is the world's; that another certificate is asked for beside it is the user's, and can't be left for later. */
function stop(reason: RevocationReason, changes: readonly Change[], isHard: boolean): Decision {
  return changes.length > 0 ? { act: "refuse", reason } : { act: "hold", reason, isHard };
}
