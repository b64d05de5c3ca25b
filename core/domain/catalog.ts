import { quoted } from "../base/text.ts";
import type { KeyTypes } from "../pki/judge-csr.ts";

/** What SCM offers, as far as an order is judged by it. The client's own types fit. */
export interface OfferedProfile {
  readonly id: number;
  readonly name: string;
  readonly terms: readonly number[];
  /** Empty when SCM doesn't say. */
  readonly keyTypes: KeyTypes;
}

export interface KnownDepartment {
  readonly id: number;
  readonly name: string;
}

export interface KnownOrganization extends KnownDepartment {
  readonly departments: readonly KnownDepartment[];
}

export interface KnownCustomField {
  readonly name: string;
  readonly mandatory: boolean;
}

/** Absent members were not asked for, and nothing is judged by them. */
export interface OrderCatalog {
  readonly organizations?: readonly KnownOrganization[] | undefined;
  /** Those offered to the order's organization. */
  readonly profiles?: readonly OfferedProfile[] | undefined;
  readonly customFields?: readonly KnownCustomField[] | undefined;
}

/** An organization or department by its id; a department is named with the organization it belongs to. */
export interface Tenant {
  readonly id: number;
  readonly name: string;
  /** `"Example Ltd"`, or `"Web" of "Example Ltd"`. */
  readonly label: string;
}

/** Organizations and their departments in one list: an order may name either. */
export function tenantsOf(organizations: readonly KnownOrganization[]): Tenant[] {
  return organizations.flatMap(({ id, name, departments }) => [
    { id, name, label: quoted(name) },
    ...departments.map((department) => ({
      ...department,
      label: `${quoted(department.name)} of ${quoted(name)}`,
    })),
  ]);
}
