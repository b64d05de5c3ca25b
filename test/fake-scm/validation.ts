import { type Domain, findUnit, type OrganizationValidation, type Tenant } from "./tenant.ts";

const DAY_MS = 86_400_000;
/** How often a domain is validated again that people keep up. */
const KEPT_UP_MS = 198 * DAY_MS;

/** Days for which a validation of a domain may be used again, by the day it was made; SCM takes off two of the first. */
const REUSE_DAYS = [
  ["2029-03-15", 10],
  ["2027-03-15", 98],
  ["2026-03-15", 198],
  ["1970-01-01", 396],
] as const;

/**
 * How long a validation made at that instant counts, in milliseconds.
 * Source: CA/Browser Forum ballot SC-081v3 (398, 200, 100, 10 days); Sectigo's knowledge base has 198.
 */
export function reuseMs(at: number): number {
  const [, days] = REUSE_DAYS.find(([from]) => at >= Date.parse(from)) ?? REUSE_DAYS[3];
  return days * DAY_MS;
}

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
  const rounds = Math.floor((now - validUntil) / KEPT_UP_MS) + 1;
  domain.validated = validUntil + (rounds - 1) * KEPT_UP_MS;
  domain.validUntil = validUntil + rounds * KEPT_UP_MS;
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
