import type { CsrSubject } from "../../../../core/index.ts";
import { integer, single, string, type ValueOf } from "../../../framework/attribute.ts";
import { KEY_KIND_DOCS } from "../../key-kind.ts";

const part = (doc: string) => string({ is: "optional", doc });

/** Where the key comes from, other than by `csr_pem`. */
export const keyArguments = {
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

/** Members of `subject` by the names that core has for them. */
export const SUBJECT_MEMBERS = {
  commonName: "common_name",
  organization: "organization",
  organizationalUnit: "organizational_unit",
  locality: "locality",
  state: "state",
  country: "country",
} as const satisfies Readonly<Record<keyof CsrSubject, keyof SubjectArgument>>;

export function subjectOf(subject: SubjectArgument): CsrSubject {
  return Object.fromEntries(
    Object.entries(SUBJECT_MEMBERS).map(([field, member]) => [field, subject[member]]),
  );
}
