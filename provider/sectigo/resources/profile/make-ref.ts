import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import { type ProfileRef, sameProfile } from "../../profile-ref.ts";
import type { LookedUp } from "./look-up.ts";
import type { PlannedProfile, StoredProfile } from "./values.ts";

/** Arguments that stand in the `ref` as they are. */
const HANDED_ON = [
  "enrollment_method",
  "sensor",
  "term_days",
  "key_types",
  "allowed_names",
  "common_name_from_san",
  "renewal",
  "external_requesters",
  "owners",
  "tags",
  "custom_fields",
  "skip_validation_check",
] as const;

type Ids = Pick<LookedUp, "organizationId" | "scmProfileId">;

/**
 * What others take from this profile. Known as soon as its inputs are; one that says the same as before stays.
 */
export function makeRef(
  planned: PlannedProfile,
  { organizationId, scmProfileId }: Ids,
  prior: StoredProfile | null,
): ProfileRef | Unknown {
  const { connector } = planned;
  const handedOn = HANDED_ON.map((name) => [name, planned[name]] as const);
  const isOpen = [connector, organizationId, scmProfileId, ...handedOn.map(([, value]) => value)].some(
    (value) => value instanceof Unknown,
  );
  if (isOpen || connector instanceof Unknown) return UNKNOWN;
  const ref = {
    host: connector?.host ?? null,
    customer_uri: connector?.customer_uri ?? null,
    business_unit: connector?.business_unit ?? null,
    sensors: connector?.sensors ?? null,
    organization_id: organizationId,
    scm_profile_id: scmProfileId,
    ...Object.fromEntries(handedOn),
  } as ProfileRef; // nothing in it is unknown: that was looked at first
  return prior?.ref && sameProfile(prior.ref, ref) ? prior.ref : ref;
}
