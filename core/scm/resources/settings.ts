import type { WaitOptions } from "../../base/deadline.ts";
import { jsonDecoder } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { CallName } from "../calls.ts";
import { type CustomField, customFieldList, type ScmProfile, scmProfileList } from "../schemas/profiles.ts";

export interface Profiles {
  /** SCM profiles of one certificate type: of one organization or department, or all visible ones; SCM's order. */
  list(
    filter?: { readonly organizationId?: number | undefined },
    options?: WaitOptions,
  ): Promise<readonly ScmProfile[]>;
}

export interface CustomFields {
  /** Enabled custom fields of one certificate type; `isMandatory` speaks of REST. */
  list(options?: WaitOptions): Promise<readonly CustomField[]>;
}

const decodeProfiles = jsonDecoder(scmProfileList);
const decodeFields = jsonDecoder(customFieldList);

type ProfileCall = Extract<CallName, `GET ${string}/types`>;
type FieldCall = Extract<CallName, `GET ${string}/customFields`>;

/** Each certificate type has its own list under the same form. */
export function profiles(caller: Caller, call: ProfileCall = "GET ssl/types"): Profiles {
  return {
    list: ({ organizationId } = {}, options) => {
      const what =
        organizationId === undefined
          ? "list SCM profiles"
          : `list SCM profiles of organization ${organizationId}`;
      return caller.run({ call, what, query: { organizationId }, decode: decodeProfiles }, options);
    },
  };
}

export function customFields(caller: Caller, call: FieldCall = "GET ssl/customFields"): CustomFields {
  return {
    list: (options) => caller.run({ call, what: "list custom fields", decode: decodeFields }, options),
  };
}
