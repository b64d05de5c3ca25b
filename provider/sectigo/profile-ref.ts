import {
  bool,
  encodeMember,
  integer,
  list,
  map,
  type ObjectOf,
  set,
  single,
  string,
  text,
} from "../framework/attribute.ts";
import { equalValues } from "../framework/equal-values.ts";
import { computedMembers } from "./computed-members.ts";

/** How certificates of a profile are renewed, where they don't say so themselves. */
const renewalMembers = {
  enabled: bool({ is: "optional", doc: "Whether plans renew them; true when left out." }),
  window_share: string({
    is: "optional",
    doc: "Share of the lifetime before the end in which to renew: `1/3`, `0.25` or `25%`. Not together with `window_days`.",
  }),
  window_days: integer({ is: "optional", doc: "Days before the end in which to renew." }),
  hard_deadline_days: integer({
    is: "optional",
    doc: "From so many days before the end on, a renewal that fails is an error and no longer a warning.",
  }),
  mode: string({
    is: "optional",
    doc: "`in_one_apply` (order, wait, publish) or `order_then_switch` (order now, publish when it is issued).",
  }),
} as const;

/**
 * What a profile hands on to those who depend on it. Only what they need: a new name of the profile changes nothing here.
 * Every member is optional where it is accepted, so that states of different releases fit together.
 */
export const profileMembers = {
  host: string({ is: "optional", doc: "Host of the SCM account." }),
  customer_uri: string({ is: "optional", doc: "Customer of the SCM account." }),
  business_unit: string({ is: "optional", doc: "Business unit of the connector." }),
  sensors: list(text, { is: "optional", doc: "Sensors by which orders go, in order; null: the provider's." }),
  organization_id: integer({ is: "optional", doc: "SCM organization or department." }),
  scm_profile_id: integer({ is: "optional", doc: "SCM profile to enroll with." }),
  enrollment_method: string({
    is: "optional",
    doc: "How certificates are enrolled: `enrollment_method` of the profile.",
  }),
  sensor: string({ is: "optional", doc: "The only sensor by which orders go; null: any." }),
  term_days: integer({ is: "optional", doc: "Validity to ask for, days; null: the longest on offer." }),
  key_types: set(text, {
    is: "optional",
    doc: "Keys that are allowed, such as `EC P-256`; null: all on offer.",
  }),
  allowed_names: set(text, { is: "optional", doc: "Patterns of names that are allowed; null: all." }),
  common_name_from_san: bool({
    is: "optional",
    doc: "Whether the first DNS name serves as common name of a CSR that has none.",
  }),
  renewal: single(renewalMembers, {
    is: "optional",
    doc: "When certificates are renewed that have no `renewal` of their own.",
  }),
  external_requesters: set(text, {
    is: "optional",
    doc: "Mail addresses of the people to tell about each certificate.",
  }),
  owners: set(text, { is: "optional", doc: "Mail addresses of the people who answer for the certificates." }),
  tags: set(text, { is: "optional", doc: "Tags of the certificates." }),
  custom_fields: map(text, { is: "optional", doc: "Values of SCM custom fields by exact field name." }),
  skip_validation_check: bool({
    is: "optional",
    doc: "Whether orders go without a look at the validation of domains and organization.",
  }),
} as const;

/** A profile's `ref` as others see it; members that another release does not know are null. */
export type ProfileRef = ObjectOf<typeof profileMembers>;

/** `ref` of a `sectigo_profile`. */
export const profileRef = single(computedMembers(profileMembers), {
  is: "computed",
  keep: true,
  doc: "What others take from this profile, as a whole: `profile = sectigo_profile.web.ref`.",
});

/** `profile` of whatever enrolls with one. */
export const profileArgument = single(profileMembers, {
  is: "optional",
  onChange: "update",
  same: sameProfile,
  doc: "The profile to enroll with, as a whole: `sectigo_profile.web.ref`. It gives organization, SCM profile, method, term, limits of names and keys, renewal, people, custom fields and sensors, where the certificate says nothing itself. To enroll, this or `organization_id` and `scm_profile_id` are needed.",
});

/** Whether both say the same: sets in any order, lists in theirs. */
export function sameProfile(one: ProfileRef, other: ProfileRef): boolean {
  const tree = (ref: ProfileRef) => encodeMember("ref", profileRef, ref);
  return equalValues(profileRef.type, tree(one), tree(other));
}
