import { LONGEST_COMMENT, sameNames } from "../../../../core/index.ts";
import { integer, map, set, string, text } from "../../../framework/attribute.ts";
import { timeouts } from "../../../framework/timeouts.ts";
import { sameRequest } from "./compare-request.ts";

/**
 * What a `sectigo_certificate` has. Values that belong to the certificate are `keep`: a new comment must not make every
 * dependent of the certificate look changed. Only a plan that orders something lets go of them.
 */
export const certificateAttributes = {
  organization_id: integer({
    is: "optional",
    onChange: "update",
    doc: "Id of the SCM organization or department that the certificate is for. Needed to enroll.",
    checks: [positive],
  }),
  scm_profile_id: integer({
    is: "optional",
    onChange: "update",
    doc: "Id of the SCM certificate profile to enroll with. It must be offered to the organization. Needed to enroll.",
    checks: [positive],
  }),
  csr_pem: string({
    is: "optional",
    onChange: "update",
    same: sameRequest,
    doc: "PKCS#10 certificate request, PEM. The private key stays with you. Needed to enroll; SCM does not give it back, so it is empty after an import.",
  }),
  subject_alternative_names: set(text, {
    is: "optional",
    onChange: "update",
    same: sameNames,
    doc: "DNS names and IP addresses that the certificate is for, besides the common name of the request. SCM takes none from the request itself.",
  }),
  term_days: integer({
    is: "optional",
    onChange: "record",
    doc: "Validity to ask for, days; one of the terms that the SCM profile offers. The longest of them when left out. A change counts from the next enrollment on.",
    checks: [positive],
  }),
  comments: string({
    is: "optional",
    onChange: "update",
    doc: `Free text kept with the certificate in SCM, at most ${LONGEST_COMMENT} characters.`,
  }),
  external_requesters: set(text, {
    is: "optional",
    onChange: "update",
    same: sameAddresses,
    doc: "Mail addresses of the people to tell about this certificate. Together at most 512 characters.",
  }),
  custom_fields: map(text, {
    is: "optional",
    onChange: "update",
    doc: "Values of SCM custom fields by exact field name. Fields that are not named here are left alone.",
  }),
  timeouts,
  ssl_id: integer({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "SCM's id of the certificate (sslId).",
  }),
  status: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "Where the certificate stands in SCM: `Requested`, `Approved`, `Applied`, `Issued`, `Revoked`, `Declined`, `Rejected` or `Invalid`. An expired certificate stays `Issued`; `not_after` says when it ends.",
  }),
  serial_number: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "Serial number, upper-case hexadecimal without separators.",
  }),
  not_before: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "Start of validity, RFC 3339, UTC.",
  }),
  not_after: string({ is: "computed", keep: true, nullable: true, doc: "End of validity, RFC 3339, UTC." }),
  issuer: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "Distinguished name of the issuer, RFC 4514.",
  }),
  certificate_pem: string({ is: "computed", keep: true, nullable: true, doc: "The certificate, PEM." }),
  chain_pem: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "Its intermediate certificates in issuing order, PEM, without the certificate itself and without the root.",
  }),
  full_chain_pem: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "The certificate followed by its chain, PEM: what most servers want.",
  }),
  fingerprint_sha256: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "SHA-256 of the certificate, lower-case hexadecimal.",
  }),
} as const;

export type CertificateAttributes = typeof certificateAttributes;

/** What makes up an order: a change of one of these asks for another certificate. */
export const ORDER_ARGUMENTS = [
  "organization_id",
  "scm_profile_id",
  "csr_pem",
  "subject_alternative_names",
] as const;

/** No mail server in use tells `Ops@` from `ops@`, and SCM may store either. */
export function sameAddresses(a: readonly string[], b: readonly string[]): boolean {
  const lower = (addresses: readonly string[]) => addresses.map((address) => address.toLowerCase());
  return sameNames(lower(a), lower(b));
}

function positive(value: number): string | null {
  return value >= 1 ? null : `1 or more is required, ${value} is given`;
}
