import { formatDate, INSTANT, LIST_DATE } from "../dates.ts";
import { domainNotFound } from "../errors.ts";
import { type Answer, json } from "../http/answer.ts";
import { parseBody, required } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { pageAnswer, readInteger, selectionOf } from "../http/paging.ts";
import { type Domain, isVisible } from "../tenant.ts";

/** Domains and the state of their validation. Source: SCM REST API reference, May 2025, "Domains" and "DCV". */
export const domainRoutes: readonly Route[] = [
  { method: "GET", path: "/domain/v1", work: list },
  { method: "GET", path: "/domain/v1/count", work: (call) => json({ count: matching(call).length }) },
  { method: "GET", path: "/domain/v1/{domainId}", work: details },
  { ...validation("/dcv/v1/validation"), work: (call) => validations(call, "constants") },
  { ...validation("/dcv/v2/validation"), work: (call) => validations(call, "display") },
  { ...validation("/dcv/v2/validation/status"), method: "POST", work: validationStatus },
];

function validation(path: string): Omit<Route, "work"> {
  return { method: "GET", path, privilege: "allowDCV", action: "perform DCV validation" };
}

const DISPLAY = { VALIDATED: "Validated", NOT_VALIDATED: "Not validated", EXPIRED: "Expired" };

function visible(call: Call): Domain[] {
  const { tenant } = call.scm;
  return tenant.domains.filter((domain) =>
    domain.delegatedTo.some((orgId) => isVisible(tenant, call.administrator, orgId)),
  );
}

function matching(call: Call): Domain[] {
  const { query } = call;
  const name = query.get("name")?.toLowerCase() ?? "";
  const orgId = readInteger(query, "orgId");
  const state = query.get("state");
  return visible(call).filter(
    (domain) =>
      domain.name.includes(name) &&
      (orgId === undefined || domain.delegatedTo.includes(orgId)) &&
      (!state || (state === "active") !== domain.isSuspended) &&
      query.get("status") !== "requested",
  );
}

function list(call: Call): Answer {
  return pageAnswer(call, selectionOf(matching(call)), ({ id, name }) => ({ id, name }));
}

function details(call: Call): Answer {
  const given = param(call, "domainId");
  const domain = visible(call).find(({ id }) => String(id) === given);
  if (!domain) throw domainNotFound(given);
  const { validation: state } = domain;
  return json({
    id: domain.id,
    name: domain.name,
    delegationStatus: "ACTIVE",
    state: domain.isSuspended ? "SUSPENDED" : "ACTIVE",
    validationStatus: call.scm.options.strict.displayStates ? DISPLAY[state] : state,
    validationMethod: state === "NOT_VALIDATED" ? undefined : "CNAME_CSR_HASH",
    dcvValidation: formatDate(domain.validated, LIST_DATE),
    dcvExpiration: formatDate(domain.validUntil, LIST_DATE),
    delegations: domain.delegatedTo.map((orgId) => ({
      orgId,
      certTypes: ["SSL"],
      domainCertificateRequestPrivileges: ["DOMAIN", "SUBDOMAIN"],
      status: "ACTIVE",
    })),
    ctLogMonitoring: { enabled: false, includeSubdomains: false },
  });
}

/** The classic call shows constants, the later one display names; filters take both, in any case. */
function validations(call: Call, words: "constants" | "display"): Answer {
  const { query, now, scm } = call;
  const wanted = query.get("dcvStatus")?.toUpperCase().replace(/ /g, "_");
  const name = query.get("domain")?.toLowerCase() ?? "";
  const withinDays = readInteger(query, "expiresIn");
  const orgId = readInteger(query, "department") ?? readInteger(query, "org");
  const ends = (domain: Domain): number => domain.validUntil ?? Number.POSITIVE_INFINITY;
  const found = visible(call).filter(
    (domain) =>
      domain.name.includes(name) &&
      (!wanted || domain.validation === wanted) &&
      (orgId === undefined || domain.delegatedTo.includes(orgId)) &&
      (withinDays === undefined || (ends(domain) > now && ends(domain) <= now + withinDays * 86_400_000)),
  );
  const pattern = scm.options.strict.isoDates ? INSTANT : LIST_DATE;
  return pageAnswer(call, selectionOf(found), (domain) => {
    const isValid = domain.validation === "VALIDATED";
    return {
      domain: domain.name,
      dcvStatus: words === "display" ? DISPLAY[domain.validation] : domain.validation,
      dcvMethod: domain.validated === undefined ? undefined : "CNAME_CSR_HASH",
      dcvOrderStatus: orderState(isValid, words),
      dcvOrderMethod: "CNAME",
      expirationDate: formatDate(domain.validUntil, pattern),
    };
  });
}

/** One domain, by name. */
function validationStatus(call: Call): Answer {
  const name = required("domain", parseBody(call.body, { domain: "text" }).domain);
  const domain = visible(call).find((each) => each.name === name.toLowerCase());
  if (!domain) throw domainNotFound(name);
  const { validation: status, validated, validUntil } = domain;
  return json({
    status,
    validationDate: formatDate(validated, LIST_DATE),
    expirationDate: formatDate(validUntil, LIST_DATE),
    orderStatus: orderState(status === "VALIDATED", "constants"),
    orderMode: "CNAME",
  });
}

function orderState(isValid: boolean, words: "constants" | "display"): string {
  if (words === "display") return isValid ? "Not initiated" : "Submitted";
  return isValid ? "NOT_INITIATED" : "SUBMITTED";
}
