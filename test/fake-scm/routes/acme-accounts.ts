import type { AcmeAccount, AcmeServer } from "../acme/accounts.ts";
import { formatDate, INSTANT } from "../dates.ts";
import * as errors from "../errors.ts";
import { type Answer, created, emptyOk, json, noContent } from "../http/answer.ts";
import { checkLength, parseBody, readMembers, required } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { pageAnswer, selectionOf } from "../http/paging.ts";
import { type Domain, findUnit, isVisible } from "../tenant.ts";

const manage = { privilege: "sslManage", action: "manage ACME accounts" } as const;
/**
 * ACME servers and accounts. Source: Sectigo Certificate Manager REST API reference, May 2025, "ACME". Keys of the external
 * account binding come in clear, in the list too; domains that can't be added stand in an answer that is 200.
 *
 * The first version, which is deprecated, has the domains inside the account and their path in the plural, as the public
 * clients cert_manager 4.0.0 and hm-edu/sectigo-client call it.
 */
export const acmeAccountRoutes: readonly Route[] = [
  { method: "GET", path: "/acme/v1/server", work: servers },
  ...accountRoutes("v1", "domains"),
  ...accountRoutes("v2", "domain"),
  { method: "GET", path: "/acme/v2/account/{acmeAccountId}/domain", work: domains },
  { method: "GET", path: "/acme/v2/account/{acmeAccountId}/client", work: clients },
  { ...manage, method: "PUT", path: "/acme/v2/account/{acmeAccountId}/client/{clientId}", work: deactivate },
];

type Version = "v1" | "v2";

/** What both versions have. */
function accountRoutes(version: Version, domainPath: "domain" | "domains"): readonly Route[] {
  const accounts = `/acme/${version}/account`;
  const one = `${accounts}/{acmeAccountId}`;
  return [
    { method: "GET", path: accounts, work: (call) => list(call, version) },
    { method: "GET", path: one, work: (call) => json(show(call, accountOf(call), version)) },
    { ...manage, method: "POST", path: accounts, work: (call) => create(call, accounts) },
    { ...manage, method: "PUT", path: one, work: rename },
    { ...manage, method: "DELETE", path: one, work: remove },
    { ...manage, method: "POST", path: `${one}/${domainPath}`, work: addDomains },
    { ...manage, method: "DELETE", path: `${one}/${domainPath}`, work: removeDomains },
  ];
}

function servers(call: Call): Answer {
  const name = call.query.get("name")?.toLowerCase() ?? "";
  const found = call.scm.acme.servers.filter((server) => server.name.toLowerCase().includes(name));
  return pageAnswer(call, selectionOf(found), (server: AcmeServer) => ({
    url: `${call.scm.acmeUrl}${server.path}`,
    caId: server.caId,
    name: server.name,
    singleProductId: 1,
    multiProductId: 2,
    wcProductId: 3,
    certValidationType: server.validationType,
  }));
}

function visible(call: Call): AcmeAccount[] {
  const { acme, tenant } = call.scm;
  return acme.all.filter(({ organizationId }) => isVisible(tenant, call.administrator, organizationId));
}

function accountOf(call: Call): AcmeAccount {
  const given = param(call, "acmeAccountId");
  const account = visible(call).find(({ id }) => String(id) === given);
  if (!account) throw errors.acmeAccountNotFound(given);
  return account;
}

/** The older version refuses a list without organization; whether this one does is not said, so it does. */
function list(call: Call, version: Version): Answer {
  const isListed = readOrganization(call);
  const name = call.query.get("name")?.toLowerCase() ?? "";
  const server = call.query.get("acmeServer");
  const found = visible(call).filter(
    (account) =>
      isListed(account.organizationId) &&
      account.name.toLowerCase().includes(name) &&
      (!server || account.acmeServer === server),
  );
  return pageAnswer(call, selectionOf(found), (account) => show(call, account, version));
}

/**
 * The OpenAPI file (25.9.2) has departments included unless ",-2" follows the id; the reference does not speak of them, and
 * the standard here leaves them out.
 */
function readOrganization(call: Call): (organizationId: number) => boolean {
  const { scm, query } = call;
  const [, id, isAlone] = /^(\d{1,9})(,-2)?$/.exec(query.get("organizationId") ?? "") ?? [];
  if (!query.get("organizationId")) throw errors.nullParameter("organizationId");
  if (id === undefined) throw errors.fieldInvalid("organizationId");
  const wanted = Number(id);
  if (isAlone !== undefined || !scm.options.strict.acmeListsDepartments) return (given) => given === wanted;
  return (given) => given === wanted || findUnit(scm.tenant, given)?.organization.id === wanted;
}

