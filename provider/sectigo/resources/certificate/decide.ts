import { REVOCATION_REASONS, revocationReasonName, standingOf } from "../../../../core/index.ts";
import type { LastSeen } from "./last-seen.ts";

/**
 * What a plan has to do for one certificate, as a list of named cases. Pure: everything it judges is handed in.
 *
 * The resource is never recreated by us: Terraform destroys before it creates, so a recreated certificate would be revoked
 * before its successor lives.
 */
export type Decision =
  | { readonly act: "keep" }
  | { readonly act: "enroll"; readonly because: string | null }
  | { readonly act: "await"; readonly status: string }
  | { readonly act: "decideAtApply" }
  | {
      readonly act: "refuse";
      readonly summary: string;
      readonly detail: string;
      readonly attribute?: string;
    };

export interface Situation {
  /** Null when nothing is enrolled yet. */
  readonly current: CurrentCertificate | null;
  /** Order arguments whose new value asks for another certificate; not those that merely record what it already has. */
  readonly changed: readonly OrderChange[];
  /** An order argument is known only after apply. */
  readonly isOpen: boolean;
  /** The request's key is that of the revoked certificate; null when that can't be told, or nothing is revoked. */
  readonly isSameKey: boolean | null;
}

export interface OrderChange {
  readonly argument: string;
  /** Half a sentence for messages: "it is 7003, and 7019 is configured". */
  readonly found: string;
}

export interface CurrentCertificate extends LastSeen {
  /** For messages: its name, ssl_id and serial number. */
  readonly label: string;
  readonly status: string;
}

/** Revoked for no stated reason, or because something newer was to follow: the configuration still wants a certificate. */
const HEALED = new Set<number>([REVOCATION_REASONS.unspecified, REVOCATION_REASONS.superseded]);

export function decide({ current, changed, isOpen, isSameKey }: Situation): Decision {
  if (current === null) return { act: "enroll", because: null };
  if (isOpen) return { act: "decideAtApply" };
  const standing = standingOf(current.status);
  if (standing === "revoked") return afterRevocation(current, isSameKey);
  if (standing === "refused") return afterRefusal(current, changed);
  if (changed.length > 0) return refuseChange(current, changed);
  return standing === "pending" ? { act: "await", status: current.status } : { act: "keep" };
}

function afterRevocation(current: CurrentCertificate, isSameKey: boolean | null): Decision {
  const reason = current.revocationReason ?? REVOCATION_REASONS.unspecified;
  const because = `it was revoked outside Terraform (${reasonName(reason)})`;
  if (HEALED.has(reason)) return { act: "enroll", because };
  const isCompromised = reason === REVOCATION_REASONS.key_compromise;
  if (isCompromised && isSameKey === false) return { act: "enroll", because };
  const summary = `Certificate ${current.label} was revoked: ${reasonName(reason)}`;
  if (isCompromised) {
    const detail =
      "Its key is compromised, so a new certificate is enrolled only for another key, and that of csr_pem " +
      `${isSameKey === null ? "can't be compared" : "is the same"}. Make a new key, and put its request into csr_pem.`;
    return { act: "refuse", summary, detail, attribute: "csr_pem" };
  }
  const remedy =
    "If a new certificate is wanted, run `terraform apply -replace=` with this resource's address; else remove the resource.";
  return {
    act: "refuse",
    summary,
    detail: `Somebody ended its use on purpose, so no new one is enrolled unasked. ${remedy}`,
  };
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
  "SCM will not issue it as it stands. Have an administrator correct and approve it in SCM, or change csr_pem, the names, " +
  "the organization or the SCM profile: then a new one is enrolled.";

function refuseChange(current: CurrentCertificate, changed: readonly OrderChange[]): Decision {
  const names = changed.map(({ argument }) => argument).join(", ");
  const detail =
    `${changed.map(({ argument, found }) => `${argument}: ${found}.`).join(" ")}\n\n` +
    "Another certificate is needed for that, and this release does not exchange one that lives.\n\n" +
    "Declare a second sectigo_certificate with the new values, move its dependents over, and remove this one then; or set " +
    "the configuration back.";
  return {
    act: "refuse",
    summary: `Certificate ${current.label} can't change ${names}`,
    detail,
    attribute: changed[0]?.argument ?? names,
  };
}

function reasonName(reason: number): string {
  return revocationReasonName(reason)?.replaceAll("_", " ") ?? `reason ${reason}`;
}
