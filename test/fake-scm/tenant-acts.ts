import { confirm } from "./dcv/check-order.ts";
import { ControlError } from "./outside-acts.ts";
import type { Scm } from "./scm.ts";
import type { Domain, OrganizationValidation } from "./tenant.ts";

type Body = Readonly<Record<string, unknown>>;

/**
 * Somebody changes a domain: `validation`, `validUntil` (ISO), `isSuspended`, `delegatedTo`; `isConfirmed` proves control
 * as the recipient of a mail does, `isRejected` ends the CA's work without. Nobody keeps it up from then on, so that what
 * was set stays.
 */
export function changeDomain({ tenant, clock }: Scm, name: string, body: Body): Domain {
  const domain = tenant.domains.find((each) => each.name === name);
  if (!domain) throw new ControlError(`no domain ${name}`);
  domain.isKeptUp = false;
  const states = ["VALIDATED", "NOT_VALIDATED", "EXPIRED"] as const;
  domain.validation = states.find((state) => state === body.validation) ?? domain.validation;
  if (domain.validation === "NOT_VALIDATED") domain.validUntil = undefined;
  if (body.validUntil !== undefined) domain.validUntil = instantOf(body.validUntil);
  if (body.isConfirmed === true) confirm(domain, clock.now());
  if (body.isRejected === true && domain.order) domain.order.state = "REJECTED";
  if (typeof body.isSuspended === "boolean") domain.isSuspended = body.isSuspended;
  if (Array.isArray(body.requestedBy)) domain.requestedBy = body.requestedBy.map(Number);
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

/** Somebody renames an organization; its id stays. */
export function renameOrganization({ tenant }: Scm, id: string, { name }: Body): unknown {
  const organization = tenant.organizations.find((each) => String(each.id) === id);
  if (!organization || typeof name !== "string") throw new ControlError(`no organization ${id}, or no name`);
  organization.name = name;
  return { id: organization.id, name };
}

/** An administrator adds a department; two organizations may each have one of the same name. */
export function addDepartment({ tenant }: Scm, id: string, { name }: Body): unknown {
  const organization = tenant.organizations.find((each) => String(each.id) === id);
  if (!organization || typeof name !== "string") throw new ControlError(`no organization ${id}, or no name`);
  const ids = tenant.organizations.flatMap(({ departments }) => departments.map((each) => each.id));
  const added = { id: Math.max(7_500, ...ids) + 7, name };
  organization.departments = [...organization.departments, added];
  return added;
}

/** Somebody changes an SCM profile: `name`, `terms` (days). */
export function changeProfile({ tenant }: Scm, id: string, body: Body): unknown {
  const profile = tenant.profiles.find((each) => String(each.id) === id);
  if (!profile) throw new ControlError(`no SCM profile ${id}`);
  if (typeof body.name === "string") profile.name = body.name;
  if (Array.isArray(body.terms)) profile.terms = body.terms.map(Number);
  return profile;
}

function instantOf(value: unknown): number {
  const instant = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) throw new ControlError("instants are ISO 8601 text");
  return instant;
}
