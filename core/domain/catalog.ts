import { quoted } from "../base/text.ts";
import type { Organization } from "../scm/schemas/organizations.ts";
import type { CustomField, ScmProfile } from "../scm/schemas/profiles.ts";

/** What SCM offers, as an order is judged by it. Absent members were not asked for, and nothing is judged by them. */
export interface OrderCatalog {
  readonly organizations?: readonly Organization[] | undefined;
  /** Those offered to the order's organization. */
  readonly profiles?: readonly ScmProfile[] | undefined;
  readonly customFields?: readonly CustomField[] | undefined;
}

/** An organization or department; an order may name either. */
interface Tenant {
  readonly organizationId: number;
  /** `"Example Ltd"`, or `"Web" of "Example Ltd"`. */
  readonly label: string;
}

/** Organizations and their departments in one list, each organization followed by its own. */
export function tenantsOf(organizations: readonly Organization[]): Tenant[] {
  return organizations.flatMap(({ organizationId, name, departments }) => [
    { organizationId, label: quoted(name) },
    ...departments.map((department) => ({
      organizationId: department.departmentId,
      label: `${quoted(department.name)} of ${quoted(name)}`,
    })),
  ]);
}
