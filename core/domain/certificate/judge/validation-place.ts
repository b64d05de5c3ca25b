import type { Organization } from "../../../scm/schemas/organizations.ts";
import { parentOrganization } from "../../profile/resolve.ts";

/** Whose validations an order goes by. */
export interface ValidationPlace {
  /** Organizations are validated themselves; departments are not. */
  readonly organizationId: number;
  /** Null where the organization itself orders. */
  readonly departmentId: number | null;
}

/** @returns null for what this administrator does not see; the order's own judgement says so */
export function validationPlace(
  organizationId: number,
  organizations: readonly Organization[],
): ValidationPlace | null {
  const parent = parentOrganization(organizationId, organizations);
  if (parent === null) return null;
  const isDepartment = parent.organizationId !== organizationId;
  return { organizationId: parent.organizationId, departmentId: isDepartment ? organizationId : null };
}

/**
 * What to ask SCM for domains by: they are delegated to whom orders, also to a department.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Domain Control Validation": search.
 */
export function domainFilter({ organizationId, departmentId }: ValidationPlace) {
  return departmentId === null ? { organizationId } : { departmentId };
}
