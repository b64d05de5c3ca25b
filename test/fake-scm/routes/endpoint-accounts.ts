import type { Endpoint, EndpointAccount, IdpMappingRule } from "../endpoints.ts";
import * as errors from "../errors.ts";
import { type Answer, created, emptyOk, json, noContent } from "../http/answer.ts";
import { checkLength, parseBody, readMembers, required } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { pageAnswer, selectionOf } from "../http/paging.ts";
import { findUnit, isVisible, organizationMember } from "../tenant.ts";
import { endpointOf } from "./endpoints.ts";
import { offeredProfile } from "./ssl-checks.ts";

const manage = { privilege: "sslManage", action: "manage enrollment endpoints" } as const;
const ACCOUNTS = "/endpoint/v1/{endpointId}/account";
const ACCOUNT = "/endpoint/v1/{endpointId}/account/{accountId}";

/**
 * Accounts of enrollment endpoints. Source: Sectigo Certificate Manager REST API reference, May 2025, "Enrollment
 * endpoint accounts". The access code comes back in clear, as there.
 */
export const endpointAccountRoutes: readonly Route[] = [
  { method: "GET", path: ACCOUNTS, work: list },
  { method: "GET", path: ACCOUNT, work: (call) => json(details(call, accountOf(call))) },
  { ...manage, method: "POST", path: ACCOUNTS, work: create },
  { ...manage, method: "PUT", path: ACCOUNT, work: change },
  { ...manage, method: "DELETE", path: ACCOUNT, work: remove },
];

function visible(call: Call, endpoint: Endpoint): EndpointAccount[] {
  const { tenant } = call.scm;
  return endpoint.accounts.filter(({ organizationId }) =>
    isVisible(tenant, call.administrator, organizationId),
  );
}

function accountOf(call: Call): EndpointAccount {
  const given = param(call, "accountId");
  const account = visible(call, endpointOf(call)).find(({ id }) => String(id) === given);
  if (!account) throw errors.endpointAccountNotFound(given);
  return account;
}

function list(call: Call): Answer {
  const name = call.query.get("name")?.toLowerCase() ?? "";
  const found = visible(call, endpointOf(call)).filter((account) =>
    account.name.toLowerCase().includes(name),
  );
  return pageAnswer(call, selectionOf(found), (account) => identity(call, account));
}

function identity(call: Call, { id, name, type, idToken, organizationId }: EndpointAccount) {
  return { id, name, type, idToken, organization: organizationMember(call.scm.tenant, organizationId) };
}

function details(call: Call, account: EndpointAccount): unknown {
  const { organizationId: _, ...members } = account;
  if (call.scm.options.strict.endpointAccountsBrief) {
    const { id: _id, ...brief } = identity(call, account);
    return brief;
  }
  return { ...members, organization: organizationMember(call.scm.tenant, account.organizationId) };
}

function create(call: Call): Answer {
  const endpoint = endpointOf(call);
  const account = readAccount(call, endpoint, undefined);
  endpoint.accounts = [...endpoint.accounts, account];
  return created(`${call.root}/endpoint/v1/${endpoint.id}/account/${account.id}`);
}

function change(call: Call): Answer {
  const endpoint = endpointOf(call);
  const before = accountOf(call);
  const account = readAccount(call, endpoint, before);
  endpoint.accounts = endpoint.accounts.map((each) => (each.id === before.id ? account : each));
  return emptyOk;
}

function remove(call: Call): Answer {
  const endpoint = endpointOf(call);
  const { id } = accountOf(call);
  endpoint.accounts = endpoint.accounts.filter((each) => each.id !== id);
  return noContent;
}

const BODY = {
  name: "text",
  type: "text",
  organizationId: "integer",
  profileIds: "integers",
  csrGenerationMethod: "text",
  accountAuthMethod: "text",
  accessCode: "text",
  idpMappingRules: "objects",
  autoApprove: "boolean",
  allowAutoRenew: "boolean",
  allowEmptyPin: "boolean",
  preferredKeyProtectionAlgorithm: "text",
} as const;

