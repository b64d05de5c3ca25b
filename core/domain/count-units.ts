import type { BusinessUnits, Counts, InventoryCounts } from "./inventory.ts";

const UNKNOWN = "unknown";

/** Units go by organization, so that they are counted by what is counted already. */
export function countUnits(
  { forAll, byOrganizationId }: BusinessUnits,
  { byOrganization }: Pick<InventoryCounts, "byOrganization">,
): Counts {
  const unitOf = (id: string): string | null => {
    if (id === UNKNOWN) return byOrganizationId.size === 0 ? forAll : null;
    return byOrganizationId.get(Number(id)) ?? forAll;
  };
  const counts: Record<string, number> = {};
  for (const [id, count] of Object.entries(byOrganization)) {
    const unit = unitOf(id) ?? UNKNOWN;
    counts[unit] = (counts[unit] ?? 0) + count;
  }
  return counts;
}
