import { expressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import type { OrderOperator, TextOperator } from "../domain/inventory.ts";
import { fold, foldLine, NAMES_END, type StoreTables } from "./tables.ts";

export type Predicate = RawBuilder<SqlBool>;

export const always: Predicate = sql<SqlBool>`true`;
const never: Predicate = sql<SqlBool>`false`;

export function all(predicates: readonly Predicate[]): Predicate {
  return predicates.length === 0 ? always : sql<SqlBool>`(${sql.join(predicates, sql` and `)})`;
}

export function any(predicates: readonly Predicate[]): Predicate {
  return predicates.length === 0 ? never : sql<SqlBool>`(${sql.join(predicates, sql` or `)})`;
}

/** `in (…)` that may be empty. */
export function among(expression: RawBuilder<unknown>, values: readonly (string | number)[]): Predicate {
  return values.length === 0
    ? never
    : sql<SqlBool>`${expressionBuilder<StoreTables>()(expression, "in", values)}`;
}

/** A text as a pattern of LIKE, with its own wildcards taken literally. */
function pattern(
  text: string,
  { before, after }: { readonly before: string; readonly after: string },
): string {
  return `${before}${text.replace(/[\\%_]/g, "\\$&")}${after}`;
}

function like(expression: RawBuilder<unknown>, wanted: string): Predicate {
  return sql<SqlBool>`${expression} like ${wanted} escape '\\'`;
}

export function contains(expression: RawBuilder<unknown>, folded: string): Predicate {
  return like(expression, pattern(folded, { before: "%", after: "%" }));
}

/** Whether a folded text is, or has, one of the texts. For `not_equals`: whether it equals one, to be turned by the caller. */
export function matches(
  expression: RawBuilder<unknown>,
  operator: TextOperator,
  anyOf: readonly string[],
): Predicate {
  const wanted = anyOf.map(fold);
  switch (operator) {
    case "equals":
    case "not_equals":
      return among(expression, wanted);
    case "contains":
      return any(wanted.map((text) => contains(expression, text)));
    case "starts_with":
      return any(wanted.map((text) => like(expression, pattern(text, { before: "", after: "%" }))));
    case "ends_with":
      return any(wanted.map((text) => like(expression, pattern(text, { before: "%", after: "" }))));
  }
}

/** What stands around a sought line in a search text. */
const AROUND: Readonly<Record<TextOperator, readonly [before: string, after: string]>> = {
  equals: ["%\n", "\n%"],
  not_equals: ["%\n", "\n%"],
  contains: ["%", "%"],
  starts_with: ["%\n", "%"],
  ends_with: ["%", "\n%"],
};

/** Whether one line of a search text (see SearchTable) is, or has, one of the texts; as `matches`. */
export function linesMatch(
  text: RawBuilder<unknown>,
  operator: TextOperator,
  anyOf: readonly string[],
): Predicate {
  const [before, after] = AROUND[operator];
  return any(anyOf.map((wanted) => like(text, pattern(foldLine(wanted), { before, after }))));
}

/** Whether one of the alternative names in a search text (see SearchTable) is, or has, one of the texts; as `matches`. */
export function namesMatch(
  text: RawBuilder<unknown>,
  operator: TextOperator,
  anyOf: readonly string[],
): Predicate {
  const [before, behind] = AROUND[operator];
  const after = `${behind}${NAMES_END}%`;
  return any(
    anyOf.map((wanted) => {
      // Every name has the empty text in it, but there must be one.
      const isAnyName = wanted === "" && !operator.endsWith("equals");
      return like(text, isAnyName ? `%\n%\n%${NAMES_END}%` : pattern(foldLine(wanted), { before, after }));
    }),
  );
}

/** The same of a text at hand. */
export function textMatches(text: string, operator: TextOperator, anyOf: readonly string[]): boolean {
  const folded = fold(text);
  const test: Record<TextOperator, (wanted: string) => boolean> = {
    equals: (wanted) => folded === wanted,
    not_equals: (wanted) => folded === wanted,
    contains: (wanted) => folded.includes(wanted),
    starts_with: (wanted) => folded.startsWith(wanted),
    ends_with: (wanted) => folded.endsWith(wanted),
  };
  return anyOf.map(fold).some(test[operator]);
}

const SIGNS: Readonly<Record<OrderOperator, RawBuilder<unknown>>> = {
  equals: sql`=`,
  not_equals: sql`=`,
  less_than: sql`<`,
  at_most: sql`<=`,
  at_least: sql`>=`,
  greater_than: sql`>`,
};

/** Compares; for `not_equals` whether it equals, to be turned by the caller. */
export function compares(
  expression: RawBuilder<unknown>,
  operator: OrderOperator,
  value: number | string,
): Predicate {
  return sql<SqlBool>`${expression} ${SIGNS[operator]} ${value}`;
}

/** The same of numbers at hand; null compares to nothing. */
export function numberCompares(found: number | null, operator: OrderOperator, value: number): boolean {
  if (found === null) return false;
  const test: Record<OrderOperator, boolean> = {
    equals: found === value,
    not_equals: found === value,
    less_than: found < value,
    at_most: found <= value,
    at_least: found >= value,
    greater_than: found > value,
  };
  return test[operator];
}

/** The contrary of what is never null. */
export function not(predicate: Predicate): Predicate {
  return sql<SqlBool>`not ${predicate}`;
}

/** What `not_equals` means: null does not equal either. A planner knows how many rows this leaves. */
export function unless(predicate: Predicate): Predicate {
  return sql<SqlBool>`(${predicate}) is not true`;
}
