import { isEnrollmentMethod, METHOD_RULES, sameAddresses } from "../../../../core/index.ts";
import type { Diagnostic } from "../../../framework/diagnostics.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import { bySensors } from "../../by-sensors.ts";
import type { Connection } from "../../connection.ts";
import type { ProfileRef } from "../../profile-ref.ts";
import type { PlannedCertificate, StoredCertificate } from "./state.ts";

/** Arguments that a profile has a word for too; the certificate's own word comes first. */
export const SHARED = [
  "organization_id",
  "scm_profile_id",
  "term_days",
  "renewal",
  "external_requesters",
  "custom_fields",
  "sensor",
  "skip_validation_check",
] as const;

type Shared = (typeof SHARED)[number];

type Wishes = Pick<PlannedCertificate, "profile" | Shared>;

/**
 * What holds for a certificate: its own arguments, and its profile's where it says nothing. Configuration, plan and state
 * are completed alike, so that a number that moves into a profile is not a change. Of a profile that is not known yet, neither
 * is what it would say.
 */
export function withProfile<W extends Wishes>(wishes: W): W {
  const { profile } = wishes;
  if (profile === null) return wishes;
  const filled = SHARED.map((name) => [name, wishes[name] ?? said(profile, name)] as const);
  // Members of a profile have the types of the arguments that they stand in for.
  return {
    ...wishes,
    ...Object.fromEntries(filled),
    custom_fields: mergedFields(wishes, profile),
    renewal: isEnrolledElsewhere(profile) ? { ...NO_RENEWAL } : (wishes.renewal ?? said(profile, "renewal")),
  } as W;
}

function said(profile: ProfileRef | Unknown, name: Shared) {
  return profile instanceof Unknown ? UNKNOWN : profile[name];
}

/** Field by field: what the certificate does not name stays the profile's. */
function mergedFields({ custom_fields: own }: Wishes, profile: ProfileRef | Unknown) {
  if (own instanceof Unknown || profile instanceof Unknown) return UNKNOWN;
  return profile.custom_fields === null ? own : { ...profile.custom_fields, ...own };
}

const NO_RENEWAL = {
  enabled: false,
  window_share: null,
  window_days: null,
  hard_deadline_days: null,
  mode: null,
} as const;

/** The client that enrolls them renews them too; here they can only be kept. */
function isEnrolledElsewhere(profile: ProfileRef | Unknown): boolean {
  if (profile instanceof Unknown) return false;
  const { enrollment_method: method } = profile;
  return method !== null && isEnrollmentMethod(method) && METHOD_RULES[method].inputs === null;
}

/**
 * The way back, for what a refresh found: each value goes where it was said, in an argument or in the profile as the state
 * holds it, so that the next plan shows it against the configuration.
 */
export function asGiven(found: StoredCertificate, given: StoredCertificate): StoredCertificate {
  const { profile } = given;
  if (profile === null) return found;
  const own = Object.fromEntries(SHARED.map((name) => [name, given[name] === null ? null : found[name]]));
  return {
    ...found,
    ...own,
    ...{ term_days: given.term_days, renewal: given.renewal },
    custom_fields: given.custom_fields && onlyOf(given.custom_fields, found.custom_fields),
    profile: { ...profile, ...foundOfProfile(found, given, profile) },
  };
}

type Drifting = "organization_id" | "scm_profile_id" | "external_requesters" | "custom_fields";

/** What SCM can say otherwise than the profile; what the certificate says itself is none of the profile's. */
function foundOfProfile(
  found: StoredCertificate,
  given: StoredCertificate,
  profile: ProfileRef,
): Pick<ProfileRef, Drifting> {
  const { external_requesters: before, custom_fields: fields } = profile;
  const isSame = sameAddresses(before ?? [], found.external_requesters ?? []);
  return {
    organization_id: given.organization_id === null ? found.organization_id : profile.organization_id,
    scm_profile_id: given.scm_profile_id === null ? found.scm_profile_id : profile.scm_profile_id,
    external_requesters: given.external_requesters !== null || isSame ? before : found.external_requesters,
    custom_fields: fields && foundFields(fields, given.custom_fields ?? {}, found.custom_fields ?? {}),
  };
}

type Fields = Readonly<Record<string, string>>;

function onlyOf(names: Fields, found: Fields | null): Fields {
  return Object.fromEntries(Object.entries(found ?? {}).filter(([name]) => Object.hasOwn(names, name)));
}

function foundFields(before: Fields, own: Fields, found: Fields): Fields {
  const kept = Object.entries(before).filter(([name]) => Object.hasOwn(own, name));
  const others = Object.entries(onlyOf(before, found)).filter(([name]) => !Object.hasOwn(own, name));
  return Object.fromEntries([...kept, ...others]);
}

type Routed = Pick<StoredCertificate, "profile" | "sensor">;

/** A connection by certain sensors, and what is to be said of that. */
interface Routing {
  readonly api: Connection;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The connection by which a certificate is read and revoked: by its connector's sensors. One that was removed from the
 * provider block must not keep anybody from that, so then all serve.
 */
export function readConnection(api: Connection, { profile }: Routed): Routing {
  const { client, diagnostics } = bySensors(api, profile?.sensors ?? null);
  const isNews = diagnostics.length > 0 && api.catalog.isFirstTime("sensors of a profile have vanished");
  return { api: { ...api, client }, diagnostics: isNews ? diagnostics : [] };
}

/**
 * The connection by which it is ordered: by its one sensor, where it names one, and by no other.
 * @throws ConfigError `config.sensor_unknown`
 */
export function orderConnection(api: Connection, wished: Routed): Routing {
  if (wished.sensor === null) return readConnection(api, wished);
  return { api: { ...api, client: api.client.through([wished.sensor]) }, diagnostics: [] };
}
