import { type AcmeAccount, type AcmeServer, ConfigError, quoted } from "../../../../core/index.ts";
import { createOnce } from "./create-once.ts";
import type { Made } from "./made.ts";
import type { ScmWork } from "./scm-work.ts";
import type { RemoteValues, StoredProfile } from "./values.ts";
import { alreadyThere } from "./web-form.ts";

/** What a profile asks for in its ACME account. */
export interface WishedAcme {
  readonly server: string;
  readonly name: string;
  readonly organizationId: number;
  /** Lower case, sorted; null leaves them alone. */
  readonly domains: readonly string[] | null;
  readonly adoptsExisting: boolean;
}

export function wishedAcme({
  acme,
  name,
  ref,
}: Pick<StoredProfile, "acme" | "name" | "ref">): WishedAcme | null {
  const organizationId = ref?.organization_id ?? null;
  if (acme === null || organizationId === null) return null;
  return {
    server: acme.server,
    name: acme.account_name ?? name ?? "",
    organizationId,
    domains: acme.domains && normal(acme.domains),
    adoptsExisting: acme.adopt_existing ?? false,
  };
}

function normal(domains: readonly string[]): string[] {
  return [...new Set(domains.map((domain) => domain.toLowerCase().replace(/\.$/, "")))].sort();
}

/** Makes the account, or takes an existing one over where that is configured; its domains are not yet set. */
export function makeAcme(work: ScmWork, wished: WishedAcme): Promise<MadeAcme> {
  const { server, name } = wished;
  return work.api.turns.take(`ACME account ${JSON.stringify([server, name])}`, () => makeNow(work, wished));
}

interface MadeAcme {
  readonly accountId: number;
  readonly directoryUrl: string | null;
  readonly made: Made;
}

async function makeNow(work: ScmWork, wished: WishedAcme): Promise<MadeAcme> {
  const directoryUrl = await directoryOf(work, wished.server);
  const [existing] = await accountsNamed(work, wished);
  if (existing !== undefined) {
    if (!wished.adoptsExisting)
      throw alreadyThere("acme", { name: wished.name, where: `ACME server ${quoted(wished.server)}` });
    return { accountId: existing, directoryUrl, made: { endpoint: false, account: false } };
  }
  const { name, server: acmeServer, organizationId } = wished;
  const accountId = await createOnce({
    what: `ACME account ${quoted(name)}`,
    create: async () => {
      const created = await work.api.client.acme.createAccount(
        { name, acmeServer, organizationId },
        work.wait,
      );
      return created.acmeAccountId;
    },
    look: () => accountsNamed(work, wished),
  });
  return { accountId, directoryUrl, made: { endpoint: false, account: true } };
}

/** @throws ConfigError when SCM has no such server, naming those it has */
async function directoryOf({ api, wait }: ScmWork, server: string): Promise<string | null> {
  return serverNamed(server, await api.catalog.acmeServers(wait)).url;
}

/** @throws ConfigError when SCM has no such server, naming those it has */
export function serverNamed(server: string, servers: readonly AcmeServer[]): AcmeServer {
  const found = servers.find(({ name }) => name === server);
  if (found !== undefined) return found;
  const names = servers.map(({ name }) => name);
  const known = names.length === 0 ? "none" : names.map(quoted).join(", ");
  throw new ConfigError(`find the ACME server ${quoted(server)}: SCM has no such server`, {
    code: "config.acme_server",
    path: "acme",
    hint: `Known are ${known}. Names must be exact.`,
  });
}

async function accountsNamed({ api, wait }: ScmWork, wished: WishedAcme): Promise<number[]> {
  const { organizationId, server: acmeServer, name } = wished;
  const ids: number[] = [];
  for await (const row of api.client.acme.accounts({ organizationId, acmeServer, name }, wait)) {
    // The filter may let departments in (OpenAPI file 25.9.2), and other spellings of the name.
    const isHere = (row.organizationId ?? organizationId) === organizationId;
    const isSame = row.name === name && (row.acmeServer ?? acmeServer) === acmeServer;
    if (isHere && isSame) ids.push(row.acmeAccountId);
  }
  return ids;
}

/**
 * Makes the account's domains those of the configuration.
 * @returns names that SCM would not take or let go, which it says with HTTP 200
 */
export async function setDomains(
  work: ScmWork,
  accountId: number,
  wished: readonly string[] | null,
): Promise<readonly string[]> {
  if (wished === null) return [];
  const { acme } = work.api.client;
  const present = await domainsOf(work, accountId);
  const missing = wished.filter((name) => !present.includes(name));
  const surplus = present.filter((name) => !wished.includes(name));
  const added = missing.length === 0 ? null : await acme.addDomains(accountId, missing, work.wait);
  const removed = surplus.length === 0 ? null : await acme.removeDomains(accountId, surplus, work.wait);
  return [...(added?.left ?? []), ...(removed?.left ?? [])];
}

async function domainsOf({ api, wait }: ScmWork, accountId: number): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of api.client.acme.domains(accountId, {}, wait)) names.push(name);
  return normal(names);
}

/** What differs in SCM from the configuration, in words. */
export async function acmeDrift(
  work: ScmWork,
  wished: WishedAcme,
  { acmeAccountId, name }: AcmeAccount,
): Promise<string[]> {
  const present = wished.domains === null ? [] : await domainsOf(work, acmeAccountId);
  const missing = (wished.domains ?? []).filter((domain) => !present.includes(domain));
  const surplus =
    wished.domains === null ? [] : present.filter((domain) => !wished.domains?.includes(domain));
  return [
    ...(name === wished.name ? [] : [`ACME account, name: ${name} instead of ${wished.name}`]),
    ...missing.map((domain) => `ACME account, domain ${domain} is missing`),
    ...surplus.map((domain) => `ACME account, domain ${domain} is too much`),
  ];
}

/** Credentials of the account for the state: only where they are chosen to stand there. */
export function credentialValues(
  { eabKeyId, eabKey }: AcmeAccount,
  isChosen: boolean,
): Pick<RemoteValues, "acme_eab_key_id" | "acme_eab_hmac_key"> {
  return { acme_eab_key_id: isChosen ? eabKeyId : null, acme_eab_hmac_key: isChosen ? eabKey : null };
}
