import { createHash } from "node:crypto";
import { BugError } from "../../base/errors.ts";
import type { InventoryCondition } from "../inventory.ts";
import type { Demand, Moment, ReadCondition } from "./demand.ts";
import { meets } from "./meets.ts";
import { type ConditionFault, readCondition } from "./read-condition.ts";
import type { OrderOperator, RuleCondition } from "./rule.ts";

const DAY_MS = 86_400_000;

/**
 * Reads a condition of an inventory's filter: the words are those of rules. What no database can search by is judged row by
 * row, as rules do it.
 * @returns conditions that must all hold
 */
export function readFilterCondition(
  condition: RuleCondition,
): readonly InventoryCondition[] | ConditionFault {
  const read = readCondition(condition);
  if ("member" in read) return read;
  return translated(read) ?? [judged(condition, read)];
}

/** Null where that takes a look at each row. */
function translated({ attribute, fieldName, demand }: ReadCondition): readonly InventoryCondition[] | null {
  if (fieldName !== null) return fieldConditions(fieldName, demand);
  switch (demand.kind) {
    case "presence":
      return [{ attribute, isPresent: demand.isPresent }];
    case "text":
      return [{ attribute, operator: demand.operator, anyOf: demand.anyOf }];
    case "number":
      return [{ attribute, operator: demand.operator, number: demand.number }];
    case "flag":
      return [{ attribute, flag: demand.flag }];
    case "date":
      return dateBounds(demand.operator, demand.moment)?.map((bound) => ({ attribute, ...bound })) ?? null;
    default:
      return null;
  }
}

/** A field that is absent and one that is empty are the same to SCM; its presence is that of any text. */
function fieldConditions(name: string, demand: Demand): readonly InventoryCondition[] | null {
  const field = { attribute: "customFields", name } as const;
  if (demand.kind === "text") return [{ ...field, operator: demand.operator, anyOf: demand.anyOf }];
  if (demand.kind === "presence" && demand.isPresent)
    return [{ ...field, operator: "contains", anyOf: [""] }];
  return null;
}

/** Operators that ask for the contrary of another: few rows match, and many do not. */
const CONTRARY: Readonly<Record<string, string>> = {
  not_contains: "contains",
  not_matches: "matches",
  not_equals: "equals",
  is_not_set: "is_set",
};

/** The same question to each row. Sets are named by their words, so that the same condition is judged once. */
function judged(condition: RuleCondition, read: ReadCondition): InventoryCondition {
  const contrary = CONTRARY[condition.operator];
  const positive = { ...condition, operator: contrary ?? condition.operator };
  const asked = contrary === undefined ? read : readCondition(positive);
  if ("member" in asked)
    throw new BugError(`read a condition of the filter: ${asked.problem}`, {
      code: "bug.condition",
      hint: "Report this.",
    });
  const { attribute, operator, value, values } = positive;
  const words = JSON.stringify([attribute, operator, value, values]);
  return {
    attribute: read.attribute,
    judged: {
      name: `filter ${createHash("sha256").update(words).digest("hex")}`,
      holds: (row) => meets(row, asked),
    },
    isIn: contrary === undefined,
  };
}

interface DateBound {
  readonly operator: OrderOperator;
  readonly date: Date;
}

/** A day is all of its instants; null where that takes an "or". */
function dateBounds(operator: OrderOperator, moment: Moment): readonly DateBound[] | null {
  if ("instant" in moment) return [{ operator, date: moment.instant }];
  const date = new Date(`${moment.day}T00:00:00Z`);
  const next = new Date(date.getTime() + DAY_MS);
  switch (operator) {
    case "equals":
      return [
        { operator: "at_least", date },
        { operator: "less_than", date: next },
      ];
    case "not_equals":
      return null;
    case "at_most":
      return [{ operator: "less_than", date: next }];
    case "greater_than":
      return [{ operator: "at_least", date: next }];
    default:
      return [{ operator, date }];
  }
}
