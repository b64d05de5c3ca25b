import type { InventoryQuery, InventoryReader } from "../inventory.ts";
import { CERTIFICATE_TYPES } from "../inventory-row.ts";
import type { InventoryGap } from "./completeness.ts";

/**
 * Rows that a question about business units does not show, since it is not known whose they are: units go by organization,
 * and of these it is not known. They are withheld, never guessed.
 */
export async function countWithheld(
  store: Pick<InventoryReader, "count">,
  { view, filter = {}, now }: Pick<InventoryQuery, "view" | "filter" | "now">,
): Promise<readonly InventoryGap[]> {
  if (filter.businessUnits === undefined || view.businessUnits.byOrganizationId.size === 0) return [];
  const unknown = { attribute: "organizationId", isPresent: false } as const;
  const conditions = [...(filter.conditions ?? []), unknown];
  const { byType } = await store.count({
    view,
    filter: { ...filter, businessUnits: undefined, conditions },
    now,
  });
  return CERTIFICATE_TYPES.flatMap((type) => {
    const count = byType[type] ?? 0;
    const why = "their organization is not known, and business units go by organization";
    return count === 0 ? [] : [{ type, missing: `${count} rows of no known business unit`, why }];
  });
}
