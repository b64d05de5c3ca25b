import {
  type Completeness,
  countWithheld,
  gapsOfRules,
  type InventoryFilter,
  type InventoryGap,
  rulesByDetailsIn,
} from "../../core/index.ts";
import type { InventoryInputs } from "../inputs/inventory.ts";
import type { Problem } from "../problem.ts";
import type { Filled } from "./fill.ts";

/** How far an answer can be trusted, with what its filter withholds. */
export async function trustOf(
  { store, view, rules, trust, gapsOfNames }: Filled,
  {
    more = [],
    ...asked
  }: {
    readonly filter: InventoryFilter;
    readonly now: Date;
    readonly more?: readonly InventoryGap[] | undefined;
  },
): Promise<Completeness> {
  const withheld = await countWithheld(store, { view, ...asked });
  const byDetails = await rulesByDetailsIn(store, { view, ...asked }, rules?.rules ?? []);
  const ofRules = gapsOfRules(byDetails, asked);
  const gaps = [...trust.gaps, ...ofRules, ...withheld, ...(await gapsOfNames({ view, ...asked })), ...more];
  return { ...trust, gaps, isComplete: gaps.length === 0 };
}

export function trustOutputs({ isComplete, importedAt, importedAtByType, gaps }: Completeness) {
  const byType = [...importedAtByType].map(([type, at]) => [type, at.toISOString()]);
  return {
    complete: String(isComplete),
    warnings: JSON.stringify(gaps),
    "imported-at": importedAt?.toISOString() ?? "",
    "imported-at-by-type": JSON.stringify(Object.fromEntries(byType)),
  };
}

/** What is missing, each a warning, or an error where the step asks for a whole answer. */
export function problemsOf(
  { gaps }: Completeness,
  { requiresComplete }: Pick<InventoryInputs, "requiresComplete">,
): readonly Problem[] {
  const severity = requiresComplete ? "error" : "warning";
  return gaps.map(({ type, missing, why }) => ({
    severity,
    summary: `The inventory is not complete: ${type === null ? "" : `${type}: `}${missing}`,
    detail: `${why}.`,
    path: null,
    code: "state.inventory_incomplete",
  }));
}
