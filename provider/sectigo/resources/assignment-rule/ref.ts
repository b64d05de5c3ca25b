import type { Config, Planned, Stored } from "../../../framework/resource.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import { type AssignmentRuleRef, sameRule } from "../../assignment-rule-ref.ts";
import type { AssignmentRuleAttributes } from "./attributes.ts";

type Prior = Stored<AssignmentRuleAttributes> | null;

/** What the rule hands on. One that says the same as before stays as it was written. */
export function refOf(config: Config<AssignmentRuleAttributes>, prior: Prior): AssignmentRuleRef {
  const { name, match, conditions, groups, tags, owners, custom_attributes } = config;
  const ref = { name, match, conditions, groups, tags, owners, custom_attributes };
  const before = prior?.ref;
  return before && sameRule(before, ref) ? before : ref;
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
