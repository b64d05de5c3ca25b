import { formatDate, LIST_DATE } from "../dates.ts";
import { methodName } from "../dcv/challenge.ts";
import { domainInUse, domainNotFound, domainTaken, fieldInvalid } from "../errors.ts";
import { type Answer, created, emptyOk, json, noContent } from "../http/answer.ts";
import { checkLength, parseBody, readMembers, required } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { pageAnswer, readInteger, selectionOf } from "../http/paging.ts";
import { certificateNames, statusAt } from "../ssl-record.ts";
import { type Delegation, type Domain, findUnit, isVisible } from "../tenant.ts";

const manage = { privilege: "allowManageDomains", action: "manage domains" } as const;
const approve = { privilege: "approveDomainDelegation", action: "approve domain delegations" } as const;

/** Domains and their delegations. Source: SCM REST API reference, May 2025, "Domains". */
export const domainRoutes: readonly Route[] = [
  { method: "GET", path: "/domain/v1", work: list },
  { method: "GET", path: "/domain/v1/count", work: (call) => json({ count: matching(call).length }) },
  { method: "GET", path: "/domain/v1/{domainId}", work: details },
  { ...manage, method: "POST", path: "/domain/v1", work: create },
  { ...manage, method: "DELETE", path: "/domain/v1/{domainId}", work: remove },
  { ...manage, method: "PUT", path: "/domain/v1/{domainId}/activate", work: (call) => suspend(call, false) },
  { ...manage, method: "PUT", path: "/domain/v1/{domainId}/suspend", work: (call) => suspend(call, true) },
  { ...manage, method: "POST", path: "/domain/v1/{domainId}/delegation", work: delegate },
  { ...manage, method: "DELETE", path: "/domain/v1/{domainId}/delegation", work: undelegate },
  { ...approve, method: "POST", path: "/domain/v1/{domainId}/delegation/approve", work: approveDelegation },
  { ...approve, method: "POST", path: "/domain/v1/{domainId}/delegation/reject", work: rejectDelegation },
];

const DISPLAY = { VALIDATED: "Validated", NOT_VALIDATED: "Not validated", EXPIRED: "Expired" };
const CERTIFICATE_TYPES = ["SSL", "SMIME", "CodeSign"];
const PRIVILEGES = ["DOMAIN", "SUBDOMAIN", "WILDCARD_1ST_LEVEL", "WILDCARD_2ND_LEVEL"];

/** Domains of which the caller sees a delegation, in force or not. */
export function visibleDomains(call: Call): Domain[] {
  const { tenant } = call.scm;
  return tenant.domains.filter((domain) =>
    unitsOf(domain).some((orgId) => isVisible(tenant, call.administrator, orgId)),
  );
}

function unitsOf({ delegatedTo, requestedBy = [] }: Domain): readonly number[] {
  return [...delegatedTo, ...requestedBy];
}

function matching(call: Call): Domain[] {
  const { query } = call;
  const name = query.get("name")?.toLowerCase() ?? "";
  const orgId = readInteger(query, "orgId");
  const state = query.get("state");
  const status = query.get("status");
  return visibleDomains(call).filter(
    (domain) =>
      domain.name.includes(name) &&
      (orgId === undefined || unitsOf(domain).includes(orgId)) &&
      (!state || (state === "active") !== domain.isSuspended) &&
      (!status || (status === "requested") === isRequested(domain)),
  );
}

/** A domain waits as long as none of its delegations is in force. */
function isRequested({ delegatedTo, requestedBy = [] }: Domain): boolean {
  return delegatedTo.length === 0 && requestedBy.length > 0;
}

function list(call: Call): Answer {
  return pageAnswer(call, selectionOf(matching(call)), ({ id, name }) => ({ id, name }));
}

function domainOf(call: Call): Domain {
  const given = param(call, "domainId");
  const domain = visibleDomains(call).find(({ id }) => String(id) === given);
  if (!domain) throw domainNotFound(given);
  return domain;
}

function details(call: Call): Answer {
  const domain = domainOf(call);
  const { validation: state } = domain;
  return json({
    id: domain.id,
    name: domain.name,
    delegationStatus: isRequested(domain) ? "REQUESTED" : "ACTIVE",
    state: domain.isSuspended ? "SUSPENDED" : "ACTIVE",
    validationStatus: call.scm.options.strict.displayStates ? DISPLAY[state] : state,
    validationMethod: state === "NOT_VALIDATED" ? undefined : methodName(domain),
    dcvValidation: formatDate(domain.validated, LIST_DATE),
    dcvExpiration: formatDate(domain.validUntil, LIST_DATE),
    delegations: unitsOf(domain).map((orgId) => {
      const terms = domain.delegations?.find((each) => each.orgId === orgId);
      return {
        orgId,
        certTypes: terms?.certTypes ?? ["SSL"],
        domainCertificateRequestPrivileges: terms?.privileges ?? ["DOMAIN", "SUBDOMAIN"],
        status: domain.delegatedTo.includes(orgId) ? "ACTIVE" : "REQUESTED",
      };
    }),
    ctLogMonitoring: { enabled: false, includeSubdomains: false },
  });
}

