import type { WaitOptions } from "../../base/deadline.ts";
import { quoted } from "../../base/text.ts";
import { createdId, type Decoder, jsonDecoder, noContent } from "../answer.ts";
import type { Caller } from "../caller.ts";
import type { Paged } from "../pages.ts";
import {
  type AcmeAccount,
  type AcmeClient,
  type AcmeDomain,
  type AcmeServer,
  acmeAccount,
  acmeAccountList,
  acmeClientList,
  acmeDomainList,
  acmeDomainsLeft,
  acmeServerList,
} from "../schemas/acme.ts";
import { ignoreNotFound } from "./ignore-not-found.ts";
import { type PageChoice, pagedCall } from "./paged-call.ts";

interface AcmeAccountFilter {
  /** SCM wants one; without it some hosts refuse. */
  readonly organizationId?: number | undefined;
  readonly name?: string | undefined;
  readonly acmeServer?: string | undefined;
  readonly status?: string | undefined;
  readonly certValidationType?: string | undefined;
}

interface NewAcmeAccount {
  readonly name: string;
  readonly acmeServer: string;
  readonly organizationId: number;
}

/** Which names were left undone; SCM says so with HTTP 200. */
interface AcmeDomainsOutcome {
  readonly left: readonly string[];
}

/** ACME accounts. Their keys for external account binding come in clear: treat them as secrets. */
export interface Acme {
  servers(filter?: PageChoice, options?: WaitOptions): Paged<AcmeServer>;
  accounts(filter?: AcmeAccountFilter & PageChoice, options?: WaitOptions): Paged<AcmeAccount>;
  account(acmeAccountId: number, options?: WaitOptions): Promise<AcmeAccount>;
  createAccount(
    account: NewAcmeAccount,
    options?: WaitOptions,
  ): Promise<{ readonly acmeAccountId: number | null }>;
  renameAccount(acmeAccountId: number, name: string, options?: WaitOptions): Promise<void>;
  deleteAccount(acmeAccountId: number, options?: WaitOptions): Promise<void>;
  domains(acmeAccountId: number, filter?: PageChoice, options?: WaitOptions): Paged<AcmeDomain>;
  addDomains(
    acmeAccountId: number,
    names: readonly string[],
    options?: WaitOptions,
  ): Promise<AcmeDomainsOutcome>;
  removeDomains(
    acmeAccountId: number,
    names: readonly string[],
    options?: WaitOptions,
  ): Promise<AcmeDomainsOutcome>;
  clients(acmeAccountId: number, filter?: PageChoice, options?: WaitOptions): Paged<AcmeClient>;
  deactivateClient(acmeAccountId: number, clientId: string, options?: WaitOptions): Promise<void>;
  /** Accounts of private CAs. */
  privateAccounts(filter?: AcmeAccountFilter & PageChoice, options?: WaitOptions): Paged<AcmeAccount>;
  createPrivateAccount(
    account: NewAcmeAccount & { readonly profileName?: string | undefined },
    options?: WaitOptions,
  ): Promise<{ readonly acmeAccountId: number | null }>;
}

const keysIn = ({ eabKey }: AcmeAccount) => (eabKey === null ? [] : [eabKey]);

const decodeServers = jsonDecoder(acmeServerList);
const decodeAccounts = jsonDecoder(acmeAccountList);
const decodeAccount = jsonDecoder(acmeAccount);
const decodeDomains = jsonDecoder(acmeDomainList);
const decodeLeft = jsonDecoder(acmeDomainsLeft);
const decodeClients = jsonDecoder(acmeClientList);

/** `{}` when all went well; an empty answer is taken for the same, as a public client does. */
const decodeOutcome: Decoder<AcmeDomainsOutcome> = (answer) => {
  if (answer.body.length === 0) return { ok: true, value: { left: [] } };
  const left = decodeLeft(answer);
  return left.ok ? { ok: true, value: { left: left.value } } : left;
};

function wireNames(names: readonly string[]) {
  return { domains: names.map((name) => ({ name })) };
}

function accountsOf(caller: Caller, call: "GET acme/account" | "GET acme/pca/account"): Acme["accounts"] {
  return ({ size, position, ...filter } = {}, options) =>
    pagedCall<AcmeAccount>(
      caller,
      {
        call,
        what: "list ACME accounts",
        query: { ...filter },
        page: { size, position },
        decode: decodeAccounts,
        identify: (row) => row.acmeAccountId,
        secretsIn: keysIn,
      },
      options,
    );
}

