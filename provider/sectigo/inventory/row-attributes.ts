import {
  attributeName,
  type HasSuccessor,
  type InventoryAttribute,
  type InventoryEntry,
  judgePolicies,
  type LimitWords,
  outsideLimits,
  POLICIES,
  personalAttributes,
  statusAt,
  violationsOf,
} from "../../../core/index.ts";
import { bool, integer, list, map, type ObjectOf, string, text, whole } from "../../framework/attribute.ts";

const may = (doc: string) => ({ is: "computed", nullable: true, doc }) as const;
const DATE = "A day, or an RFC 3339 instant where SCM tells one.";
const DETAILS = "Null unless details were read.";

/** A certificate of an inventory. Persons stand in it only where they were asked for. */
export const rowAttributes = {
  type: string(may("`ssl`, `client` or `device`.")),
  certificate_id: integer(may("SCM's id within the type; of `ssl` the `ssl_id` of `sectigo_certificate`.")),
  common_name: string(may("Common name.")),
  subject_alternative_names: list(text, may("Names, in SCM's order.")),
  status: string(may("State in SCM's words; `Expired` as soon as the end has come.")),
  serial_number: string(may("Serial number, upper-case hexadecimal; null before issue.")),
  organization_id: integer(may("Organization or department.")),
  organization_name: string(may("Its name.")),
  scm_profile_id: integer(may("SCM profile; null for some that were discovered or uploaded.")),
  scm_profile_name: string(may("Its name.")),
  business_unit: string(may("Business unit that the connector gives it.")),
  tags: list(text, may("Tags that assignment rules give, sorted.")),
  owners: list(text, may("Owners that assignment rules give: mail addresses, sorted.")),
  custom_attributes: map(text, may("Custom attributes that assignment rules give.")),
  custom_fields: map(text, may("Values of SCM custom fields by name.")),
  term_days: integer(may("Validity that was asked for, days.")),
  order_number: string(may("Order number of the CA.")),
  backend_cert_id: string(may("The CA's own id.")),
  vendor: string(may(`CA that issues it. ${DETAILS}`)),
  validation_type: string(may(`Kind of validation. ${DETAILS}`)),
  issuer: string(may("Distinguished name of the issuer.")),
  subject: string(may(`Distinguished name of the subject. Of SSL: ${DETAILS.toLowerCase()}`)),
  requester: string(may("Who asked for it. Only with `include_persons`.")),
  approver: string(may("Who approved it. Only with `include_persons`.")),
  external_requesters: list(text, may("Mail addresses that are told about it. Only with `include_persons`.")),
  person_name: string(may("Of client certificates: whose it is. Only with `include_persons`.")),
  email: string(may("Mail address of that person. Only with `include_persons`.")),
  comments: string(may("Free text kept with it.")),
  requested: string(may(`When it was asked for. ${DATE}`)),
  approved: string(may(`When it was approved. ${DATE}`)),
  declined: string(may(`When it was declined. ${DATE}`)),
  issued: string(may(`When it was issued. ${DATE}`)),
  expires: string(may(`When it ends. ${DATE}`)),
  has_successor: bool(
    may(
      "Whether another issued certificate of its organization and issuer covers its names and ends later. Null where SCM tells too little: of clients and devices always.",
    ),
  ),
  violations: list(
    text,
    may(`Policies that it is known to violate: ${POLICIES.map((policy) => `\`${policy}\``).join(", ")}.`),
  ),
  unjudged: list(
    text,
    may("Policies of which SCM tells too little to judge it by; `sha1_signature` unless details were read."),
  ),
  outside_limits: list(
    text,
    may(
      "Limits of `outside_limits_of` that it breaks: `allowed_names`, `key_types`, `term_days`. Null without that filter.",
    ),
  ),
  same_certificate_ids: list(
    whole,
    may("Ids of other records of the same certificate, by hash or by serial number and issuer."),
  ),
  revoked: string(may(`When it was revoked. ${DATE}`)),
  replaced: string(may(`When it was replaced. ${DATE}`)),
  renewed: string(may(`When it was renewed. ${DATE} ${DETAILS}`)),
  is_renewed: bool(may(`Whether it was renewed. ${DETAILS}`)),
  revocation_reason_code: integer(may(`Why it was revoked, RFC 5280. ${DETAILS}`)),
  requested_via: string(may("How it came into SCM, in SCM's words.")),
  origin: string(may("`managed`, `discovered` or `uploaded`.")),
  key_algorithm: string(may("`RSA` or `EC`.")),
  key_size: integer(may("Bits of the modulus or of the curve.")),
  key_strength: integer(may("Bits of security: 112 for RSA 2048, 128 for P-256.")),
  signature_algorithm: string(may(`Algorithm of the signature. ${DETAILS}`)),
  key_usages: list(text, may(`Key usages. ${DETAILS}`)),
  extended_key_usages: list(text, may(`Extended key usages. ${DETAILS}`)),
  sha1_hash: string(may("SHA-1 of the certificate.")),
  sha256_hash: string(may(`SHA-256 of the certificate. ${DETAILS}`)),
  auto_renew_state: string(may(`Whether SCM renews it automatically. ${DETAILS}`)),
  auto_install_state: string(may(`Whether SCM installs it. ${DETAILS}`)),
} as const;

export type InventoryRowValue = ObjectOf<typeof rowAttributes>;

const spelled = (attribute: InventoryAttribute): string => attributeName({ attribute, fieldName: null });

/** An entry as a row. @param now judges whether it has ended, as filters do */
export function rowOf(
  entry: InventoryEntry,
  { hasPersons, now, hasSuccessor, sameIdsOf, profiles }: RowForm,
): InventoryRowValue {
  const { customFields, attributes, businessUnit, tags, owners, ...certificate } = entry;
  const named = Object.entries(certificate).map(
    // The members of a certificate are its attributes.
    ([name, value]) => [spelled(name as InventoryAttribute), value] as const,
  );
  const row = {
    ...Object.fromEntries(named),
    ...{ tags, owners, business_unit: businessUnit, custom_attributes: attributes },
    custom_fields: Object.fromEntries(customFields.map(({ name, value }) => [name, value])),
    status: statusAt(entry, now),
    has_successor: hasSuccessor(entry),
    violations: violationsOf(entry),
    unjudged: POLICIES.filter((policy) => judgePolicies(entry)[policy] === null),
    outside_limits: profiles === null ? null : outsideLimits(entry, profiles),
    same_certificate_ids: sameIdsOf(entry),
    // Owners stay: the rules that give them stand in the same configuration.
    ...(hasPersons ? {} : Object.fromEntries(personalAttributes(entry).map((name) => [spelled(name), null]))),
  };
  // Attributes and members have the same names and types: the test holds them together.
  return row as unknown as InventoryRowValue;
}

interface RowForm {
  readonly hasPersons: boolean;
  readonly now: Date;
  readonly hasSuccessor: HasSuccessor;
  /** Other records of the same certificate. */
  readonly sameIdsOf: (entry: InventoryEntry) => readonly number[];
  /** Whose limits rows are held against; null: none. */
  readonly profiles: readonly LimitWords[] | null;
}
