import { integer, map, set, string, text } from "../../../framework/attribute.ts";
import { timeouts } from "../../../framework/timeouts.ts";

/** SCM takes 1,024 characters of comments; the rest is kept free for a line of our own. */
export const MAX_COMMENT_LENGTH = 900;

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
    same: (a, b) => withoutSpace(a) === withoutSpace(b),
    doc: "PKCS#10 certificate request, PEM. The private key stays with you. Needed to enroll; SCM does not give it back, so it is empty after an import.",
    checks: [looksLikeCsr],
  }),
  subject_alternative_names: set(text, {
    is: "optional",
    onChange: "update",
    same: sameNames,
    doc: "DNS names and IP addresses that the certificate is for, besides the common name of the request. SCM takes none from the request itself.",
    checks: [noneEmpty],
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
    doc: `Free text kept with the certificate in SCM, at most ${MAX_COMMENT_LENGTH} characters.`,
    checks: [
      (value) =>
        value.length > MAX_COMMENT_LENGTH
          ? `at most ${MAX_COMMENT_LENGTH} characters are allowed, ${value.length} are given`
          : null,
    ],
  }),
  external_requesters: set(text, {
    is: "optional",
    onChange: "update",
    same: sameNames,
    doc: "Mail addresses of the people to tell about this certificate. Together at most 512 characters.",
    checks: [areAddresses],
  }),
  custom_fields: map(text, {
    is: "optional",
    onChange: "update",
    doc: "Values of SCM custom fields by exact field name. Fields that are not named here are left alone.",
    checks: [
      (fields) => {
        const long = Object.entries(fields).find(([, value]) => value.length > 256);
        return long === undefined
          ? null
          : `the value of "${long[0]}" has ${long[1].length} characters, 256 are allowed`;
      },
    ],
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

function withoutSpace(pem: string): string {
  return pem.replace(/\s+/g, "");
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const normal = (names: readonly string[]) => new Set(names.map((name) => name.trim().toLowerCase()));
  const [left, right] = [normal(a), normal(b)];
  return left.size === right.size && [...left].every((name) => right.has(name));
}

function positive(value: number): string | null {
  return value >= 1 ? null : `1 or more is required, ${value} is given`;
}

function noneEmpty(names: readonly string[]): string | null {
  return names.some((name) => name.trim() === "") ? "an empty name is given; remove it" : null;
}

/** The cheap half of the check, for `terraform validate`; keys and signature are judged by a plan that orders. */
function looksLikeCsr(pem: string): string | null {
  if (/-----BEGIN (NEW )?CERTIFICATE REQUEST-----/.test(pem)) return null;
  const label = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1];
  const found = label === undefined ? "no PEM block" : `a PEM block "${label}"`;
  return `a PKCS#10 request ("BEGIN CERTIFICATE REQUEST") is required, ${found} is given`;
}

function areAddresses(addresses: readonly string[]): string | null {
  const wrong = addresses.find((address) => !/^[^\s,@]+@[^\s,@]+$/.test(address));
  if (wrong !== undefined) return `"${wrong}" is no mail address`;
  const { length } = addresses.join(",");
  return length > 512 ? `the addresses together have ${length} characters, 512 are allowed` : null;
}
