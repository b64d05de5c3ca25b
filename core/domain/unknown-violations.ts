import type { InventoryGap } from "./import/completeness.ts";
import type { InventoryQuery, InventoryReader } from "./inventory.ts";
import { CERTIFICATE_TYPES } from "./inventory-row.ts";
import { judgePolicies, type Policy } from "./policies.ts";

/** Rows that a filter on violations does not show, since SCM tells too little to judge them. */
export async function countUnjudged(
  store: Pick<InventoryReader, "count">,
  { view, filter = {}, now }: Pick<InventoryQuery, "view" | "filter" | "now">,
): Promise<readonly InventoryGap[]> {
  const asked = [filter, ...(filter.allOf ?? [])].flatMap(({ violations = [] }) => violations);
  const policies: readonly Policy[] = [...new Set(asked)].sort();
  if (policies.length === 0) return [];
  const judged = {
    name: `unjudged 1 ${policies.join()}`,
    holds: (row: Parameters<typeof judgePolicies>[0]) => {
      const verdicts = judgePolicies(row);
      return (
        policies.some((policy) => verdicts[policy] === null) &&
        policies.every((one) => verdicts[one] !== true)
      );
    },
  };
  const conditions = [
    ...(filter.conditions ?? []),
    { attribute: "certificateId", judged, isIn: true } as const,
  ];
  const allOf = filter.allOf?.map((inner) => ({ ...inner, violations: undefined }));
  const question = { ...filter, conditions, violations: undefined, allOf };
  const { byType } = await store.count({ view, filter: question, now });
  const why = `SCM tells too little to judge them by ${policies.join(", ")}`;
  return CERTIFICATE_TYPES.flatMap((type) =>
    byType[type] === undefined ? [] : [{ type, missing: `${byType[type]} rows that may violate it`, why }],
  );
}
