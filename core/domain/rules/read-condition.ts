import { quoted } from "../../base/text.ts";
import { readScmDate } from "../../scm/schemas/dates.ts";
import { type AttributeKind, INVENTORY_ATTRIBUTES } from "../inventory-row.ts";
import { nearest } from "../nearest.ts";
import { attributeNames, type NamedAttribute, readAttributeName } from "./attribute-names.ts";
import type { Demand, Moment, ReadCondition } from "./demand.ts";
import { type Pattern, readPattern } from "./pattern.ts";
import {
  ORDER_OPERATORS,
  type OrderOperator,
  PRESENCE_OPERATORS,
  RULE_TEXT_OPERATORS,
  type RuleCondition,
  type TextOperator,
} from "./rule.ts";

/** What is wrong with a condition, and with which of its members. The problem is a sentence without its full stop. */
export interface ConditionFault {
  readonly member: keyof RuleCondition;
  readonly problem: string;
}

const OPERATORS: Readonly<Record<AttributeKind, readonly string[]>> = {
  text: [...RULE_TEXT_OPERATORS, ...PRESENCE_OPERATORS],
  texts: [...RULE_TEXT_OPERATORS, ...PRESENCE_OPERATORS],
  fields: [...RULE_TEXT_OPERATORS, ...PRESENCE_OPERATORS],
  number: [...ORDER_OPERATORS, ...PRESENCE_OPERATORS],
  date: [...ORDER_OPERATORS, ...PRESENCE_OPERATORS],
  // Of two values one is enough to ask for.
  flag: ["equals", ...PRESENCE_OPERATORS],
};

/** All operators, each once; which of them an attribute takes depends on its kind. */
export const OPERATOR_WORDS: readonly string[] = [...new Set(Object.values(OPERATORS).flat())];

/** Reads a condition of a rule. */
export function readCondition(condition: RuleCondition): ReadCondition | ConditionFault {
  const named = readAttributeName(condition.attribute);
  if (named === null) return { member: "attribute", problem: unknownAttribute(condition.attribute) };
  const operators = operatorsOf(named);
  if (!operators.includes(condition.operator))
    return {
      member: "operator",
      problem: unknownOperator(condition.operator, operators, condition.attribute),
    };
  const demand = readDemand(INVENTORY_ATTRIBUTES[named.attribute].kind, condition);
  return "member" in demand ? demand : { ...named, demand };
}

/** Operators that an attribute takes. */
function operatorsOf({ attribute }: NamedAttribute): readonly string[] {
  return OPERATORS[INVENTORY_ATTRIBUTES[attribute].kind];
}

/**
 * Judges the words of a condition while one of them is not known yet. Null when nothing is wrong with what is known.
 */
export function judgeWords(
  words: Partial<Pick<RuleCondition, "attribute" | "operator">>,
): ConditionFault | null {
  const { attribute, operator } = words;
  const named = attribute === undefined ? undefined : readAttributeName(attribute);
  if (attribute !== undefined && named === null)
    return { member: "attribute", problem: unknownAttribute(attribute) };
  if (operator === undefined) return null;
  const allowed = named ? operatorsOf(named) : OPERATOR_WORDS;
  return allowed.includes(operator)
    ? null
    : { member: "operator", problem: unknownOperator(operator, allowed) };
}

function unknownAttribute(attribute: string): string {
  const names = attributeNames();
  return `there is no attribute ${quoted(attribute)}; ${proposal(nearest(attribute, names), names)}`;
}

function unknownOperator(operator: string, allowed: readonly string[], attribute?: string): string {
  const whose = attribute === undefined ? "" : ` for ${quoted(attribute)}`;
  const near = nearest(operator, allowed);
  return `there is no operator ${quoted(operator)}${whose}; ${proposal(near, allowed)}`;
}

function proposal(near: readonly string[], all: readonly string[]): string {
  return near.length === 0 ? `allowed are ${all.join(", ")}` : `perhaps ${near.join(" or ")} is meant`;
}

function readDemand(kind: AttributeKind, condition: RuleCondition): Demand | ConditionFault {
  const { operator } = condition;
  if (operator === "is_set" || operator === "is_not_set") return presence(condition, operator === "is_set");
  if (kind === "number" || kind === "date" || kind === "flag") return single(kind, condition);
  const values = condition.values ?? (condition.value === null ? [] : [condition.value]);
  const fault = judgeTexts(condition, values);
  return fault ?? textDemand(operator, values);
}

function presence({ operator, value, values }: RuleCondition, isPresent: boolean): Demand | ConditionFault {
  if (value === null && values === null) return { kind: "presence", isPresent };
  const member = value === null ? "values" : "value";
  return { member, problem: `${operator} compares with nothing; leave ${member} out` };
}

function judgeTexts(
  { operator, value, values }: RuleCondition,
  texts: readonly string[],
): ConditionFault | null {
  if (value !== null && values !== null)
    return { member: "values", problem: "value and values are both given; one of them is allowed" };
  if (texts.length === 0)
    return {
      member: values === null ? "value" : "values",
      problem: `${operator} needs something to compare with`,
    };
  if (operator === "equals" || operator === "not_equals" || !texts.includes("")) return null;
  return {
    member: values === null ? "value" : "values",
    problem: `${operator} with an empty text holds for every text; use is_set to ask for any`,
  };
}

function textDemand(operator: string, values: readonly string[]): Demand | ConditionFault {
  if (operator === "not_contains") return { kind: "without", noneOf: values };
  if (operator !== "matches" && operator !== "not_matches")
    // The attribute's kind takes no others.
    return { kind: "text", operator: operator as TextOperator, anyOf: values };
  const patterns: Pattern[] = [];
  for (const value of values) {
    const pattern = readPattern(value);
    if (typeof pattern === "string")
      return {
        member: values.length === 1 ? "value" : "values",
        problem: `the regular expression ${quoted(value)} ${pattern}`,
      };
    patterns.push(pattern);
  }
  return { kind: "pattern", anyOf: patterns, isFound: operator === "matches" };
}

/** Numbers, dates and truths compare with one value. */
function single(
  kind: "number" | "date" | "flag",
  { operator, value, values }: RuleCondition,
): Demand | ConditionFault {
  if (values !== null)
    return {
      member: "values",
      problem: `only text compares with several values; give this ${kind} one value`,
    };
  if (value === null) return { member: "value", problem: `${operator} needs a value to compare with` };
  if (kind === "flag") return flagDemand(value);
  // The attribute's kind takes no other operators.
  const order = operator as OrderOperator;
  if (kind === "date") {
    const moment = readMoment(value);
    return moment === null
      ? wrong("a date such as 2026-05-21 or 2026-05-21T09:30:00Z", value)
      : { kind, operator: order, moment };
  }
  const number = /^-?\d{1,15}(\.\d{1,9})?$/.test(value) ? Number(value) : null;
  return number === null ? wrong("a number", value) : { kind, operator: order, number };
}

function flagDemand(value: string): Demand | ConditionFault {
  if (value !== "true" && value !== "false") return wrong("true or false", value);
  return { kind: "flag", flag: value === "true" };
}

function wrong(wanted: string, found: string): ConditionFault {
  return { member: "value", problem: `${wanted} is required, ${quoted(found)} is given` };
}

/** Only what reads the same everywhere: a day, or an instant with its zone. */
function readMoment(value: string): Moment | null {
  if (!/^\d{4}-\d{2}-\d{2}(T.*(Z|[+-]\d{2}:\d{2}))?$/.test(value)) return null;
  const date = readScmDate(value);
  if (date === null) return null;
  return value.length === 10 ? { day: date } : { instant: new Date(date) };
}
