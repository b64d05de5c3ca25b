import { REVOCATION_REASONS, revocationReasonName } from "../../../../core/index.ts";
import type { CurrentCertificate, Decision, Situation } from "./decision.ts";

/** Revoked for no stated reason, or because something newer was to follow: the configuration still wants a certificate. */
const HEALED = new Set<number>([REVOCATION_REASONS.unspecified, REVOCATION_REASONS.superseded]);

/** What follows from a revocation outside Terraform. A compromised key is never certified again, whatever is wished. */
export function afterRevocation(
  current: CurrentCertificate,
  whenRevoked: string,
  { isSameKey, hasOtherChange, changed }: Pick<Situation, "isSameKey" | "hasOtherChange" | "changed">,
): Decision {
  const reason = current.revocationReason ?? REVOCATION_REASONS.unspecified;
  const name = reasonName(reason);
  const summary = `Certificate ${current.label} was revoked: ${name}`;
  if (whenRevoked === "warn") {
    const detail =
      'It is left as it is, since when_revoked is "warn". To enroll a new one, set when_revoked = "reenroll".';
    return { act: "keep", note: { summary, detail } };
  }
  const enroll: Decision = { act: "enroll", because: `it was revoked outside Terraform (${name})` };
  if (reason === REVOCATION_REASONS.key_compromise) {
    return isSameKey === false ? enroll : { act: "refuse", summary, ...compromised(isSameKey) };
  }
  if (whenRevoked === "reenroll" || HEALED.has(reason)) {
    const isRenewed = current.isRenewedOutside && changed.length === 0;
    return isRenewed ? { ...enroll, isRenewed } : enroll;
  }
  const detail =
    'Somebody ended its use on purpose, so no new one is enrolled unasked. If one is wanted, set when_revoked = "reenroll"; ' +
    `if not, set when_revoked = "warn" or remove the resource.${hasOtherChange ? " Other changes wait for that." : ""}`;
  return { act: "refuse", summary, detail, attribute: "when_revoked" };
}

function compromised(isSameKey: boolean | null) {
  const detail =
    "Its key is compromised, so a new certificate is enrolled only for another key, and the key configured " +
    `${isSameKey === null ? "can't be compared" : "is the same"}. Make a new key, and give its request as csr_pem; with ` +
    "private_key_wo, raise its version too.";
  return { detail, attribute: "csr_pem" };
}

function reasonName(reason: number): string {
  return revocationReasonName(reason)?.replaceAll("_", " ") ?? `reason ${reason}`;
}
