import {
  COUNT_TRAITS,
  ConfigError,
  type Counts,
  type CountTrait,
  countUnits,
  type InventoryCounts,
  type InventoryQuery,
  type InventoryStore,
} from "../../../core/index.ts";

/** What `count_by` takes. */
export const COUNTED: readonly string[] = [...COUNT_TRAITS, "business_unit", "record"];

async function byRecord(store: InventoryStore, query: InventoryQuery, total: number): Promise<Counts> {
  const { total: first } = await store.count({ ...query, filter: { ...query.filter, isUnique: true } });
  return { first, same: total - first };
}

/** @throws ConfigError `config.count_by` where persons are counted by that are not to be shown */
export function refuseHiddenCounts(wanted: readonly string[], hasPersons: boolean): void {
  if (hasPersons || !wanted.includes("requester")) return;
  throw new ConfigError("read the inventory: counts by requester name persons", {
    ...{ code: "config.count_by", path: "count_by" },
    hint: "Set include_persons = true, or leave requester out of count_by.",
  });
}

/** Counts by the wanted traits, as attributes; null for the others. */
export async function countedBy(
  store: InventoryStore,
  query: InventoryQuery,
  { wanted, counts }: { readonly wanted: readonly string[]; readonly counts: InventoryCounts },
) {
  const by = async (trait: CountTrait): Promise<Counts | null> =>
    wanted.includes(trait) ? store.countBy(query, trait) : null;
  return {
    by_scm_profile: await by("scm_profile"),
    by_requester: await by("requester"),
    by_tag: await by("tag"),
    by_owner: await by("owner"),
    by_violation: await by("violation"),
    by_business_unit: wanted.includes("business_unit") ? countUnits(query.view.businessUnits, counts) : null,
    by_record: wanted.includes("record") ? await byRecord(store, query, counts.total) : null,
  };
}

/** Of nothing. */
export const NOT_COUNTED = {
  by_scm_profile: null,
  by_requester: null,
  by_tag: null,
  by_owner: null,
  by_violation: null,
  by_business_unit: null,
  by_record: null,
};
