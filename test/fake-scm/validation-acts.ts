import { ControlError } from "./outside-acts.ts";
import type { Scm } from "./scm.ts";
import type { Domain, OrganizationValidation } from "./tenant.ts";

type Body = Readonly<Record<string, unknown>>;

/**
 * Somebody changes a domain: `validation`, `validUntil` (ISO), `isSuspended`, `delegatedTo`. Nobody keeps it up from then
 * on, so that what was set stays.
 */
export function changeDomain({ tenant }: Scm, name: string, body: Body): Domain {
  const domain = tenant.domains.find((each) => each.name === name);
  if (!domain) throw new ControlError(`no domain ${name}`);
  domain.isKeptUp = false;
  const states = ["VALIDATED", "NOT_VALIDATED", "EXPIRED"] as const;
  domain.validation = states.find((state) => state === body.validation) ?? domain.validation;
  if (domain.validation === "NOT_VALIDATED") domain.validUntil = undefined;
  if (body.validUntil !== undefined) domain.validUntil = instantOf(body.validUntil);
  if (typeof body.isSuspended === "boolean") domain.isSuspended = body.isSuspended;
  if (Array.isArray(body.delegatedTo)) domain.delegatedTo = body.delegatedTo.map(Number);
  return domain;
}

/** A CA changes its mind about an organization: `status`, `expires` (ISO). */
export function changeOrganizationValidation(
  { tenant }: Scm,
  id: string,
  body: Body,
): OrganizationValidation {
  const validation = tenant.validations.find((each) => String(each.id) === id);
  if (!validation) throw new ControlError(`no organization validation ${id}`);
  const states = ["NOT_VALIDATED", "PENDING", "EXPIRED", "FAILED", "VALIDATED"] as const;
  validation.status = states.find((state) => state === body.status) ?? validation.status;
  if (body.expires !== undefined) validation.expires = instantOf(body.expires);
  return validation;
}

function instantOf(value: unknown): number {
  const instant = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) throw new ControlError("instants are ISO 8601 text");
  return instant;
}