/** What belongs to one account. */
function accountParts(caller: Caller) {
  return {
    domains: (acmeAccountId, page = {}, options) =>
      pagedCall<AcmeDomain>(
        caller,
        {
          call: "GET acme/account/{id}/domain",
          what: `list the domains of ACME account ${acmeAccountId}`,
          params: { accountId: acmeAccountId },
          page,
          decode: decodeDomains,
          identify: (row) => row.name,
        },
        options,
      ),
    addDomains: (acmeAccountId, names, options) =>
      caller.run(
        {
          call: "POST acme/account/{id}/domain",
          what: `add domains to ACME account ${acmeAccountId}`,
          params: { accountId: acmeAccountId },
          body: wireNames(names),
          decode: decodeOutcome,
        },
        options,
      ),
    removeDomains: (acmeAccountId, names, options) =>
      caller.run(
        {
          call: "DELETE acme/account/{id}/domain",
          what: `remove domains from ACME account ${acmeAccountId}`,
          params: { accountId: acmeAccountId },
          body: wireNames(names),
          decode: decodeOutcome,
        },
        options,
      ),
    clients: (acmeAccountId, page = {}, options) =>
      pagedCall<AcmeClient>(
        caller,
        {
          call: "GET acme/account/{id}/client",
          what: `list the clients of ACME account ${acmeAccountId}`,
          params: { accountId: acmeAccountId },
          page,
          decode: decodeClients,
          identify: (row) => row.accountId ?? "",
        },
        options,
      ),
    async deactivateClient(acmeAccountId, clientId, options) {
      const what = `deactivate client ${quoted(clientId)} of ACME account ${acmeAccountId}`;
      const params = { accountId: acmeAccountId, clientId };
      await caller.run(
        { call: "PUT acme/account/{id}/client/{clientId}", what, params, decode: noContent },
        options,
      );
    },
  } satisfies Partial<Acme>;
}

/** An account's key may be quoted by a call that reads no account before, as in the refresh of a new run. */
function withUnseenKeys(caller: Caller): Caller {
  return { run: (spec, options) => caller.run({ ...spec, hasUnseenKey: true }, options) };
}

/** Source: Sectigo Certificate Manager REST API reference, May 2025, "ACME". */
export function acme(given: Caller): Acme {
  const caller = withUnseenKeys(given);
  return {
    ...accountParts(caller),
    servers: (page = {}, options) =>
      pagedCall<AcmeServer>(
        caller,
        {
          call: "GET acme/server",
          what: "list ACME servers",
          page,
          decode: decodeServers,
          identify: (row) => row.name,
        },
        options,
      ),
    accounts: accountsOf(caller, "GET acme/account"),
    privateAccounts: accountsOf(caller, "GET acme/pca/account"),
    account: (acmeAccountId, options) =>
      caller.run(
        {
          call: "GET acme/account/{id}",
          what: `read ACME account ${acmeAccountId}`,
          params: { accountId: acmeAccountId },
          decode: decodeAccount,
          secretsIn: keysIn,
        },
        options,
      ),
    async createAccount(account, options) {
      const what = `create ACME account ${quoted(account.name)}`;
      const body = { ...account };
      return {
        acmeAccountId: await caller.run(
          { call: "POST acme/account", what, body, decode: createdId },
          options,
        ),
      };
    },
    async createPrivateAccount(account, options) {
      const what = `create private ACME account ${quoted(account.name)}`;
      const body = { ...account };
      return {
        acmeAccountId: await caller.run(
          { call: "POST acme/pca/account", what, body, decode: createdId },
          options,
        ),
      };
    },
    async renameAccount(acmeAccountId, name, options) {
      const what = `rename ACME account ${acmeAccountId}`;
      const params = { accountId: acmeAccountId };
      await caller.run(
        { call: "PUT acme/account/{id}", what, params, body: { name }, decode: noContent },
        options,
      );
    },
    async deleteAccount(acmeAccountId, options) {
      const what = `delete ACME account ${acmeAccountId}`;
      const params = { accountId: acmeAccountId };
      await caller.run<null>(
        { call: "DELETE acme/account/{id}", what, params, decode: noContent, recover: ignoreNotFound },
        options,
      );
    },
  };
}
