import type { WaitOptions } from "../../base/deadline.ts";
import { jsonDecoder } from "../answer.ts";
import type { Caller } from "../caller.ts";
import { type Organization, organizationList } from "../schemas/organizations.ts";
import { type CustomField, customFieldList, type ScmProfile, scmProfileList } from "../schemas/profiles.ts";

export interface Organizations {
  /** All organizations visible to this administrator, with their departments; SCM's order. */
  list(options?: WaitOptions): Promise<readonly Organization[]>;
}

export interface Profiles {
  /** SSL profiles: of one organization or department, or all that this administrator may see; SCM's order. */
  list(
    filter?: { readonly organizationId?: number | undefined },
    options?: WaitOptions,
  ): Promise<readonly ScmProfile[]>;
}

export interface CustomFields {
  /** Enabled custom fields of SSL certificates; `isMandatory` speaks of REST. */
  list(options?: WaitOptions): Promise<readonly CustomField[]>;
}

const decodeOrganizations = jsonDecoder(organizationList);
const decodeProfiles = jsonDecoder(scmProfileList);
const decodeFields = jsonDecoder(customFieldList);

export function organizations(caller: Caller): Organizations {
  return {
    list: (options) =>
      caller.run(
        { call: "GET organization", what: "list organizations", decode: decodeOrganizations },
        options,
      ),
  };
}

export function profiles(caller: Caller): Profiles {
  return {
    list: (filter = {}, options) =>
      caller.run(
        {
          call: "GET ssl/types",
          what:
            filter.organizationId === undefined
              ? "list SCM profiles"
              : `list SCM profiles of organization ${filter.organizationId}`,
          query: { organizationId: filter.organizationId },
          decode: decodeProfiles,
        },
        options,
      ),
  };
}

export function customFields(caller: Caller): CustomFields {
  return {
    list: (options) =>
      caller.run({ call: "GET ssl/customFields", what: "list custom fields", decode: decodeFields }, options),
  };
}