function create(call: Call): Answer {
  const body = parseBody(call.body, {
    name: "text",
    description: "text",
    active: "text",
    delegations: "objects",
  });
  const name = required("name", body.name).toLowerCase();
  checkLength("name", name, 4, 255);
  checkLength("description", body.description, 0, 255);
  const delegations = required("delegations", body.delegations).map((each) => readDelegation(call, each));
  if (delegations.length === 0) throw fieldInvalid("delegations");
  const { tenant } = call.scm;
  if (tenant.domains.some((other) => other.name === name)) throw domainTaken(name);
  const id = Math.max(...tenant.domains.map((other) => other.id)) + 3;
  const domain: Domain = {
    id,
    name,
    delegatedTo: [],
    validation: "NOT_VALIDATED",
    validated: undefined,
    validUntil: undefined,
    isSuspended: body.active === "false",
    isKeptUp: false,
  };
  for (const delegation of delegations) add(call, domain, delegation);
  tenant.domains.push(domain);
  return created(`${call.root}/domain/v1/${id}`);
}

/** In force at once for the customer's administrators, else after one of them has agreed. */
function add({ administrator }: Call, domain: Domain, delegation: Delegation): void {
  const { orgId } = delegation;
  domain.delegations = [...(domain.delegations ?? []).filter((each) => each.orgId !== orgId), delegation];
  if (unitsOf(domain).includes(orgId)) return;
  if (administrator.organizations === undefined) domain.delegatedTo = [...domain.delegatedTo, orgId];
  else domain.requestedBy = [...(domain.requestedBy ?? []), orgId];
}

function readDelegation(call: Call, source: unknown): Delegation {
  const body = readMembers(source, {
    orgId: "integer",
    certTypes: "texts",
    domainCertificateRequestPrivileges: "texts",
  });
  const orgId = required("orgId", body.orgId);
  const { tenant, administrator } = { tenant: call.scm.tenant, administrator: call.administrator };
  if (!findUnit(tenant, orgId) || !isVisible(tenant, administrator, orgId)) throw fieldInvalid("orgId");
  const certTypes = required("certTypes", body.certTypes);
  if (certTypes.length === 0 || certTypes.some((type) => !CERTIFICATE_TYPES.includes(type)))
    throw fieldInvalid("certTypes");
  const privileges = body.domainCertificateRequestPrivileges ?? ["DOMAIN", "SUBDOMAIN"];
  if (privileges.length === 0 || privileges.some((privilege) => !PRIVILEGES.includes(privilege)))
    throw fieldInvalid("domainCertificateRequestPrivileges");
  return { orgId, certTypes, privileges };
}

function delegate(call: Call): Answer {
  const domain = domainOf(call);
  add(call, domain, readDelegation(call, parseObject(call)));
  return emptyOk;
}

function parseObject(call: Call): unknown {
  return parseBody(call.body, {
    orgId: "integer",
    certTypes: "texts",
    domainCertificateRequestPrivileges: "texts",
  });
}

/** Takes the named certificate types away; with the last one the delegation goes. */
function undelegate(call: Call): Answer {
  const domain = domainOf(call);
  const { orgId, certTypes } = readDelegation(call, parseObject(call));
  const terms = domain.delegations?.find((each) => each.orgId === orgId);
  const left = (terms?.certTypes ?? ["SSL"]).filter((type) => !certTypes.includes(type));
  const others = (domain.delegations ?? []).filter((each) => each.orgId !== orgId);
  if (left.length > 0) {
    const privileges = terms?.privileges ?? ["DOMAIN", "SUBDOMAIN"];
    domain.delegations = [...others, { orgId, certTypes: left, privileges }];
    return emptyOk;
  }
  domain.delegations = others;
  drop(domain, orgId);
  return emptyOk;
}

function drop(domain: Domain, orgId: number): void {
  domain.delegatedTo = domain.delegatedTo.filter((each) => each !== orgId);
  domain.requestedBy = domain.requestedBy?.filter((each) => each !== orgId);
}

function approveDelegation(call: Call): Answer {
  const domain = domainOf(call);
  const orgId = requestedUnit(call, domain);
  drop(domain, orgId);
  domain.delegatedTo = [...domain.delegatedTo, orgId];
  return emptyOk;
}

function rejectDelegation(call: Call): Answer {
  const domain = domainOf(call);
  drop(domain, requestedUnit(call, domain));
  return emptyOk;
}

function requestedUnit(call: Call, { requestedBy = [] }: Domain): number {
  const orgId = required("orgId", parseBody(call.body, { orgId: "integer" }).orgId);
  if (!requestedBy.includes(orgId)) throw fieldInvalid("orgId");
  return orgId;
}

function suspend(call: Call, isSuspended: boolean): Answer {
  domainOf(call).isSuspended = isSuspended;
  return emptyOk;
}

/** A domain that certificates in force need stays. */
function remove(call: Call): Answer {
  const domain = domainOf(call);
  const { scm, now } = call;
  const bare = domain.name.replace(/^\*\./, "");
  const everything = { test: undefined, key: "", now };
  for (const record of scm.ssl.select(everything).all()) {
    const isUsed = certificateNames(record).some((name) => name === bare || name.endsWith(`.${bare}`));
    if (isUsed && statusAt(record, now) === "Issued") throw domainInUse(domain.name);
  }
  scm.tenant.domains.splice(scm.tenant.domains.indexOf(domain), 1);
  return noContent;
}
