import type { Config, Planned, Stored } from "../../../framework/resource.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import { ASSIGNMENT_RULE_REF_VERSION, type AssignmentRuleRef, sameRule } from "../../assignment-rule-ref.ts";
import type { AssignmentRuleAttributes } from "./attributes.ts";

type Prior = Stored<AssignmentRuleAttributes> | null;

/**
 * What the rule hands on. The value before stays where only its form is older: a new release alone changes nothing for
 * those who depend on it.
 */
export function refOf(config: Config<AssignmentRuleAttributes>, prior: Prior): AssignmentRuleRef {
  const { name, match, conditions, groups, tags, owners, custom_attributes } = config;
  const content = { name, match, conditions, groups, tags, owners, custom_attributes };
  const before = prior?.ref;
  if (before && sameRule(before, { version: null, ...content })) return before;
  return { version: ASSIGNMENT_RULE_REF_VERSION, ...content };
}

/** Known as soon as everything in it is, so that what depends on it is judged in the first plan. */
export function planRef(
  planned: Planned<AssignmentRuleAttributes>,
  prior: Prior,
): AssignmentRuleRef | Unknown {
  const { ref: _computed, ...config } = planned;
  if (Object.values(config).some((value) => value instanceof Unknown)) return UNKNOWN;
  // Nothing of it is unknown, and what is required was given.
  return refOf(config as Config<AssignmentRuleAttributes>, prior);
}
