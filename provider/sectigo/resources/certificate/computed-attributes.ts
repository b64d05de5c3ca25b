import { bool, integer, list, listOf, single, string, text } from "../../../framework/attribute.ts";

/**
 * What the certificate itself decides. All of it is `keep`: a new comment must not make every dependent of the certificate
 * look changed. Only a plan that orders something lets go of these values.
 */
export const certificateResults = {
  business_unit: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "Business unit of the profile's connector; null without one. Runs that are bound to other units refuse to touch the certificate.",
  }),
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
  names: list(text, {
    is: "computed",
    keep: true,
    nullable: true,
    doc: "All names that the certificate is for, its common name among them, lower case and sorted. CAs may add some, such as `www.` before a name.",
  }),
  key_matches: bool({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "Whether the certificate is for the key of `csr_pem`, `private_key_wo` or `private_key_pem`: false while the certificate for a new key is not issued yet. Null when there is no certificate, or the key is not known, as after an import.",
  }),
  private_key_pem: string({
    is: "computed",
    keep: true,
    nullable: true,
    sensitive: true,
    doc: "The private key, PEM (PKCS#8), when `private_key` asks for one to be made and kept in state; else null. It always is the key of `certificate_pem`: a new one appears together with its certificate.",
  }),
  renew_after: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "From when on a plan renews it, RFC 3339, UTC: the opening of the renewal window, moved by up to a tenth of it so that certificates of one day are not all renewed on one day. Null when renewal is off.",
  }),
  pending: single(
    {
      ssl_id: integer({ is: "computed", doc: "SCM's id of the successor." }),
      since: string({ is: "computed", doc: "When it was ordered, RFC 3339, UTC." }),
    },
    {
      is: "computed",
      keep: true,
      nullable: true,
      doc: "A successor that is ordered and not issued yet; until then all other values are those of the certificate that serves.",
    },
  ),
  superseded: listOf(
    {
      ssl_id: integer({ is: "computed", doc: "SCM's id; the same as `ssl_id` after a replacement." }),
      serial_number: string({ is: "computed", doc: "Serial number." }),
      not_after: string({ is: "computed", doc: "End of validity, RFC 3339, UTC." }),
    },
    {
      is: "computed",
      keep: true,
      nullable: true,
      doc: "Certificates that this one took the place of and that are still valid; they are revoked only if `revoke_superseded` says so, or `key_compromise` and their key is the same.",
    },
  ),
} as const;
