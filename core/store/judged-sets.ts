import type { InventoryFilter, JudgedSet, LabelRequest } from "../domain/inventory.ts";
import type { Labels } from "../domain/inventory-row.ts";
import { violationsOf } from "../domain/policies.ts";

/** Of policies: raise the number when a verdict changes. */
export const POLICY_SET = "policies 1";

const NAMED: Labels = { tags: [], owners: [], attributes: {} };

type Labelling = Pick<LabelRequest, "ruleSet" | "labelOf">;

/** Rows with the policies that they violate as tags. */
const policies: Labelling = {
  ruleSet: POLICY_SET,
  labelOf(row) {
    const tags = violationsOf(row);
    return tags.length === 0 ? null : { ...NAMED, tags };
  },
};

function labelling({ name, holds }: JudgedSet): Labelling {
  return { ruleSet: name, labelOf: (row) => (holds(row) ? NAMED : null) };
}

function filtersIn(filter: InventoryFilter): readonly InventoryFilter[] {
  return [filter, ...[...(filter.allOf ?? []), ...(filter.anyOf ?? [])].flatMap(filtersIn)];
}

/** What rows must be judged by before a filter can be asked, each set once. */
export function setsOf(filter: InventoryFilter, asksPolicies = false): readonly Labelling[] {
  const filters = filtersIn(filter);
  const judged = filters
    .flatMap(({ conditions = [] }) => conditions)
    .flatMap((condition) => ("judged" in condition ? [labelling(condition.judged)] : []));
  const needsPolicies = asksPolicies || filters.some(({ violations }) => violations !== undefined);
  const sets = new Map([...judged, ...(needsPolicies ? [policies] : [])].map((one) => [one.ruleSet, one]));
  return [...sets.values()];
}
