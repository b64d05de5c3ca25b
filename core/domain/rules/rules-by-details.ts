import { quoted } from "../../base/text.ts";
import type { InventoryGap } from "../import/completeness.ts";
import type { InventoryFilter, InventoryQuery, InventoryReader } from "../inventory.ts";
import { type CertificateType, INVENTORY_ATTRIBUTES, type InventoryAttribute } from "../inventory-row.ts";
import { attributeName } from "./attribute-names.ts";
import type { ReadCondition } from "./demand.ts";
import { readCondition } from "./read-condition.ts";
import type { AssignmentRule, ConditionGroup } from "./rule.ts";

/** A rule that the import alone can't judge for certificates of a type: SCM tells the attribute in details only. */
export interface RuleByDetails {
  /** Its name. */
  readonly rule: string;
  readonly attribute: InventoryAttribute;
  readonly type: CertificateType;
}

/** Each attribute of each rule once for a type. Conditions on the type beside it leave other types out of the question. */
export function rulesByDetails(
  rules: readonly AssignmentRule[],
  types: readonly CertificateType[],
): readonly RuleByDetails[] {
  return rules.flatMap((rule) => {
    const left = narrowed(types, rule);
    const found = [rule, ...rule.groups].flatMap((group) => {
      const own = group === rule ? left : narrowed(left, group);
      return conditionsOf(group).flatMap(({ attribute }) =>
        own
          .filter((type) => INVENTORY_ATTRIBUTES[attribute].source[type] === "details")
          .map((type) => ({ rule: rule.name, attribute, type })),
      );
    });
    return [...new Map(found.map((one) => [`${one.attribute} ${one.type}`, one])).values()];
  });
}

/** The same for types that the view has certificates of. */
export async function rulesByDetailsIn(
  store: Pick<InventoryReader, "count">,
  { view, now }: Pick<InventoryQuery, "view" | "now">,
  rules: readonly AssignmentRule[],
): Promise<readonly RuleByDetails[]> {
  if (rulesByDetails(rules, view.types).length === 0) return [];
  const { byType } = await store.count({ view, now });
  return rulesByDetails(
    rules,
    view.types.filter((type) => byType[type] !== undefined),
  );
}

function conditionsOf({ conditions }: ConditionGroup): readonly ReadCondition[] {
  return conditions.map(readCondition).flatMap((read) => ("member" in read ? [] : [read]));
}

function narrowed(types: readonly CertificateType[], group: ConditionGroup): readonly CertificateType[] {
  if (group.match !== "all") return types;
  return conditionsOf(group).reduce((left, { attribute, demand }) => {
    if (attribute !== "type" || demand.kind !== "text" || demand.operator !== "equals") return left;
    return left.filter((type) => demand.anyOf.some((wanted) => wanted.toLowerCase() === type));
  }, types);
}

/** What a person is told of it: sentences. */
export function tellRuleByDetails({ rule, attribute, type }: RuleByDetails): {
  readonly summary: string;
  readonly why: string;
} {
  const name = attributeName({ attribute, fieldName: null });
  return {
    summary: `The assignment rule ${quoted(rule)} can't be judged for all certificates of type ${type}`,
    why: `SCM tells ${name} of type ${type} in details only, so that the rule takes it for empty where they were not read`,
  };
}

/** What an answer lacks that goes by tags or owners of such rules. */
export function gapsOfRules(
  found: readonly RuleByDetails[],
  { filter = {}, countBy = [] }: { readonly filter?: InventoryFilter; readonly countBy?: readonly string[] },
): readonly InventoryGap[] {
  if (!asksLabels(filter) && !countBy.some((trait) => trait === "tag" || trait === "owner")) return [];
  return found.map((one) => ({
    type: one.type,
    missing: `tags and owners of the assignment rule ${quoted(one.rule)} where details were not read`,
    why: tellRuleByDetails(one).why,
  }));
}

function asksLabels({ tags, owners, allOf = [], anyOf = [] }: InventoryFilter): boolean {
  return tags !== undefined || owners !== undefined || [...allOf, ...anyOf].some(asksLabels);
}
