import { type Domain, findUnit, type OrganizationValidation, type Tenant } from "./tenant.ts";

/** How long a validation of a domain may be used again. */
const REUSE_MS = 198 * 86_400_000;

/**
 * Lets time do its work on validations: those that somebody keeps up are done again in time, the others run out.
 * Organizations are validated by people, so theirs only run out.
 */
export function settleValidations(tenant: Tenant, now: number): void {
  for (const domain of tenant.domains) settleDomain(domain, now);
  for (const validation of tenant.validations) {
    const isOver =
      validation.status === "VALIDATED" && (validation.expires ?? Number.POSITIVE_INFINITY) <= now;
    if (isOver) validation.status = "EXPIRED";
  }
}

function settleDomain(domain: Domain, now: number): void {
  const { validation, validUntil } = domain;
  if (validation !== "VALIDATED" || validUntil === undefined || validUntil > now) return;
  if (!domain.isKeptUp) {
    domain.validation = "EXPIRED";
    return;
  }
  const rounds = Math.floor((now - validUntil) / REUSE_MS) + 1;
  domain.validated = validUntil + (rounds - 1) * REUSE_MS;
  domain.validUntil = validUntil + rounds * REUSE_MS;
}

/** Whether an organization, or the one a department belongs to, may have certificates of that level. */
export function isOrganizationValid(
  tenant: Tenant,
  orgId: number,
  level: OrganizationValidation["validationLevel"],
): boolean {
  const organizationId = findUnit(tenant, orgId)?.organization.id;
  return tenant.validations.some(
    (validation) =>
      validation.organizationId === organizationId &&
      validation.validationLevel === level &&
      validation.status === "VALIDATED",
  );
}
