import { organizationNotFound } from "../errors.ts";
import { json } from "../http/answer.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { type Department, findUnit, isVisible, type Organization } from "../tenant.ts";

/**
 * Organizations and departments.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Organizations". The list is neither paged nor
 * counted.
 */
export const organizationRoutes: readonly Route[] = [
  { method: "GET", path: "/organization/v1", work: (call) => json(visibleTree(call)) },
  { method: "GET", path: "/organization/v1/report-type/{type}", work: (call) => json(visibleTree(call)) },
  { method: "GET", path: "/organization/v1/managedBy/{role}", work: (call) => json(flatList(call)) },
  { method: "GET", path: "/organization/v1/managed-by/{role}", work: (call) => json(flatList(call)) },
  { method: "GET", path: "/organization/v1/{orgId}", work: details },
];

function visible(call: Call): { organization: Organization; departments: Department[] }[] {
  const { tenant } = call.scm;
  const sees = (id: number): boolean => isVisible(tenant, call.administrator, id);
  return tenant.organizations
    .map((organization) => ({
      organization,
      departments: organization.departments.filter(({ id }) => sees(id)),
    }))
    .filter(({ organization, departments }) => sees(organization.id) || departments.length > 0);
}

function visibleTree(call: Call): unknown[] {
  return visible(call).map(({ organization, departments }) => ({
    id: organization.id,
    name: organization.name,
    departments: departments.map((department) => showDepartment(department, organization)),
  }));
}

function flatList(call: Call): unknown[] {
  return visible(call).flatMap(({ organization, departments }) => [
    { id: organization.id, name: organization.name },
    ...departments.map((department) => showDepartment(department, organization)),
  ]);
}

function showDepartment({ id, name }: Department, parent: Organization): unknown {
  return { id, name, parentName: parent.name };
}

function details(call: Call): ReturnType<Route["work"]> {
  const given = param(call, "orgId");
  const unit = findUnit(call.scm.tenant, Number(given));
  if (!unit || !isVisible(call.scm.tenant, call.administrator, unit.id)) throw organizationNotFound(given);
  const { organization } = unit;
  const isDepartment = unit.id !== organization.id;
  const departments = organization.departments.map((department) => showDepartment(department, organization));
  return json({
    id: unit.id,
    name: unit.name,
    parentId: isDepartment ? organization.id : undefined,
    parentName: isDepartment ? organization.name : undefined,
    certTypes: ["SSL", "SMIME", "Device"],
    departments: isDepartment ? undefined : departments,
    contactEmails: "pki@example.test",
    address1: "Example Street 1",
    city: organization.city,
    stateOrProvince: organization.stateOrProvince,
    postalCode: "1000",
    country: organization.country,
    clientCertificate: {
      allowKeyRecoveryByMasterAdmins: false,
      allowKeyRecoveryByOrgAdmins: false,
      allowKeyRecoveryByDepartmentAdmins: false,
    },
    sslCertsApiEnabled: organization.sslCertsApiEnabled,
    clientCertsApiEnabled: organization.sslCertsApiEnabled,
  });
}
