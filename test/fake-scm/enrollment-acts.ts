import type { AcmeAccount } from "./acme/accounts.ts";
import type { Endpoint } from "./endpoints.ts";
import { ControlError } from "./outside-acts.ts";
import type { Scm } from "./scm.ts";

type Body = Readonly<Record<string, unknown>>;
type Params = Readonly<Record<string, string>>;

/** An ACME account as it is, but for the secret of its binding. */
export type AcmeTruth = Omit<AcmeAccount, "macKey" | "clients"> & { readonly clients: number };

/** All endpoints with their accounts, access codes shown by length only. */
export function endpointTruths({ endpoints }: Scm): unknown {
  return endpoints.all.map((endpoint) => ({
    ...endpoint,
    accounts: endpoint.accounts.map((account) => ({
      ...account,
      accessCode: account.accessCode?.length ?? null,
    })),
  }));
}

/** An administrator changes an account in SCM's pages: any of its members. `{"gone": true}` removes it. */
export function changeEndpointAccount(scm: Scm, { endpointId, accountId }: Params, body: Body): unknown {
  const endpoint = endpointOf(scm, endpointId);
  if (!endpoint.accounts.some(({ id }) => String(id) === accountId))
    throw new ControlError(`no account ${accountId}`);
  endpoint.accounts = endpoint.accounts.flatMap((account) => {
    if (String(account.id) !== accountId) return [account];
    return body.gone === true ? [] : [{ ...account, ...body }];
  });
  return endpointTruths(scm);
}

/** Somebody renames an endpoint, delegates it, rewrites its help text, or removes it with all its accounts. */
export function changeEndpoint(scm: Scm, { endpointId }: Params, body: Body): unknown {
  const endpoint = endpointOf(scm, endpointId);
  if (typeof body.name === "string") endpoint.name = body.name;
  if (Array.isArray(body.delegatedTo)) {
    endpoint.delegatedTo = body.delegatedTo.map(Number);
    endpoint.delegationMode = body.delegatedTo.length > 0 ? "CUSTOMIZED" : "GLOBAL_FOR_CUSTOMER";
  }
  if (typeof body.enrollmentHelp === "string")
    endpoint.config = { ...endpoint.config, enrollmentHelp: body.enrollmentHelp };
  if (body.gone === true) scm.endpoints.remove(endpoint.id);
  return endpointTruths(scm);
}

function endpointOf(scm: Scm, id: string | undefined): Endpoint {
  const endpoint = scm.endpoints.find(id ?? "");
  if (!endpoint) throw new ControlError(`no endpoint ${id}`);
  return endpoint;
}

export function acmeTruths({ acme }: Scm): AcmeTruth[] {
  return acme.all.map(({ macKey: _, clients, ...shown }) => ({ ...shown, clients: clients.length }));
}

/** Somebody changes an ACME account: `name`, `domains`; or removes it: `{"gone": true}`. */
export function changeAcmeAccount(scm: Scm, { accountId }: Params, body: Body): unknown {
  const account = scm.acme.find(accountId ?? "");
  if (!account) throw new ControlError(`no ACME account ${accountId}`);
  if (typeof body.name === "string") account.name = body.name;
  if (Array.isArray(body.domains)) account.domains = body.domains.map(String);
  if (body.gone === true) scm.acme.remove(account.id);
  return acmeTruths(scm);
}