/** The account that a body describes; a change keeps the access code when none is sent. */
function readAccount(call: Call, endpoint: Endpoint, before: EndpointAccount | undefined): EndpointAccount {
  const body = parseBody(call.body, BODY);
  const name = required("name", body.name);
  const type = required("type", body.type);
  const organizationId = required("organizationId", body.organizationId);
  const profileIds = required("profileIds", body.profileIds);
  const csrGenerationMethod = required("csrGenerationMethod", body.csrGenerationMethod);
  const accountAuthMethod = required("accountAuthMethod", body.accountAuthMethod);
  checkLength("name", name, 3, 128);
  if (type !== endpoint.type) throw errors.fieldInvalid("type");
  if (profileIds.length === 0) throw errors.fieldInvalid("profileIds");
  if (!["BROWSER", "PROVIDED"].includes(csrGenerationMethod))
    throw errors.fieldInvalid("csrGenerationMethod");
  checkOrganization(call, organizationId, profileIds);
  const accessCode = body.accessCode ?? before?.accessCode;
  const idpMappingRules = (body.idpMappingRules ?? []).map(readRule);
  checkAuthentication(accountAuthMethod, { accessCode, idpMappingRules });
  const { preferredKeyProtectionAlgorithm: protection } = body;
  if (protection !== undefined && !["AES256-SHA256", "TripleDES-SHA1"].includes(protection))
    throw errors.fieldInvalid("preferredKeyProtectionAlgorithm");
  return {
    id: before?.id ?? call.scm.endpoints.nextId(),
    idToken: before?.idToken ?? call.scm.endpoints.nextToken(),
    ...{ name, type, organizationId, profileIds, csrGenerationMethod, accountAuthMethod },
    accessCode: accountAuthMethod === "ACCESS_CODE" ? accessCode : undefined,
    idpMappingRules: accountAuthMethod === "IDP_ASSERTIONS_MAPPING" ? idpMappingRules : [],
    autoApprove: body.autoApprove ?? false,
    allowAutoRenew: body.allowAutoRenew ?? false,
    allowEmptyPin: body.allowEmptyPin ?? false,
    preferredKeyProtectionAlgorithm: protection,
  };
}

function checkOrganization(call: Call, orgId: number, profileIds: readonly number[]): void {
  const { tenant } = call.scm;
  if (!findUnit(tenant, orgId) || !isVisible(tenant, call.administrator, orgId))
    throw errors.organizationInvalid();
  for (const profileId of profileIds) offeredProfile(tenant, profileId, orgId);
}

function checkAuthentication(
  method: string,
  { accessCode, idpMappingRules }: Pick<EndpointAccount, "accessCode" | "idpMappingRules">,
): void {
  if (!["ACCESS_CODE", "IDP_ASSERTIONS_MAPPING", "NONE"].includes(method))
    throw errors.fieldInvalid("accountAuthMethod");
  checkLength("accessCode", accessCode, 0, 255);
  if (method === "ACCESS_CODE" && !accessCode) throw errors.fieldMissing("accessCode");
  if (method === "IDP_ASSERTIONS_MAPPING" && idpMappingRules.length === 0)
    throw errors.fieldMissing("idpMappingRules");
}

/** Attributes that a mapping rule may look at. Source: Admin Operations OpenAPI file 25.9.2, IdpMappingRuleRequest. */
const IDP_KEYS = "cn displayname entitlement eppn givenname groups mail schachomeorganization sn uid".split(
  " ",
);

function readRule(source: Readonly<Record<string, unknown>>): IdpMappingRule {
  const rule = readMembers(source, { key: "text", matchType: "text", values: "texts" });
  const key = required("idpMappingRules.key", rule.key);
  const matchType = required("idpMappingRules.matchType", rule.matchType);
  const values = required("idpMappingRules.values", rule.values);
  if (!IDP_KEYS.includes(key)) throw errors.fieldInvalid("idpMappingRules.key");
  if (!["MATCHES", "CONTAINS"].includes(matchType)) throw errors.fieldInvalid("idpMappingRules.matchType");
  if (values.length === 0) throw errors.fieldInvalid("idpMappingRules.values");
  return { key, matchType, values };
}
