import { scmDateStart } from "../../scm/schemas/dates.ts";
import type { InventoryRow } from "../inventory-row.ts";
import type { NamedAttribute } from "./attribute-names.ts";
import type { Demand, Moment, ReadCondition } from "./demand.ts";
import type { OrderOperator, TextOperator } from "./rule.ts";

/**
 * Whether a certificate meets a condition. Text compares without regard to case (patterns as they are written); of a list
 * one member is enough, and for `not_…` none may. What SCM left empty meets `is_not_set` and `not_…` only.
 */
export function meets(row: InventoryRow, { demand, ...named }: ReadCondition): boolean {
  return meetsDemand(valuesOf(row, named), demand);
}

type Simple = string | number | boolean;

function valuesOf(row: InventoryRow, { attribute, fieldName }: NamedAttribute): readonly Simple[] {
  if (attribute === "customFields")
    return row.customFields.flatMap(({ name, value }) =>
      isNamed(name, fieldName) && value !== "" ? [value] : [],
    );
  const value = row[attribute];
  // Empty text is SCM's other way of having nothing.
  const values = typeof value === "object" ? (value ?? []) : [value];
  return values.filter((one) => one !== "");
}

/** SCM takes names of custom fields without regard to case, and so do filters. */
function isNamed(name: string, wanted: string | null): boolean {
  return wanted !== null && name.toLowerCase() === wanted.toLowerCase();
}

function meetsDemand(values: readonly Simple[], demand: Demand): boolean {
  switch (demand.kind) {
    case "presence":
      return values.length > 0 === demand.isPresent;
    case "text":
      return meetsText(values.map(folded), demand.operator, demand.anyOf.map(folded));
    case "without":
      return !meetsText(values.map(folded), "contains", demand.noneOf.map(folded));
    case "pattern":
      return values.some((value) => demand.anyOf.some((isIn) => isIn(String(value)))) === demand.isFound;
    case "flag":
      return values.includes(demand.flag);
    case "number":
      return meetsOrder(
        values.map((value) => Number(value) - demand.number),
        demand.operator,
      );
    case "date":
      return meetsOrder(
        values.map((value) => compareMoment(String(value), demand.moment)),
        demand.operator,
      );
  }
}

/** As the inventory's store compares text. */
function folded(value: Simple): string {
  return String(value).toLowerCase();
}

const TEXT_TESTS: Readonly<Record<TextOperator, (text: string, wanted: string) => boolean>> = {
  equals: (text, wanted) => text === wanted,
  not_equals: (text, wanted) => text === wanted,
  contains: (text, wanted) => text.includes(wanted),
  starts_with: (text, wanted) => text.startsWith(wanted),
  ends_with: (text, wanted) => text.endsWith(wanted),
};

function meetsText(texts: readonly string[], operator: TextOperator, anyOf: readonly string[]): boolean {
  const test = TEXT_TESTS[operator];
  const isMet = texts.some((text) => anyOf.some((wanted) => test(text, wanted)));
  return operator === "not_equals" ? !isMet : isMet;
}

const ORDER_TESTS: Readonly<Record<OrderOperator, (difference: number) => boolean>> = {
  equals: (difference) => difference === 0,
  not_equals: (difference) => difference === 0,
  less_than: (difference) => difference < 0,
  at_most: (difference) => difference <= 0,
  at_least: (difference) => difference >= 0,
  greater_than: (difference) => difference > 0,
};

function meetsOrder(differences: readonly number[], operator: OrderOperator): boolean {
  const isMet = differences.some(ORDER_TESTS[operator]);
  return operator === "not_equals" ? !isMet : isMet;
}

/** A date of SCM against the moment; a day of SCM's begins at midnight. */
function compareMoment(date: string, moment: Moment): number {
  if ("instant" in moment) return scmDateStart(date).getTime() - moment.instant.getTime();
  const day = date.slice(0, 10);
  return day < moment.day ? -1 : Number(day > moment.day);
}
