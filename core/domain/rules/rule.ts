import { ORDER_OPERATORS, type OrderOperator, TEXT_OPERATORS, type TextOperator } from "../inventory.ts";

/** One demand on a certificate, in the user's words. */
export interface RuleCondition {
  /** As `attributeNames()` has it: `common_name`, `key_size`, `custom_fields.Team`. */
  readonly attribute: string;
  /** One of those that the attribute's kind takes. */
  readonly operator: string;
  /** What to compare with; null together with `is_set`, `is_not_set` and `values`. */
  readonly value: string | null;
  /** Several to compare with, for text: one of them is enough. Null otherwise. */
  readonly values: readonly string[] | null;
}

export const MATCHES = ["all", "any"] as const;
export type Match = (typeof MATCHES)[number];

export interface ConditionGroup {
  readonly match: Match;
  readonly conditions: readonly RuleCondition[];
}

/** Which certificates, and what they get. Groups count as conditions of the rule; they hold none themselves. */
export interface AssignmentRule extends ConditionGroup {
  readonly name: string;
  readonly groups: readonly ConditionGroup[];
  readonly tags: readonly string[];
  /** Mail addresses. */
  readonly owners: readonly string[];
  readonly customAttributes: Readonly<Record<string, string>>;
}

/** Operators of conditions on text, in rules; an inventory's filter takes `TEXT_OPERATORS` only. */
export const RULE_TEXT_OPERATORS = [...TEXT_OPERATORS, "not_contains", "matches", "not_matches"] as const;

export const PRESENCE_OPERATORS = ["is_set", "is_not_set"] as const;

export { ORDER_OPERATORS, type OrderOperator, TEXT_OPERATORS, type TextOperator };
