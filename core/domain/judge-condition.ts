import type { InventoryCondition } from "./inventory.ts";
import { type AttributeKind, INVENTORY_ATTRIBUTES } from "./inventory-row.ts";

type Form = "text" | "number" | "date" | "flag" | "presence";

/** How each kind of attribute can be asked about. */
const FORMS: Readonly<Record<AttributeKind, readonly Form[]>> = {
  text: ["text", "presence"],
  number: ["number", "presence"],
  date: ["date", "presence"],
  flag: ["flag", "presence"],
  texts: ["text", "presence"],
  fields: ["text", "presence"],
};

function formOf(condition: Exclude<InventoryCondition, { judged: unknown }>): Form {
  if ("isPresent" in condition) return "presence";
  if ("flag" in condition) return "flag";
  if ("number" in condition) return "number";
  return "date" in condition ? "date" : "text";
}

/** Says in words why a condition can't be: a date compared with a number, say. Null when it can. */
export function judgeCondition(condition: InventoryCondition): string | null {
  const traits = INVENTORY_ATTRIBUTES[condition.attribute];
  if (traits === undefined) return `there is no attribute ${condition.attribute}`;
  if ("judged" in condition) return null;
  const form = formOf(condition);
  const allowed = FORMS[traits.kind];
  if (allowed.includes(form)) return null;
  return `${condition.attribute} can be asked about by ${allowed.join(" or ")}, not by ${form}`;
}
