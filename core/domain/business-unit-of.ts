import type { BusinessUnits, Counts, InventoryCounts } from "./inventory.ts";
import type { InventoryRow } from "./inventory-row.ts";

/**
 * The business unit of a certificate: by its organization or department, else the one for all. Where units go by
 * organization and this one's is not known, it has none: it could belong to any of them.
 */
export function businessUnitOf(
  { forAll, byOrganizationId }: BusinessUnits,
  { organizationId }: Pick<InventoryRow, "organizationId">,
): string | null {
  if (organizationId === null) return byOrganizationId.size === 0 ? forAll : null;
  return byOrganizationId.get(organizationId) ?? forAll;
}

const UNKNOWN = "unknown";

/** Units go by organization, so that they are counted by what is counted already. */
export function countUnits(
  units: BusinessUnits,
  { byOrganization }: Pick<InventoryCounts, "byOrganization">,
): Counts {
  const counts: Record<string, number> = {};
  for (const [id, count] of Object.entries(byOrganization)) {
    const organizationId = id === UNKNOWN ? null : Number(id);
    const unit = businessUnitOf(units, { organizationId }) ?? UNKNOWN;
    counts[unit] = (counts[unit] ?? 0) + count;
  }
  return counts;
}
