/**
 * Where a certificate stands, as far as it concerns those who wait for it.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, status of SSL certificates.
 */
export type Standing =
  /** Accepted, on its way: to an administrator, to the CA. */
  | "pending"
  /** The certificate exists and can be collected. */
  | "issued"
  /** Refused by an administrator (Declined), the CA (Rejected) or SCM's own checks (Invalid). May be corrected in SCM. */
  | "refused"
  | "revoked"
  /** Over for good: Expired, Replaced. */
  | "ended"
  /** A word we don't know: new, or of SCM's reports, which have words of their own. */
  | "unknown";

const STANDINGS: Readonly<Record<string, Standing>> = {
  init: "pending",
  requested: "pending",
  saapproved: "pending",
  approved: "pending",
  applied: "pending",
  issued: "issued",
  declined: "refused",
  rejected: "refused",
  invalid: "refused",
  revoked: "revoked",
  expired: "ended",
  replaced: "ended",
};

/** Judges a status as SCM spells it; blanks and case do not count, since builds differ (`SA Approved`, `SAApproved`). */
export function standingOf(status: string): Standing {
  return STANDINGS[status.toLowerCase().replace(/[\s_-]/g, "")] ?? "unknown";
}

/** Whether a certificate was issued for it that lives or has had its time: SCM shows an end as `Expired`, late or at once. */
export function wasIssued(status: string): boolean {
  return ["issued", "ended"].includes(standingOf(status));
}
