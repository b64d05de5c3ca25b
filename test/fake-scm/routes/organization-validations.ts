import { formatDate, INSTANT } from "../dates.ts";
import { organizationNotFound, validationNotFound } from "../errors.ts";
import { type Answer, json } from "../http/answer.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { findUnit, isVisible, type Organization, type OrganizationValidation } from "../tenant.ts";

const LIST = "/organization/v2/{orgId}/validations";

/**
 * What CAs found out about an organization. Source: Sectigo Certificate Manager REST API reference, May 2025,
 * "Organization validations". Departments have none of their own; whether SCM answers with their organization's is not
 * said, so here it answers with nothing.
 */
export const organizationValidationRoutes: readonly Route[] = [
  { method: "GET", path: LIST, work: (call) => json(validationsOf(call).map(show)) },
  { method: "GET", path: `${LIST}/{validationId}`, work: details },
  { method: "POST", path: `${LIST}/{validationId}/sync`, work: details },
];

function validationsOf(call: Call): OrganizationValidation[] {
  const given = param(call, "orgId");
  const unit = findUnit(call.scm.tenant, Number(given));
  if (!unit || !isVisible(call.scm.tenant, call.administrator, unit.id)) throw organizationNotFound(given);
  return call.scm.tenant.validations.filter(({ organizationId }) => organizationId === unit.id);
}

function show({ id, validationLevel, status, submitted, expires }: OrganizationValidation) {
  return {
    id,
    validationLevel,
    status,
    backgroundStatus: status === "PENDING" ? "PENDING" : undefined,
    submitted: formatDate(submitted, INSTANT),
    expires: formatDate(expires, INSTANT),
    alternative: false,
    backendId: 1135,
    backendType: "SASP",
  };
}

function details(call: Call): Answer {
  const given = param(call, "validationId");
  const validation = validationsOf(call).find(({ id }) => String(id) === given);
  if (!validation) throw validationNotFound(given);
  const organization = findUnit(call.scm.tenant, validation.organizationId)?.organization;
  return json({ ...show(validation), organizationDetails: organization && generalDetails(organization) });
}

function generalDetails({ name, city, stateOrProvince, country }: Organization): unknown {
  return {
    generalDetails: {
      legalName: name,
      address1: "Example Street 1",
      city,
      stateProvince: stateOrProvince,
      country,
    },
  };
}
