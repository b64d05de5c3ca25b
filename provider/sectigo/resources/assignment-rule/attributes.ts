import { attributeNames, judgeWords, MATCHES } from "../../../../core/index.ts";
import { list, listOf, map, set, string, text } from "../../../framework/attribute.ts";
import { assignmentRuleRef } from "../../assignment-rule-ref.ts";
import { known, knownOperator } from "../../checks.ts";

const match = {
  is: "optional",
  doc: "`all` (default): every condition and group must hold; `any`: one of them is enough.",
  checks: [known(MATCHES)],
} as const;

// What is wrong with one word is said as soon as that word is known; the rest by the resource's `validate`.
const conditionMembers = {
  attribute: string({
    is: "required",
    doc: `What is looked at: ${attributeNames()
      .map((name) => `\`${name}\``)
      .join(", ")}. What the import does not bring (see \`details\` of the inventory) counts as empty.`,
    checks: [(attribute) => judgeWords({ attribute })?.problem ?? null],
  }),
  operator: string({
    is: "required",
    doc: "How it is compared. Text: `equals`, `not_equals`, `contains`, `not_contains`, `starts_with`, `ends_with`, all without regard to case, and `matches`, `not_matches` for regular expressions (RE2, as written, found anywhere). Numbers and dates: `equals`, `not_equals`, `less_than`, `at_most`, `at_least`, `greater_than`. Truths: `equals`. All: `is_set`, `is_not_set`. Of a list one member is enough, for `not_…` none may. What is empty meets `is_not_set` and `not_…` only.",
    checks: [knownOperator],
  }),
  value: string({
    is: "optional",
    doc: "What to compare with. Dates are written `2026-05-21` (the whole day, UTC) or `2026-05-21T09:30:00Z`.",
  }),
  values: list(text, { is: "optional", doc: "Several texts to compare with: one of them is enough." }),
} as const;

export const assignmentRuleAttributes = {
  name: string({
    is: "required",
    onChange: "update",
    doc: "Name of the rule, for people: warnings name it.",
  }),
  match: string({ ...match, onChange: "update", orElse: "all" }),
  conditions: listOf(conditionMembers, {
    is: "optional",
    onChange: "update",
    doc: "Which certificates the rule is for. At least one condition or group is required.",
  }),
  groups: listOf(
    {
      match: string({ ...match, orElse: "all" }),
      conditions: listOf(conditionMembers, { is: "required", doc: "Conditions of the group." }),
    },
    {
      is: "optional",
      onChange: "update",
      doc: "Groups of conditions; each counts as one condition of the rule.",
    },
  ),
  tags: set(text, {
    is: "optional",
    onChange: "update",
    doc: "Tags to give. Tags of several rules add up.",
  }),
  owners: set(text, {
    is: "optional",
    onChange: "update",
    doc: "Owners to give: mail addresses, compared without regard to case. Owners of several rules add up.",
  }),
  custom_attributes: map(text, {
    is: "optional",
    onChange: "update",
    doc: "Custom attributes to give. Where several rules give the same one different values the later rule's counts, and a warning names both.",
  }),
  ref: assignmentRuleRef,
} as const;

export type AssignmentRuleAttributes = typeof assignmentRuleAttributes;
