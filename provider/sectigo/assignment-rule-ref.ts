import type { AssignmentRule, ConditionGroup, Match } from "../../core/index.ts";
import {
  encodeMember,
  list,
  listOf,
  map,
  type ObjectOf,
  set,
  single,
  string,
  text,
} from "../framework/attribute.ts";
import { equalValues } from "../framework/equal-values.ts";
import { computedMembers } from "./computed-members.ts";

const conditionMembers = {
  attribute: string({ is: "optional", doc: "Attribute to look at." }),
  operator: string({ is: "optional", doc: "How it is compared." }),
  value: string({ is: "optional", doc: "What to compare with." }),
  values: list(text, { is: "optional", doc: "Several values to compare with; one of them is enough." }),
} as const;

const conditions = listOf(conditionMembers, { is: "optional", doc: "The conditions." });

/**
 * What a rule hands on: all that it is, so that each holder of its `ref` can apply it. Every member is optional where it is
 * accepted, so that states of different releases fit together.
 */
const members = {
  name: string({ is: "optional", doc: "Name of the rule, for messages." }),
  match: string({ is: "optional", doc: "`all` or `any`." }),
  conditions,
  groups: listOf(
    { match: string({ is: "optional", doc: "`all` or `any`." }), conditions },
    { is: "optional", doc: "Groups of conditions." },
  ),
  tags: set(text, { is: "optional", doc: "Tags that it gives." }),
  owners: set(text, { is: "optional", doc: "Owners that it gives, mail addresses." }),
  custom_attributes: map(text, { is: "optional", doc: "Custom attributes that it gives." }),
} as const;

/** A rule's `ref` as others see it; members that another release does not know are null. */
export type AssignmentRuleRef = ObjectOf<typeof members>;

/** `ref` of a `sectigo_assignment_rule`. */
export const assignmentRuleRef = single(computedMembers(members), {
  is: "computed",
  keep: true,
  doc: "The rule as a whole, for those who apply it: `assignment_rules = [sectigo_assignment_rule.platform.ref]`.",
});

/** `assignment_rules` wherever rules are applied, as a member of an object or an argument of a data source. */
export const assignmentRulesArgument = listOf(members, {
  is: "optional",
  doc: "Assignment rules to apply, each as a whole: `[sectigo_assignment_rule.platform.ref]`. The order decides only where two rules give one custom attribute different values: the later one's counts.",
});

/** Whether both say the same: sets in any order, lists in theirs. */
export function sameRule(one: AssignmentRuleRef, other: AssignmentRuleRef): boolean {
  const tree = (ref: AssignmentRuleRef) => encodeMember("ref", assignmentRuleRef, ref);
  return equalValues(assignmentRuleRef.type, tree(one), tree(other));
}

/** The rule that a `ref` means. What another release left out is what a rule without it would have. */
export function ruleOf(ref: AssignmentRuleRef): AssignmentRule {
  return {
    name: ref.name ?? "",
    ...groupOf(ref),
    groups: (ref.groups ?? []).map(groupOf),
    tags: ref.tags ?? [],
    owners: ref.owners ?? [],
    customAttributes: ref.custom_attributes ?? {},
  };
}

type GroupRef = Pick<AssignmentRuleRef, "match" | "conditions">;

function groupOf({ match, conditions: given }: GroupRef): ConditionGroup {
  return {
    // Judged when the rule is read: a word that this release does not know is refused then.
    match: (match ?? "all") as Match,
    conditions: (given ?? []).map(({ attribute, operator, value, values }) => ({
      ...{ attribute: attribute ?? "", operator: operator ?? "" },
      ...{ value, values },
    })),
  };
}
