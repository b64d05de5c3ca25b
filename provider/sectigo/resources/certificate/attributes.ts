import {
  LONGEST_COMMENT,
  REVOCATION_REASONS,
  sameAddresses,
  sameComment,
  sameNames,
} from "../../../../core/index.ts";
import { bool, integer, map, set, string, text } from "../../../framework/attribute.ts";
import { timeouts } from "../../../framework/timeouts.ts";
import { known } from "../../checks.ts";
import { profileArgument } from "../../profile-ref.ts";
import { validatedArgument } from "../../validated-ref.ts";
import { sameRequest } from "./compare-request.ts";
import { keyArguments } from "./key-arguments.ts";
import { renewalArgument } from "./renewal-argument.ts";
import { certificateResults } from "./results.ts";

/** What a `sectigo_certificate` has: what its user says, and what the certificate itself decides. */
export const certificateAttributes = {
  profile: profileArgument,
  organization_id: integer({
    is: "optional",
    onChange: "update",
    doc: "Id of the SCM organization or department that the certificate is for. To enroll without a `profile`, together with `scm_profile_id`.",
    checks: [positive],
  }),
  scm_profile_id: integer({
    is: "optional",
    onChange: "update",
    doc: "Id of the SCM certificate profile to enroll with, instead of a `profile`. It must be offered to the organization.",
    checks: [positive],
  }),
  csr_pem: string({
    is: "optional",
    onChange: "update",
    same: sameRequest,
    doc: "PKCS#10 certificate request, PEM. The private key stays with you. SCM does not give it back, so it is empty after an import. One of `csr_pem`, `private_key_wo` and `private_key` is needed to enroll.",
  }),
  ...keyArguments,
  subject_alternative_names: set(text, {
    is: "optional",
    onChange: "update",
    same: sameNames,
    doc: "DNS names and IP addresses that the certificate is for, besides the common name of the request. SCM takes none from the request itself.",
  }),
  term_days: integer({
    is: "optional",
    onChange: "record",
    doc: "Validity to ask for, days; one of the terms that the SCM profile offers. The profile's when left out, else the longest that is allowed. A change counts from the next enrollment on.",
    checks: [positive],
  }),
  comments: string({
    is: "optional",
    onChange: "update",
    same: sameComment,
    doc: `Free text kept with the certificate in SCM, at most ${LONGEST_COMMENT} characters.`,
  }),
  external_requesters: set(text, {
    is: "optional",
    onChange: "update",
    same: sameAddresses,
    doc: "Mail addresses of the people to tell about this certificate; those of the profile when left out. Together at most 512 characters.",
  }),
  custom_fields: map(text, {
    is: "optional",
    onChange: "update",
    doc: "Values of SCM custom fields by exact field name, beside or instead of the profile's. Fields that are not named are left alone.",
  }),
  order_key: string({
    is: "optional",
    onChange: "update",
    doc: "Tells this order from another one that is the same in organization, SCM profile, names and request. Changing it orders another certificate.",
  }),
  trust_type: string({
    is: "optional",
    onChange: "record",
    doc: "`public` (default) or `private`: whether the longest validity that the CA/Browser Forum allows publicly trusted certificates holds for orders of this one.",
    checks: [known(["public", "private"])],
  }),
  sensor: string({
    is: "optional",
    onChange: "record",
    doc: "The only sensor by which its orders go; the profile's when left out. Only with the enrollment method `sensor`, or without a profile.",
  }),
  validation: validatedArgument,
  skip_validation_check: bool({
    is: "optional",
    onChange: "record",
    doc: "Whether its orders go to SCM without a look at whether their domains and the organization are validated; as the profile says when left out, else false.",
  }),
  renewal: renewalArgument,
  on_pending: string({
    is: "optional",
    onChange: "record",
    doc: "What to do while an order waits for an administrator or the CA: `wait` (default) until `timeouts` end, with a warning then; `return` at once, and a later refresh picks the certificate up; `fail` with an error, and the next apply takes the order over.",
    checks: [known(["wait", "return", "fail"])],
  }),
  preferred_chain: string({
    is: "optional",
    onChange: "update",
    doc: "Name of the root (its common name, or all of its distinguished name) at the top of the chain to publish, where SCM sends several ways up. When left out, or where no way ends there, the shortest to a self-signed root.",
  }),
  on_mismatch: string({
    is: "optional",
    onChange: "record",
    doc: "What to do when the certificate lacks a name that was ordered: `warn` (default) in every plan, or `accept`. One with a name that was neither ordered nor is one that CAs add (`www.`, the bare domain of a wildcard) is never published.",
    checks: [known(["warn", "accept"])],
  }),
  when_revoked: string({
    is: "optional",
    onChange: "record",
    doc: "What to do when it was revoked outside Terraform: `by_reason` (default) enrolls anew where the reason allows, `reenroll` always, `warn` never.",
    checks: [known(["by_reason", "reenroll", "warn"])],
  }),
  when_missing: string({
    is: "optional",
    onChange: "record",
    doc: "What to do when SCM no longer shows it: `error` (default) warns in every plan and keeps what state knows, since SCM can't tell gone from not visible; a renewal of it is an error from its hard deadline on. `reenroll` forgets it and enrolls anew. A refresh sees the state only: chosen when it is missing already, it counts from the next plan on.",
    checks: [known(["error", "reenroll"])],
  }),
  revoke_on_destroy: bool({
    is: "optional",
    onChange: "record",
    doc: "Whether destroying this resource revokes the certificate; true when left out. With `lifecycle { destroy = false }` (Terraform 1.16) nothing is destroyed: the resource is only forgotten, and nothing revoked, whatever this says.",
  }),
  revocation_reason: string({
    is: "optional",
    onChange: "record",
    doc: "Why it is revoked on destroy: `cessation_of_operation` (default), `unspecified`, `key_compromise`, `affiliation_changed` or `superseded`.",
    checks: [known(Object.keys(REVOCATION_REASONS))],
  }),
  revoke_superseded: bool({
    is: "optional",
    onChange: "record",
    doc: "Whether certificates that this one took the place of are revoked too: in the apply that exchanges them, as soon as the new one is issued, and on destroy. False when left out: servers may still use them.",
  }),
  timeouts,
  ...certificateResults,
} as const;

export type CertificateAttributes = typeof certificateAttributes;

/** What makes up an order: a change of one of these asks for another certificate. */
export const ORDER_ARGUMENTS = [
  "organization_id",
  "scm_profile_id",
  "csr_pem",
  "subject_alternative_names",
  "private_key",
  "private_key_wo_version",
  "subject",
  "order_key",
] as const;

function positive(value: number): string | null {
  return value >= 1 ? null : `1 or more is required, ${value} is given`;
}
