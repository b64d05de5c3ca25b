import type { InventoryGap } from "./import/completeness.ts";
import type {
  InventoryCondition,
  InventoryFilter,
  InventoryQuery,
  InventoryReader,
  JudgedSet,
} from "./inventory.ts";
import { CERTIFICATE_TYPES } from "./inventory-row.ts";
import { judgePolicies, type Policy } from "./policies.ts";

type Counting = Pick<InventoryReader, "count">;
type Asked = Pick<InventoryQuery, "view" | "filter" | "now">;

/** Rows that a filter on violations or on limits of profiles does not show, since SCM tells too little to judge them. */
export async function countUnjudged(store: Counting, asked: Asked): Promise<readonly InventoryGap[]> {
  return [...(await countByPolicies(store, asked)), ...(await countByLimits(store, asked))];
}

async function countByPolicies(
  store: Counting,
  { view, filter = {}, now }: Asked,
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
  const allOf = filter.allOf?.map((inner) => ({ ...inner, violations: undefined }));
  const question = withSet({ ...filter, violations: undefined, allOf }, judged);
  return gapsOf(store, { view, filter: question, now }, `by ${policies.join(", ")}`, "may violate it");
}

async function countByLimits(
  store: Counting,
  { view, filter = {}, now }: Asked,
): Promise<readonly InventoryGap[]> {
  const limits = [filter, ...(filter.allOf ?? [])].flatMap(({ conditions = [] }) =>
    conditions.filter(isOpen),
  );
  const gaps: InventoryGap[] = [];
  for (const { judged } of limits) {
    const { name, isUnknown = () => false } = judged;
    const without = (one: InventoryFilter): InventoryFilter => ({
      ...one,
      conditions: one.conditions?.filter(
        (condition) => !(isOpen(condition) && condition.judged.name === name),
      ),
    });
    const rest = { ...without(filter), allOf: filter.allOf?.map(without) };
    const question = withSet(rest, { name: `unjudged ${name}`, holds: isUnknown });
    const found = await gapsOf(
      store,
      { view, filter: question, now },
      "by limits of profiles",
      "may break them",
    );
    gaps.push(...found);
  }
  return gaps;
}

/** A condition on a set that leaves rows unjudged. */
function isOpen(
  condition: InventoryCondition,
): condition is InventoryCondition & { readonly judged: JudgedSet } {
  return "judged" in condition && condition.judged.isUnknown !== undefined;
}

function withSet(filter: InventoryFilter, judged: JudgedSet): InventoryFilter {
  const condition = { attribute: "certificateId", judged, isIn: true } as const;
  return { ...filter, conditions: [...(filter.conditions ?? []), condition] };
}

async function gapsOf(
  store: Counting,
  asked: Asked,
  by: string,
  rows: string,
): Promise<readonly InventoryGap[]> {
  const { byType } = await store.count(asked);
  const why = `SCM tells too little to judge them ${by}`;
  return CERTIFICATE_TYPES.flatMap((type) =>
    byType[type] === undefined ? [] : [{ type, missing: `${byType[type]} rows that ${rows}`, why }],
  );
}
