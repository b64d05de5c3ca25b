import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { createdId, jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import {
  type AdministratorDetails,
  type AdministratorIdentity,
  type AdministratorRole,
  administratorDetails,
  administratorList,
  type IdentityProvider,
  identityProviderList,
  type PasswordState,
  type Privilege,
  passwordState,
  privilegeList,
  roleNames,
} from "../schemas/administrators.ts";
import { goneIsDone } from "./gone-is-done.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

export interface AdministratorFilter {
  readonly type?: string | undefined;
  readonly login?: string | undefined;
  readonly email?: string | undefined;
  readonly activeState?: string | undefined;
  readonly organizationId?: number | undefined;
  readonly roles?: readonly string[] | undefined;
}

/** What an administrator is made of; members left out of a change stay as they are. */
export interface AdministratorChange {
  readonly forename?: string | undefined;
  readonly surname?: string | undefined;
  readonly email?: string | undefined;
  readonly roles?: readonly AdministratorRole[] | undefined;
  readonly privileges?: readonly string[] | undefined;
  readonly isActive?: boolean | undefined;
}

export interface NewAdministrator extends AdministratorChange {
  readonly login: string;
  readonly type?: "STANDARD" | "API" | "IDP" | undefined;
  readonly password?: string | undefined;
}

export interface Administrators {
  list(filter?: AdministratorFilter & PageChoice, options?: WaitOptions): Paged<AdministratorIdentity>;
  get(adminId: number, options?: WaitOptions): Promise<AdministratorDetails>;
  /** Roles that this administrator may grant; what it has itself, SCM does not tell. */
  roles(options?: WaitOptions): Promise<readonly string[]>;
  /** Privileges that this administrator may grant with these roles. */
  privileges(roles: readonly string[], options?: WaitOptions): Promise<readonly Privilege[]>;
  identityProviders(options?: WaitOptions): Promise<readonly IdentityProvider[]>;
  /** State and end of the password that this client signs in with; header sign-in only. */
  passwordState(options?: WaitOptions): Promise<PasswordState>;
  /** @throws LoginError `login.password_rule` */
  changePassword(newPassword: string, options?: WaitOptions): Promise<void>;
  create(
    administrator: NewAdministrator,
    options?: WaitOptions,
  ): Promise<{ readonly adminId: number | null }>;
  update(adminId: number, change: AdministratorChange, options?: WaitOptions): Promise<void>;
  /** @param replacingRequesterId who takes over what the administrator requested */
  delete(adminId: number, replacingRequesterId?: number, options?: WaitOptions): Promise<void>;
  /** Separates an administrator from its identity provider. */
  unlink(adminId: number, options?: WaitOptions): Promise<void>;
}

const decodeList = jsonDecoder(administratorList);
const decodeDetails = jsonDecoder(administratorDetails);
const decodeRoles = jsonDecoder(roleNames);
const decodePrivileges = jsonDecoder(privilegeList);
const decodeProviders = jsonDecoder(identityProviderList);
const decodePassword = jsonDecoder(passwordState);

function wireChange({ roles, isActive, ...same }: AdministratorChange) {
  return {
    ...same,
    credentials: roles?.map(({ role, organizationId }) => ({ role, orgId: organizationId ?? undefined })),
    activeState: isActive === undefined ? undefined : isActive ? "ACTIVE" : "SUSPENDED",
  };
}

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
    roles: (options) =>
      caller.run({ call: "GET admin/roles", what: "list roles to grant", decode: decodeRoles }, options),
    privileges: (roles, options) =>
      caller.run(
        {
          call: "GET admin/privileges",
          what: "list privileges to grant",
          query: { role: roles },
          decode: decodePrivileges,
        },
        options,
      ),
    identityProviders: (options) =>
      caller.run(
        { call: "GET admin/idp", what: "list identity providers", decode: decodeProviders },
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
        { call: "POST admin/changepassword", what, body: { newPassword }, decode: noContent },
        options,
      );
    },
    async create({ login, type, password, ...change }, options) {
      const what = `create administrator ${quoted(login)}`;
      const body = { login, type, password, ...wireChange(change) };
      return { adminId: await caller.run({ call: "POST admin", what, body, decode: createdId }, options) };
    },
    async update(adminId, change, options) {
      const what = `change administrator ${adminId}`;
      const body = wireChange(change);
      await caller.run(
        { call: "PUT admin/{id}", what, params: { adminId }, body, decode: noContent },
        options,
      );
    },
    async delete(adminId, replacingRequesterId, options) {
      await caller.run<null>(
        {
          call: "DELETE admin/{id}",
          what: `delete administrator ${adminId}`,
          params: { adminId },
          query: { replacingRequesterId },
          decode: noContent,
          recover: goneIsDone,
        },
        options,
      );
    },
    async unlink(adminId, options) {
      const what = `unlink administrator ${adminId}`;
      await caller.run(
        { call: "PUT admin/{id}/unlink", what, params: { adminId }, decode: noContent },
        options,
      );
    },
  };
}
