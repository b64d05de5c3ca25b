import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { createdId, jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import {
  type EndpointAccountDetails,
  type EndpointAccountIdentity,
  type EndpointConfig,
  type EndpointDetails,
  type EndpointIdentity,
  endpointAccountDetails,
  endpointAccountList,
  endpointConfig,
  endpointDetails,
  endpointList,
  type IdpRule,
} from "../schemas/endpoints.ts";
import { ignoreNotFound } from "./ignore-not-found.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

interface NewEndpoint {
  readonly name: string;
  /** 1 to 58 signs; ends the address, and no other endpoint may have it. */
  readonly uriExtension: string;
  /** Organizations and departments that may use it; an administrator of some organizations can't make one without. */
  readonly organizationIds: readonly number[];
  /** Help text of its page; null: none. */
  readonly helpText: string | null;
}

/** How a person proves that an account is for them. */
export type EndpointAuthentication =
  | { readonly kind: "none" }
  /** A secret that everybody who enrolls has to know. */
  | { readonly kind: "accessCode"; readonly accessCode: string }
  | { readonly kind: "idp"; readonly rules: readonly IdpRule[] };

/** The whole of an account: SCM knows no change of a part. */
export interface EndpointAccount {
  /** 3 to 128 signs. */
  readonly name: string;
  readonly organizationId: number;
  readonly scmProfileIds: readonly number[];
  readonly keyMadeBy: "requester" | "browser";
  readonly authentication: EndpointAuthentication;
  readonly isAutoApproved: boolean;
  readonly mayAutoRenew: boolean;
  /** Whether a PKCS#12 file may go without a passphrase; not sent when undefined. */
  readonly allowsEmptyPin?: boolean | undefined;
  /** How PKCS#12 files are encrypted; not sent when undefined. */
  readonly keyProtection?: string | undefined;
}

type AccountReference = { readonly endpointId: number; readonly accountId: number };

/** SSL web forms, where people enroll, and the accounts on them. */
export interface Endpoints {
  /** Asks for SSL web forms, but a host may list other types too. The name filter may match parts. */
  list(
    filter?: { readonly name?: string | undefined } & PageChoice,
    options?: WaitOptions,
  ): Paged<EndpointIdentity>;
  get(endpointId: number, options?: WaitOptions): Promise<EndpointDetails>;
  create(endpoint: NewEndpoint, options?: WaitOptions): Promise<{ readonly endpointId: number | null }>;
  delete(endpointId: number, options?: WaitOptions): Promise<void>;
  /** Delegates it to these organizations and departments, and no longer to others. */
  delegate(endpointId: number, organizationIds: readonly number[], options?: WaitOptions): Promise<void>;
  config(endpointId: number, options?: WaitOptions): Promise<EndpointConfig>;
  /** The whole configuration: SCM knows no change of a part. */
  setConfig(endpointId: number, config: EndpointConfig, options?: WaitOptions): Promise<void>;
  accounts(endpointId: number, filter?: PageChoice, options?: WaitOptions): Paged<EndpointAccountIdentity>;
  account(reference: AccountReference, options?: WaitOptions): Promise<EndpointAccountDetails>;
  createAccount(
    endpointId: number,
    account: EndpointAccount,
    options?: WaitOptions,
  ): Promise<{ readonly accountId: number | null }>;
  updateAccount(reference: AccountReference, account: EndpointAccount, options?: WaitOptions): Promise<void>;
  deleteAccount(reference: AccountReference, options?: WaitOptions): Promise<void>;
}

const codesIn = ({ accessCode }: EndpointAccountDetails) => (accessCode === null ? [] : [accessCode]);

const SSL_WEB_FORM = "SSL_WEB_FORM";
const decodeList = jsonDecoder(endpointList);
const decodeDetails = jsonDecoder(endpointDetails);
const decodeAccounts = jsonDecoder(endpointAccountList);
const decodeConfig = jsonDecoder(endpointConfig);
const decodeAccount = jsonDecoder(endpointAccountDetails);

function authenticationMembers(authentication: EndpointAuthentication) {
  switch (authentication.kind) {
    case "none":
      return { accountAuthMethod: "NONE" };
    case "accessCode":
      return { accountAuthMethod: "ACCESS_CODE", accessCode: authentication.accessCode };
    case "idp":
      return { accountAuthMethod: "IDP_ASSERTIONS_MAPPING", idpMappingRules: authentication.rules };
  }
}

/** The code that everybody who enrolls has to know. */
function secretsOf({ authentication }: EndpointAccount): readonly string[] {
  return authentication.kind === "accessCode" ? [authentication.accessCode] : [];
}

function wireAccount(account: EndpointAccount) {
  return {
    name: account.name,
    type: SSL_WEB_FORM,
    organizationId: account.organizationId,
    profileIds: account.scmProfileIds,
    csrGenerationMethod: account.keyMadeBy === "browser" ? "BROWSER" : "PROVIDED",
    ...authenticationMembers(account.authentication),
    autoApprove: account.isAutoApproved,
    allowAutoRenew: account.mayAutoRenew,
    allowEmptyPin: account.allowsEmptyPin,
    preferredKeyProtectionAlgorithm: account.keyProtection,
  };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "Enrollment endpoints". */
export function endpoints(caller: Caller): Endpoints {
  return { ...forms(caller), ...configOf(caller), ...accountsOf(caller) };
}

function forms(caller: Caller): Pick<Endpoints, "list" | "get" | "create" | "delete" | "delegate"> {
  return {
    list: ({ name, ...page } = {}, options) =>
      pagedCall<EndpointIdentity>(
        caller,
        {
          call: "GET endpoint",
          what: "list enrollment endpoints",
          // The reference shows the brackets, the OpenAPI file does not; a host that knows one only may list all types.
          query: { name, "endpointTypes[]": SSL_WEB_FORM },
          page,
          decode: decodeList,
          identify: (row) => row.endpointId,
        },
        options,
      ),
    get: async (endpointId, options) => {
      const what = `read enrollment endpoint ${endpointId}`;
      const params = { endpointId };
      const details = await caller.run(
        { call: "GET endpoint/{id}", what, params, decode: decodeDetails },
        options,
      );
      return { ...details, endpointId };
    },
    async create({ name, uriExtension, organizationIds, helpText }, options) {
      const what = `create enrollment endpoint ${quoted(name)}`;
      const config = helpText === null ? {} : { enrollmentHelp: helpText };
      const orgDelegations = organizationIds;
      const body = { name, endpointType: SSL_WEB_FORM, uriExtension, config, orgDelegations };
      return {
        endpointId: await caller.run({ call: "POST endpoint", what, body, decode: createdId }, options),
      };
    },
    async delete(endpointId, options) {
      const what = `delete enrollment endpoint ${endpointId}`;
      const params = { endpointId };
      const call = "DELETE endpoint/{id}";
      await caller.run<null>({ call, what, params, decode: noContent, recover: ignoreNotFound }, options);
    },
    async delegate(endpointId, organizationIds, options) {
      const call = "PUT endpoint/{id}/delegations";
      const what = `delegate enrollment endpoint ${endpointId}`;
      await caller.run(
        { call, what, params: { endpointId }, body: organizationIds, decode: noContent },
        options,
      );
    },
  };
}

function configOf(caller: Caller): Pick<Endpoints, "config" | "setConfig"> {
  return {
    config: (endpointId, options) => {
      const what = `read the configuration of enrollment endpoint ${endpointId}`;
      const params = { endpointId };
      return caller.run({ call: "GET endpoint/{id}/config", what, params, decode: decodeConfig }, options);
    },
    async setConfig(endpointId, config, options) {
      const what = `change the configuration of enrollment endpoint ${endpointId}`;
      const call = "PUT endpoint/{id}/config";
      await caller.run({ call, what, params: { endpointId }, body: config, decode: noContent }, options);
    },
  };
}

function accountsOf(
  caller: Caller,
): Omit<Endpoints, "list" | "get" | "create" | "delete" | "delegate" | "config" | "setConfig"> {
  const named = (verb: string, { endpointId, accountId }: AccountReference) => ({
    what: `${verb} account ${accountId} of enrollment endpoint ${endpointId}`,
    params: { endpointId, accountId },
  });
  return {
    accounts: (endpointId, page = {}, options) =>
      pagedCall<EndpointAccountIdentity>(
        caller,
        {
          call: "GET endpoint/{id}/account",
          what: `list the accounts of enrollment endpoint ${endpointId}`,
          params: { endpointId },
          page,
          decode: decodeAccounts,
          identify: (row) => row.accountId,
        },
        options,
      ),
    account: (reference, options) =>
      caller.run(
        {
          call: "GET endpoint/{id}/account/{accountId}",
          ...named("read", reference),
          decode: decodeAccount,
          secretsIn: codesIn,
        },
        options,
      ),
    async createAccount(endpointId, account, options) {
      const what = `create account ${quoted(account.name)} of enrollment endpoint ${endpointId}`;
      const call = "POST endpoint/{id}/account";
      const body = wireAccount(account);
      return {
        accountId: await caller.run(
          { call, what, params: { endpointId }, body, secrets: secretsOf(account), decode: createdId },
          options,
        ),
      };
    },
    async updateAccount(reference, account, options) {
      const call = "PUT endpoint/{id}/account/{accountId}";
      const body = wireAccount(account);
      await caller.run(
        { call, ...named("change", reference), body, secrets: secretsOf(account), decode: noContent },
        options,
      );
    },
    async deleteAccount(reference, options) {
      const call = "DELETE endpoint/{id}/account/{accountId}";
      const words = named("delete", reference);
      await caller.run<null>({ call, ...words, decode: noContent, recover: ignoreNotFound }, options);
    },
  };
}
