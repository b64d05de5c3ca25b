import type { Config, Planned, State, Stored } from "../../../framework/resource.ts";
import type { ProfileAttributes } from "./attributes.ts";

export type StoredProfile = Stored<ProfileAttributes>;
export type PlannedProfile = Planned<ProfileAttributes>;
export type ProfileState = State<ProfileAttributes>;
export type ProfileConfig = Config<ProfileAttributes>;

/** The part of a state that what it keeps in SCM decides. */
export type RemoteValues = Pick<
  ProfileState,
  | "endpoint_id"
  | "endpoint_account_id"
  | "enrollment_url"
  | "acme_account_id"
  | "acme_directory_url"
  | "acme_eab_key_id"
  | "acme_eab_hmac_key"
>;

/** Of a profile that keeps nothing in SCM. */
export const NOTHING_KEPT: RemoteValues = {
  endpoint_id: null,
  endpoint_account_id: null,
  enrollment_url: null,
  acme_account_id: null,
  acme_directory_url: null,
  acme_eab_key_id: null,
  acme_eab_hmac_key: null,
};

/** What the state says already. */
export function keptValues(state: StoredProfile): RemoteValues {
  const names = Object.keys(NOTHING_KEPT) as (keyof RemoteValues)[];
  return Object.fromEntries(names.map((name) => [name, state[name]])) as RemoteValues; // the same keys on both sides
}
