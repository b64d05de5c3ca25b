import { quoted } from "../base/text.ts";
import type { CatalogParts, CatalogStore } from "./catalog-store.ts";
import { type FilterWords, filterOfWords } from "./filter-words.ts";
import { isListed } from "./find-names.ts";
import type { InventoryGap } from "./import/completeness.ts";
import type { InventoryReader, InventoryView } from "./inventory.ts";
import { CERTIFICATE_TYPES } from "./inventory-row.ts";

const LOOKED_UP = [
  { part: "organizations", word: "organizations", what: "organizations and departments" },
  { part: "profiles", word: "scm_profiles", what: "SCM profiles" },
] as const satisfies readonly { part: keyof CatalogParts; word: keyof FilterWords; what: string }[];

interface Asked {
  readonly store: Pick<InventoryReader, "count"> & CatalogStore;
  readonly view: InventoryView;
  readonly now: Date;
}

/**
 * What an answer lacks where this administrator may not list what a filter names. Names that rows carry need no list; a name
 * that no row carries may be a mistyped one, and departments of an organization are told by the list alone.
 */
export async function judgeLookUps(
  words: readonly FilterWords[],
  asked: Asked,
): Promise<readonly InventoryGap[]> {
  const gaps: InventoryGap[] = [];
  const all = words.flatMap(withInner);
  for (const { part, word, what } of LOOKED_UP) {
    const kept = await asked.store.keptCatalog(asked.view.account, part);
    if (kept === null || isListed(kept.value)) continue;
    const why = `SCM lists no ${what} to this administrator: give it a role that may see them`;
    for (const name of new Set(all.flatMap((one) => one[word] ?? [])))
      if (!(await isCarried({ [word]: [name] }, asked)))
        gaps.push({
          type: null,
          missing: `rows of ${quoted(name)}: no row that was read carries the name`,
          why,
        });
    const wide = part === "organizations" ? all.filter((one) => one.include_departments === true) : [];
    for (const name of new Set(wide.flatMap((one) => one.organizations ?? [])))
      gaps.push({ type: null, missing: `rows of departments of ${quoted(name)}`, why });
  }
  return gaps;
}

function withInner(words: FilterWords): readonly FilterWords[] {
  return [words, ...(words.any_of ?? []).flatMap(withInner)];
}

/** Whether any row has the name, whatever the view hides. */
async function isCarried(words: FilterWords, { store, view, now }: Asked): Promise<boolean> {
  const all = {
    ...view,
    types: CERTIFICATE_TYPES,
    includeDiscovered: true,
    includeExpired: true,
    includeRevoked: true,
  };
  const { total } = await store.count({ view: all, filter: filterOfWords(words), now });
  return total > 0;
}
