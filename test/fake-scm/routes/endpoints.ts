import type { Endpoint } from "../endpoints.ts";
import * as errors from "../errors.ts";
import { type Answer, created, emptyOk, json, noContent } from "../http/answer.ts";
import { checkLength, parseBody, parseJson, readMembers, required } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { pageAnswer, selectionOf } from "../http/paging.ts";
import { findUnit, isVisible, organizationMember } from "../tenant.ts";

const manage = { privilege: "sslManage", action: "manage enrollment endpoints" } as const;

/** Enrollment endpoints. Source: Sectigo Certificate Manager REST API reference, May 2025, "Enrollment endpoints". */
export const endpointRoutes: readonly Route[] = [
  { method: "GET", path: "/endpoint/v1", work: list },
  { method: "GET", path: "/endpoint/v1/{endpointId}", work: details },
  { method: "GET", path: "/endpoint/v1/{endpointId}/config", work: (call) => json(endpointOf(call).config) },
  { ...manage, method: "POST", path: "/endpoint/v1", work: create },
  { ...manage, method: "PUT", path: "/endpoint/v1/{endpointId}", work: change },
  { ...manage, method: "DELETE", path: "/endpoint/v1/{endpointId}", work: remove },
  { ...manage, method: "PUT", path: "/endpoint/v1/{endpointId}/config", work: changeConfig },
  { ...manage, method: "PUT", path: "/endpoint/v1/{endpointId}/delegations", work: delegate },
  { ...manage, method: "DELETE", path: "/endpoint/v1/{endpointId}/delegations", work: openToAll },
];

/** Types that can be made by a call; SCM's pages make the others. */
const CREATABLE = ["SSL_WEB_FORM", "SMIME_WEB_FORM", "DEVICE_WEB_FORM", "CODE_SIGN_WEB_FORM"];

/** The endpoint that the path names. @throws ScmError 404 */
export function endpointOf(call: Call): Endpoint {
  const given = param(call, "endpointId");
  const endpoint = call.scm.endpoints.find(given);
  if (!endpoint) throw errors.endpointNotFound(given);
  return endpoint;
}

function list(call: Call): Answer {
  const { query, scm } = call;
  const name = query.get("name")?.toLowerCase() ?? "";
  const uriExtension = query.get("uriExtension");
  const types = [...query.getAll("endpointTypes[]"), ...query.getAll("endpointTypes")];
  const found = scm.endpoints.all.filter(
    (endpoint) =>
      endpoint.name.toLowerCase().includes(name) &&
      (!uriExtension || endpoint.uriExtension === uriExtension) &&
      (types.length === 0 || types.includes(endpoint.type)),
  );
  return pageAnswer(call, selectionOf(found), showIdentity);
}

function showIdentity({ id, name, type, delegationMode }: Endpoint): Record<string, unknown> {
  return { id, name, type, delegationMode };
}

function details(call: Call): Answer {
  const endpoint = endpointOf(call);
  const { tenant } = call.scm;
  return json({
    ...showIdentity(endpoint),
    url: `${new URL(call.root).origin}/customer/${tenant.customerUri}/ssl/${endpoint.uriExtension}`,
    uriExtension: endpoint.uriExtension,
    webFormAuthTypes: endpoint.config.webFormAuthTypes,
    organizations: endpoint.delegatedTo.map((id) => organizationMember(tenant, id)),
  });
}

const CONFIG = {
  enrollmentHelp: "text",
  enrollmentLinkAddress: "text",
  enrollmentLinkName: "text",
  contactName: "text",
  contactEmail: "text",
  contactPhone: "text",
  webFormAuthTypes: "texts",
} as const;

function readConfig(source: unknown): Endpoint["config"] {
  const config = readMembers(source ?? {}, CONFIG);
  checkLength("config.enrollmentHelp", config.enrollmentHelp, 0, 2048);
  checkLength("config.enrollmentLinkName", config.enrollmentLinkName, 0, 1024);
  // The third, SECRET_ID, is for S/MIME.
  const known = ["EMAIL_CONFIRMATION", "IDP"];
  if (config.webFormAuthTypes?.some((type) => !known.includes(type)))
    throw errors.fieldInvalid("config.webFormAuthTypes");
  return config;
}

function create(call: Call): Answer {
  const body = parseBody(call.body, {
    name: "text",
    endpointType: "text",
    uriExtension: "text",
    config: "object",
    orgDelegations: "integers",
  });
  const name = required("name", body.name);
  const type = required("endpointType", body.endpointType);
  const uriExtension = required("uriExtension", body.uriExtension);
  checkLength("name", name, 1, 256);
  checkLength("uriExtension", uriExtension, 1, 58);
  if (!CREATABLE.includes(type)) throw errors.fieldInvalid("endpointType");
  const { endpoints } = call.scm;
  if (endpoints.all.some((other) => other.uriExtension === uriExtension)) throw errors.uriExtensionTaken();
  const id = endpoints.nextId();
  const delegatedTo = readDelegations(call, body.orgDelegations ?? []);
  const delegationMode = delegatedTo.length > 0 ? "CUSTOMIZED" : "GLOBAL_FOR_CUSTOMER";
  const config = readConfig(body.config);
  endpoints.add({ id, name, type, delegationMode, uriExtension, config, delegatedTo, accounts: [] });
  return created(`${call.root}/endpoint/v1/${id}`);
}

/** Who is an administrator of some organizations can't make a form for all. */
function readDelegations(call: Call, given: readonly number[]): readonly number[] {
  const { tenant } = call.scm;
  const { administrator } = call;
  if (given.length === 0 && administrator.organizations !== undefined) throw errors.organizationInvalid();
  const isKnown = (id: number): boolean =>
    Boolean(findUnit(tenant, id)) && isVisible(tenant, administrator, id);
  if (!given.every(isKnown)) throw errors.organizationInvalid();
  return given;
}

/** The body is a bare list of ids. */
function delegate(call: Call): Answer {
  const endpoint = endpointOf(call);
  const given = parseJson(call.body);
  if (!Array.isArray(given) || given.length === 0 || !given.every((id) => Number.isInteger(id)))
    throw errors.fieldInvalid("orgDelegations");
  endpoint.delegatedTo = readDelegations(call, given.map(Number));
  endpoint.delegationMode = "CUSTOMIZED";
  return noContent;
}

function openToAll(call: Call): Answer {
  const endpoint = endpointOf(call);
  endpoint.delegatedTo = readDelegations(call, []);
  endpoint.delegationMode = "GLOBAL_FOR_CUSTOMER";
  return noContent;
}

function change(call: Call): Answer {
  const endpoint = endpointOf(call);
  const body = parseBody(call.body, { name: "text", config: "object" });
  checkLength("name", body.name, 1, 256);
  endpoint.name = body.name ?? endpoint.name;
  if (body.config) endpoint.config = readConfig(body.config);
  return emptyOk;
}

function changeConfig(call: Call): Answer {
  const endpoint = endpointOf(call);
  endpoint.config = readConfig(parseJson(call.body));
  return json(endpoint.config);
}

/** What happens to the accounts of an endpoint that goes is not documented; here they keep it. */
function remove(call: Call): Answer {
  const endpoint = endpointOf(call);
  if (endpoint.accounts.length > 0) throw errors.notPossible("The endpoint still has accounts.");
  call.scm.endpoints.remove(endpoint.id);
  return noContent;
}
