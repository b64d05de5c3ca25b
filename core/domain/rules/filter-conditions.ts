import type { InventoryCondition } from "../inventory.ts";
import type { Demand, Moment, ReadCondition } from "./demand.ts";
import { type ConditionFault, readCondition } from "./read-condition.ts";
import type { OrderOperator, RuleCondition } from "./rule.ts";

const DAY_MS = 86_400_000;

/**
 * Reads a condition of an inventory's filter. Its words are those of rules, but for what a store can't search by: regular
 * expressions and `not_contains`.
 * @returns conditions that must all hold
 */
export function readFilterCondition(
  condition: RuleCondition,
): readonly InventoryCondition[] | ConditionFault {
  const read = readCondition(condition);
  return "member" in read ? read : translated(read);
}

function translated(read: ReadCondition): readonly InventoryCondition[] | ConditionFault {
  const { attribute, fieldName, demand } = read;
  if (demand.kind === "without" || demand.kind === "pattern") return unsearchable(read);
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
      return (
        dateBounds(demand.operator, demand.moment)?.map((bound) => ({ attribute, ...bound })) ?? {
          member: "operator",
          problem: `not_equals with a day can't be searched by; ask for what is less_than or greater_than it`,
        }
      );
  }
}

function unsearchable({ demand }: ReadCondition): ConditionFault {
  const operators = demand.kind === "without" ? "not_contains" : "matches and not_matches";
  return {
    member: "operator",
    problem: `${operators} are for rules: a store can't search by them; have an assignment rule give a tag, and filter by tags`,
  };
}

/** A field that is absent and one that is empty are the same to SCM; its presence is that of any text. */
function fieldConditions(
  name: string,
  demand: Exclude<Demand, { kind: "without" | "pattern" }>,
): readonly InventoryCondition[] | ConditionFault {
  const field = { attribute: "customFields", name } as const;
  if (demand.kind === "text") return [{ ...field, operator: demand.operator, anyOf: demand.anyOf }];
  if (demand.kind === "presence" && demand.isPresent)
    return [{ ...field, operator: "contains", anyOf: [""] }];
  return {
    member: "operator",
    problem:
      "is_not_set can't be searched by for one custom field; have an assignment rule give a tag, and filter by tags",
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
