import type { Caller } from "../caller.ts";
import { type Certificates, certificates } from "./certificates.ts";
import {
  type CustomFields,
  customFields,
  type Organizations,
  organizations,
  type Profiles,
  profiles,
} from "./settings.ts";

/** SCM's areas, one member each. */
export interface Resources {
  readonly organizations: Organizations;
  readonly profiles: Profiles;
  readonly customFields: CustomFields;
  readonly certificates: Certificates;
}

/** Binds every area to one caller. */
export function resources(caller: Caller): Resources {
  return {
    organizations: organizations(caller),
    profiles: profiles(caller),
    customFields: customFields(caller),
    certificates: certificates(caller),
  };
}
