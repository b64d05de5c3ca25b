import type { CatalogParts } from "./catalog-store.ts";
import type { InventoryCounts } from "./inventory.ts";
import type { InventoryRow } from "./inventory-row.ts";

/** Names by id. */
export interface Names {
  /** Of departments too. */
  readonly organizations: ReadonlyMap<number, string>;
  /** Of profiles for server certificates: others have ids of their own. */
  readonly profiles: ReadonlyMap<number, string>;
}

/** What the catalog calls organizations, departments and profiles now. */
export function presentNames({ organizations, profiles }: CatalogParts): Names {
  const tenants = organizations.flatMap(({ organizationId, name, departments }) => [
    [organizationId, name] as const,
    ...departments.map((department) => [department.departmentId, department.name] as const),
  ]);
  // SCM leaves out names now and then; an empty one would hide that of the row.
  return {
    organizations: new Map(tenants.filter(([, name]) => name !== "")),
    profiles: new Map(
      profiles.flatMap(({ scmProfileId, name }) => (name === "" ? [] : [[scmProfileId, name] as const])),
    ),
  };
}

/**
 * A row as it is shown: it carries the names of the day when SCM was asked for it, and known ids get their present names. Rules
 * and filters judge this one.
 */
export function presentRow<Row extends InventoryRow>(row: Row, { organizations, profiles }: Names): Row {
  const { type, organizationId, organizationName, scmProfileId, scmProfileName } = row;
  const organization = organizations.get(organizationId ?? Number.NaN) ?? organizationName;
  const profile = (type === "ssl" ? profiles.get(scmProfileId ?? Number.NaN) : undefined) ?? scmProfileName;
  if (organization === organizationName && profile === scmProfileName) return row;
  return { ...row, organizationName: organization, scmProfileName: profile };
}

/** The same for the names beside counts by organization. */
export function countsWithPresentNames(counts: InventoryCounts, { organizations }: Names): InventoryCounts {
  const named = Object.keys(counts.byOrganization).flatMap((id) => {
    const name = organizations.get(Number(id)) ?? counts.organizationNames[id];
    return name === undefined ? [] : [[id, name] as const];
  });
  return { ...counts, organizationNames: Object.fromEntries(named) };
}
