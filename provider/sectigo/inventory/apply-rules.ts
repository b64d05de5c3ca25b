import {
  type AssignmentRule,
  type InventoryAccount,
  type InventoryEntry,
  type InventoryStore,
  quoted,
  type RuleByDetails,
  type RuleSet,
  readRules,
  rowAt,
  tellRuleByDetails,
} from "../../../core/index.ts";
import type { Operation } from "../../framework/resource.ts";

/** Rules of a connector, ready; null without any. @throws ConfigError naming the rule that can't be */
export function ruleSetOf(rules: readonly AssignmentRule[]): RuleSet | null {
  return rules.length === 0 ? null : readRules(rules);
}

/** Labels what these rules have not seen in its present form: everything when they have changed. */
export async function labelStore(
  store: InventoryStore,
  account: InventoryAccount,
  rules: RuleSet | null,
): Promise<void> {
  if (rules !== null)
    await store.label({ account, ruleSet: rules.digest, labelOf: rules.labelOf, isNoted: true });
}

/** One warning for each two rules that contradict each other in the rows that are shown. */
export function warnOfConflicts(
  rules: RuleSet | null,
  entries: readonly InventoryEntry[],
  { warn, now }: { readonly warn: Operation<unknown>["warn"]; readonly now: Date },
): void {
  const found = new Map<string, { readonly text: string; count: number }>();
  for (const { attribute, earlier, later } of entries.flatMap(
    (entry) => rules?.judge(rowAt(entry, now)).conflicts ?? [],
  )) {
    const text = `${quoted(earlier)} and ${quoted(later)} give ${quoted(attribute)} different values`;
    const known = found.get(text) ?? { text, count: 0 };
    known.count += 1;
    found.set(text, known);
  }
  for (const { text, count } of found.values())
    warn(
      `Assignment rules contradict each other: ${text}`,
      `That is so for ${count} of the certificates shown. The later rule's value counts: put the rules in the order that is meant, or narrow their conditions.`,
    );
}

/** One warning for each rule that the import alone can't judge. */
export function warnOfDetails(
  found: readonly RuleByDetails[],
  warn: Operation<unknown>["warn"],
  hint: string,
): void {
  for (const one of found) {
    const { summary, why } = tellRuleByDetails(one);
    warn(summary, `${why}. ${hint}`);
  }
}
