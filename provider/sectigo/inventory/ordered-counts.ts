import type { Counts, InventoryCounts } from "../../../core/index.ts";
import { integer, type ObjectOf, string } from "../../framework/attribute.ts";

/** One count of the list. */
export const orderedCountAttributes = {
  by: string({
    is: "computed",
    doc: "`status`, `type`, `issuer`, `organization`, `key_type`, `expiry`, or one of `count_by`.",
  }),
  key: string({ is: "computed", doc: "Key in that map." }),
  name: string({ is: "computed", doc: "Name of the organization; else the key." }),
  count: integer({ is: "computed", doc: "How many." }),
} as const;

type OrderedCount = ObjectOf<typeof orderedCountAttributes>;

const NEAREST_FIRST = [
  "expired",
  "within_7",
  "within_30",
  "within_60",
  "within_90",
  "within_180",
  "later",
  "unknown",
];

/** All counts as one list: by trait, the largest first, ends by their days. */
export function orderedCounts(
  counts: Omit<InventoryCounts, "total">,
  more: Readonly<Record<string, Counts | null>>,
): readonly OrderedCount[] {
  const { organizationNames, byExpiry } = counts;
  const listed = (by: string, map: Counts, names: Readonly<Record<string, string>> = {}): OrderedCount[] =>
    Object.entries(map)
      .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .map(([key, count]) => ({ by, key, name: names[key] ?? key, count }));
  return [
    ...listed("status", counts.byStatus),
    ...listed("type", counts.byType),
    ...listed("issuer", counts.byIssuer),
    ...listed("organization", counts.byOrganization, organizationNames),
    ...listed("key_type", counts.byKeyType),
    ...Object.entries(more).flatMap(([name, map]) => listed(name.replace(/^by_/, ""), map ?? {})),
    ...NEAREST_FIRST.flatMap((key) =>
      byExpiry[key] === undefined ? [] : [{ by: "expiry", key, name: key, count: byExpiry[key] }],
    ),
  ];
}
