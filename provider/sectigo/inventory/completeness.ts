import {
  countWithheld,
  type ImportSettings,
  type InventoryGap,
  type InventoryQuery,
  type InventoryStore,
  judgeCompleteness,
  judgeExcluded,
  uniqueGaps,
} from "../../../core/index.ts";
import { type ObjectOf, string } from "../../framework/attribute.ts";
import type { Filling } from "./fill-store.ts";

/** One thing that an answer lacks. */
export const gapAttributes = {
  type: string({ is: "computed", nullable: true, doc: "Type of certificates; null where it concerns all." }),
  missing: string({ is: "computed", doc: "What is missing." }),
  why: string({ is: "computed", doc: "Why." }),
} as const;

type Gap = ObjectOf<typeof gapAttributes>;

const everything: Gap = { type: null, missing: "all rows", why: "the connector imports nothing" };

/** Of a connector without `import`. */
export const NOTHING_IMPORTED = {
  imported_at: null,
  imported_at_by_type: {},
  complete: false,
  warnings: [everything],
};

/** Where data sources say how old their answer is. */
export const AS_OF = "complete is false, imported_at_by_type says when that was";

interface Trusted {
  readonly store: InventoryStore;
  readonly query: InventoryQuery;
  /** The connector's own settings, and the types that the filter names. */
  readonly imported: ImportSettings;
  readonly types: readonly string[] | null;
  /** What the question itself leaves open. */
  readonly more: readonly InventoryGap[];
}

/** How far the answer can be trusted, as attributes of the inventory. */
export async function trustOf(
  { account, settings, filter, refresh, api }: Filling,
  { store, query, imported, types, more }: Trusted,
) {
  const now = api.clock.now();
  const isLive = refresh === "live";
  const known = judgeCompleteness(settings, isLive ? [] : await store.coverages(account), now);
  const excluded = judgeExcluded({ settings: imported, types, filter });
  const withheld = await countWithheld(store, query);
  const gaps = uniqueGaps([...(isLive ? [] : known.gaps), ...excluded, ...withheld, ...more]);
  const byType = isLive
    ? settings.certificateTypes.map((type) => [type, now] as const)
    : known.importedAtByType;
  const at = isLive ? now : known.importedAt;
  return {
    imported_at: at?.toISOString() ?? null,
    imported_at_by_type: Object.fromEntries([...byType].map(([type, when]) => [type, when.toISOString()])),
    complete: gaps.length === 0,
    warnings: gaps.map(gapOf),
  };
}

function gapOf({ type, missing, why }: InventoryGap): Gap {
  return { type, missing, why };
}
