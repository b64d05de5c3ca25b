import {
  LONGEST_COMMENT,
  REVOCATION_REASONS,
  sameAddresses,
  sameComment,
  sameNames,
  sameRequest,
} from "../../../../core/index.ts";
import { bool, integer, map, set, single, string, text, type ValueOf } from "../../../framework/attribute.ts";
import { timeouts } from "../../../framework/timeouts.ts";
import { known } from "../../checks.ts";
import { KEY_KIND_DOCS } from "../../key-kind.ts";
import { profileArgument } from "../../profile-ref.ts";
import { oneWindow, windowMembers } from "../../renewal-window.ts";
import { validatedArgument } from "../../validated-ref.ts";
import { certificateResults } from "./computed-attributes.ts";

const part = (doc: string) => string({ is: "optional", doc });

/** Where the key comes from, other than by `csr_pem`. */
const keyArguments = {
  private_key_wo: string({
    is: "optional",
    // Not marked sensitive: it is in no plan and no state anyway, and beside a second sensitive attribute Terraform writes
    // their paths in random order, so that a refresh would report a change that was not made.
    writeOnly: true,
    doc: "Private key to sign the certificate request with, PEM, unencrypted. Never stored: give it from an ephemeral resource or variable, with `private_key_wo_version`. It is looked at only when a request has to be signed. Terraform 1.11 or later.",
  }),
  private_key_wo_version: integer({
    is: "optional",
    onChange: "update",
    doc: "Raise it to have the certificate replaced by one for the key that `private_key_wo` holds now.",
  }),
  private_key: single(
    {
      algorithm: part(KEY_KIND_DOCS.algorithm),
      rsa_bits: integer({ is: "optional", doc: KEY_KIND_DOCS.rsa_bits }),
      ecdsa_curve: part(KEY_KIND_DOCS.ecdsa_curve),
    },
    {
      is: "optional",
      onChange: "update",
      doc: "Makes a private key and keeps it **in state** as `private_key_pem`: by choice only. Changing it makes another key and has the certificate replaced.",
    },
  ),
  subject: single(
    {
      common_name: part("Common name; the only name of `subject_alternative_names` when left out."),
      organization: part("Organization."),
      organizational_unit: part("Organizational unit."),
      locality: part("Locality."),
      state: part("State or province."),
      country: part("Country, two letters."),
    },
    {
      is: "optional",
      onChange: "update",
      doc: "Subject of the request that is signed with `private_key` or `private_key_wo`. SCM adds the organization's own details whatever it says.",
    },
  ),
} as const;

export type SubjectArgument = ValueOf<(typeof keyArguments)["subject"]>;

export const renewalArgument = single(
  {
    enabled: bool({
      is: "optional",
      doc: "Whether a plan renews it when its window is open; true when left out. False leaves renewal to SCM.",
    }),
    ...windowMembers,
    hard_deadline_days: integer({
      is: "optional",
      doc: "How many days before the end a failed renewal turns from a warning into an error. Default: 7, or a sixth of the lifetime where that is less.",
      checks: [(value) => (value >= 0 ? null : `0 or more is required, ${value} is given`)],
    }),
    mode: string({
      is: "optional",
      doc: "`in_one_apply` (default): order, wait, publish. `order_then_switch`: the apply only orders, and a later refresh publishes the new certificate once it is issued; for dependents that must not be changed twice.",
      checks: [
        (value) =>
          ["in_one_apply", "order_then_switch"].includes(value)
            ? null
            : `one of "in_one_apply", "order_then_switch" is required, "${value}" is given`,
      ],
    }),
  },
  {
    is: "optional",
    onChange: "update",
    doc: "When to renew: in the last third of the lifetime where neither certificate nor profile says anything. Settings of the certificate win over those of the profile.",
    checks: [oneWindow],
  },
);

export type RenewalArgument = ValueOf<typeof renewalArgument>;

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
    doc: "What to do when SCM no longer shows it: `error` (default) warns in every plan and keeps what state knows, since SCM can't tell gone from not visible; a renewal of it is an error from its hard deadline on. `reenroll` forgets it and enrolls anew. A refresh knows the state only: what is chosen when the certificate is missing already takes effect in the plan after the next apply.",
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
    doc: "Why it is revoked on destroy: `cessation_of_operation` (default), `unspecified`, `key_compromise`, `affiliation_changed` or `superseded`. With `key_compromise` those of `superseded` that are for the same key are revoked too.",
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