function show(call: Call, account: AcmeAccount, version: Version): unknown {
  const { domains: names, clients: registered, ...members } = account;
  const server = call.scm.acme.servers.find(({ name }) => name === account.acmeServer);
  return {
    ...members,
    certValidationType: server?.validationType,
    status: registered.length > 0 ? "Valid" : "Pending",
    contacts: registered[0]?.contacts.join(", "),
    ...(version === "v1" && { domains: names.map((name) => ({ name })) }),
  };
}

function create(call: Call, path: string): Answer {
  const body = parseBody(call.body, { name: "text", acmeServer: "text", organizationId: "integer" });
  if (body.organizationId === undefined) throw errors.nullParameter("organizationId");
  const name = required("name", body.name);
  const acmeServer = required("acmeServer", body.acmeServer);
  checkLength("name", name, 1, 128);
  const { acme, tenant } = call.scm;
  const { organizationId } = body;
  if (!findUnit(tenant, organizationId) || !isVisible(tenant, call.administrator, organizationId))
    throw errors.organizationInvalid();
  if (!acme.servers.some((server) => server.name === acmeServer)) throw errors.fieldInvalid("acmeServer");
  const { id } = acme.add({ name, acmeServer, organizationId });
  return created(`${call.root}${path}/${id}`);
}

function rename(call: Call): Answer {
  const account = accountOf(call);
  account.name = required("name", parseBody(call.body, { name: "text" }).name);
  return emptyOk;
}

function remove(call: Call): Answer {
  call.scm.acme.remove(accountOf(call).id);
  return noContent;
}

/** The domain that a name belongs to, among those that the account's organization may use. */
function delegated(call: Call, account: AcmeAccount, name: string): Domain | undefined {
  const bare = name.replace(/^\*\./, "");
  return call.scm.tenant.domains.find(
    (domain) =>
      domain.delegatedTo.includes(account.organizationId) &&
      !domain.isSuspended &&
      (bare === domain.name || bare.endsWith(`.${domain.name}`)),
  );
}

/** The name filter is a regular expression, as documented. */
function domains(call: Call): Answer {
  const account = accountOf(call);
  const pattern = new RegExp(call.query.get("name") ?? "");
  const found = account.domains.filter((name) => pattern.test(name));
  return pageAnswer(call, selectionOf(found), (name) => {
    const domain = delegated(call, account, name);
    const validUntil = formatDate(domain?.validUntil, INSTANT);
    return { name, validUntil, stickyUntil: validUntil, validationId: domain && String(domain.id) };
  });
}

function readNames(call: Call): string[] {
  const { domains: given } = parseBody(call.body, { domains: "objects" });
  return required("domains", given).map((entry) =>
    required("domains.name", readMembers(entry, { name: "text" }).name).toLowerCase(),
  );
}

/** Only validated domains of the organization are taken; the others are named in the answer. */
function addDomains(call: Call): Answer {
  const account = accountOf(call);
  const names = readNames(call);
  const isFit = (name: string): boolean => delegated(call, account, name)?.validation === "VALIDATED";
  account.domains = [...new Set([...account.domains, ...names.filter(isFit)])];
  const left = names.filter((name) => !isFit(name));
  return json(left.length === 0 ? {} : { notAddedDomains: left });
}

function removeDomains(call: Call): Answer {
  const account = accountOf(call);
  const names = readNames(call);
  const left = names.filter((name) => !account.domains.includes(name));
  account.domains = account.domains.filter((name) => !names.includes(name));
  return json(left.length === 0 ? {} : { notRemovedDomains: left });
}

function clients(call: Call): Answer {
  return pageAnswer(call, selectionOf(accountOf(call).clients), (client) => ({
    accountId: client.accountId,
    ipAddress: client.ipAddress,
    userAgent: client.userAgent,
    status: client.status,
    lastActivity: formatDate(client.lastActivity, INSTANT),
    contacts: client.contacts.join(", "),
  }));
}

function deactivate(call: Call): Answer {
  const given = param(call, "clientId");
  const client = accountOf(call).clients.find(({ accountId }) => accountId === given);
  if (!client) throw errors.acmeAccountNotFound(given);
  client.status = "deactivated";
  return noContent;
}
