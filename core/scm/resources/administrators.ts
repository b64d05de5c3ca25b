import type { WaitOptions } from "../../base/deadline.ts";
import { jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import {
  type AdministratorDetails,
  type AdministratorIdentity,
  administratorDetails,
  administratorList,
  type PasswordState,
  passwordState,
} from "../schemas/administrators.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

interface AdministratorFilter {
  readonly type?: string | undefined;
  readonly login?: string | undefined;
  readonly email?: string | undefined;
  readonly activeState?: string | undefined;
  readonly organizationId?: number | undefined;
  readonly roles?: readonly string[] | undefined;
}

export interface Administrators {
  list(filter?: AdministratorFilter & PageChoice, options?: WaitOptions): Paged<AdministratorIdentity>;
  get(adminId: number, options?: WaitOptions): Promise<AdministratorDetails>;
  /** State and end of the password that this client signs in with; header sign-in only. */
  passwordState(options?: WaitOptions): Promise<PasswordState>;
  /** @throws LoginError `login.password_rule` */
  changePassword(newPassword: string, options?: WaitOptions): Promise<void>;
}

const decodeList = jsonDecoder(administratorList);
const decodeDetails = jsonDecoder(administratorDetails);
const decodePassword = jsonDecoder(passwordState);

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Administrators". */
export function administrators(caller: Caller): Administrators {
  return {
    list: ({ size, position, organizationId, roles, ...same } = {}, options) =>
      pagedCall<AdministratorIdentity>(
        caller,
        {
          call: "GET admin",
          what: "list administrators",
          query: { ...same, orgId: organizationId, role: roles },
          page: { size, position },
          decode: decodeList,
          identify: (row) => row.adminId,
        },
        options,
      ),
    get: (adminId, options) =>
      caller.run(
        {
          call: "GET admin/{id}",
          what: `read administrator ${adminId}`,
          params: { adminId },
          decode: decodeDetails,
        },
        options,
      ),
    passwordState: (options) =>
      caller.run(
        { call: "GET admin/password", what: "read the state of the password", decode: decodePassword },
        options,
      ),
    async changePassword(newPassword, options) {
      const what = "change the password";
      await caller.run(
        {
          call: "POST admin/changepassword",
          what,
          body: { newPassword },
          secrets: [newPassword],
          decode: noContent,
        },
        options,
      );
    },
  };
}
