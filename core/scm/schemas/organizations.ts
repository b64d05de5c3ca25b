import * as z from "zod/mini";
import type { ScmDate } from "./dates.ts";
import { date, flag, idNumber, listOf, orElse, orNull, ownList, text } from "./wire.ts";

/** Part of an organization with an id of its own; both kinds of id may stand wherever an organization is asked for. */
interface Department {
  readonly departmentId: number;
  readonly name: string;
}

export interface Organization {
  readonly organizationId: number;
  readonly name: string;
  /** In SCM's order; empty when there are none or none is visible. */
  readonly departments: readonly Department[];
}

const department = z.pipe(
  z.object({ id: idNumber, name: orElse(text, "") }),
  z.transform((wire): Department => ({ departmentId: wire.id, name: wire.name })),
);

const organization = z.pipe(
  z.object({ id: idNumber, name: orElse(text, ""), departments: listOf(department) }),
  z.transform(
    (wire): Organization => ({ organizationId: wire.id, name: wire.name, departments: wire.departments }),
  ),
);

/** What an organization's or department's own record says, as far as certificates are concerned. */
export interface OrganizationDetails {
  readonly organizationId: number;
  readonly name: string;
  /** Null for an organization itself. */
  readonly parentName: string | null;
  readonly departments: readonly Department[];
  /** `SSL`, `SMIME`, `CodeSign`, `Device`, …: what certificates it may have. */
  readonly certificateTypes: readonly string[];
  /** Whether SSL certificates may be ordered by REST; null when SCM does not say. */
  readonly isSslApiEnabled: boolean | null;
  readonly isClientApiEnabled: boolean | null;
  readonly validationStatus: string | null;
  /** Null, as its neighbours, where SCM does not say. */
  readonly city: string | null;
  readonly stateOrProvince: string | null;
  /** Two letters. */
  readonly country: string | null;
}

/** GET /organization/v1/{id}, for organizations and departments alike. */
export const organizationDetails = z.pipe(
  z.object({
    id: idNumber,
    name: orElse(text, ""),
    parentName: orNull(text),
    departments: listOf(department),
    certTypes: listOf(text),
    sslCertsApiEnabled: orNull(flag),
    clientCertsApiEnabled: orNull(flag),
    validationStatus: orNull(text),
    city: orNull(text),
    stateOrProvince: orNull(text),
    country: orNull(text),
  }),
  z.transform(
    (wire): OrganizationDetails => ({
      organizationId: wire.id,
      name: wire.name,
      parentName: wire.parentName,
      departments: wire.departments,
      certificateTypes: wire.certTypes,
      isSslApiEnabled: wire.sslCertsApiEnabled,
      isClientApiEnabled: wire.clientCertsApiEnabled,
      validationStatus: wire.validationStatus,
      city: wire.city,
      stateOrProvince: wire.stateOrProvince,
      country: wire.country,
    }),
  ),
);

/** GET /organization/v1: the whole tree at once, neither paged nor counted. */
export const organizationList = ownList("organizations", organization);

/** An organization or department in a flat list. */
export interface OrganizationReference {
  readonly organizationId: number;
  readonly name: string;
  readonly parentName: string | null;
}

/** GET /organization/v1/managedBy/{role} */
export const organizationReferences = ownList(
  "organization names",
  z.pipe(
    z.object({ id: idNumber, name: orElse(text, ""), parentName: orNull(text) }),
    z.transform(
      (wire): OrganizationReference => ({
        organizationId: wire.id,
        name: wire.name,
        parentName: wire.parentName,
      }),
    ),
  ),
);

/** What a CA found out about an organization. */
export interface OrganizationValidation {
  readonly validationId: number;
  /** OV_SSL, OV_SMIME or EV_SSL. */
  readonly level: string | null;
  /** VALIDATED, PENDING, … */
  readonly status: string | null;
  readonly backendType: string | null;
  readonly submitted: ScmDate | null;
  readonly expires: ScmDate | null;
}

/** GET /organization/v2/{id}/validations/{validationId} */
export const organizationValidation = z.pipe(
  z.object({
    id: idNumber,
    validationLevel: orNull(text),
    status: orNull(text),
    backendType: orNull(text),
    submitted: orNull(date),
    expires: orNull(date),
  }),
  z.transform(
    ({ id, validationLevel, ...same }): OrganizationValidation => ({
      ...same,
      validationId: id,
      level: validationLevel,
    }),
  ),
);

export const organizationValidations = ownList("organization validations", organizationValidation);
