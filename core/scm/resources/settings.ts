import type { WaitOptions } from "../../base/deadline.ts";
import { jsonDecoder } from "../answer.ts";
import type { Caller } from "../caller.ts";
import { type CustomField, customFieldList, type ScmProfile, scmProfileList } from "../schemas/profiles.ts";
import { LARGEST_LIST_BYTES } from "./paged-call.ts";

export interface Profiles {
  /** SCM profiles for SSL certificates: of one organization or department, or all visible ones; SCM's order. */
  list(
    filter?: { readonly organizationId?: number | undefined },
    options?: WaitOptions,
  ): Promise<readonly ScmProfile[]>;
}

export interface CustomFields {
  /** Enabled custom fields of SSL certificates; `isMandatory` speaks of REST. */
  list(options?: WaitOptions): Promise<readonly CustomField[]>;
}

const decodeProfiles = jsonDecoder(scmProfileList);
const decodeFields = jsonDecoder(customFieldList);

export function profiles(caller: Caller): Profiles {
  return {
    list: ({ organizationId } = {}, options) => {
      const what =
        organizationId === undefined
          ? "list SCM profiles"
          : `list SCM profiles of organization ${organizationId}`;
      return caller.run(
        {
          call: "GET ssl/types",
          what,
          query: { organizationId },
          decode: decodeProfiles,
          largestAnswerBytes: LARGEST_LIST_BYTES,
        },
        options,
      );
    },
  };
}

export function customFields(caller: Caller): CustomFields {
  return {
    list: (options) =>
      caller.run(
        {
          call: "GET ssl/customFields",
          what: "list custom fields",
          decode: decodeFields,
          largestAnswerBytes: LARGEST_LIST_BYTES,
        },
        options,
      ),
  };
}
