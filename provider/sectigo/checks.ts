import { judgeWords, OPERATOR_WORDS } from "../../core/index.ts";
import type { Check } from "../framework/spec.ts";

/** One of a few words. */
export function known(words: readonly string[]): Check<string> {
  const list = words.map((word) => `"${word}"`).join(", ");
  const check = (value: string): string | null =>
    words.includes(value) ? null : `one of ${list} is required, "${value}" is given`;
  return Object.assign(check, { words });
}

/** What a condition compares with; which operator is for which attribute, the condition as a whole tells. */
export const knownOperator: Check<string> = Object.assign(
  (operator: string) => judgeWords({ operator })?.problem ?? null,
  { words: OPERATOR_WORDS },
);

/** Every element of a list or set by the same check; the first that is wrong is told. */
export function each(check: Check<string>): Check<readonly string[]> {
  const checkAll = (values: readonly string[]): string | null =>
    values.map((value) => check(value)).find((problem) => problem !== null) ?? null;
  return check.words === undefined ? checkAll : Object.assign(checkAll, { words: check.words });
}

/** An empty list would mean "none", which is hardly ever meant: leaving the argument out means "all". */
export function notEmpty(values: readonly string[]): string | null {
  return values.length > 0 ? null : "at least one is required; leave the argument out for all";
}

/** Text with something in it. */
export function filled(value: string): string | null {
  return value.trim() === "" ? "it must not be empty" : null;
}

/** Every element once: what comes twice is a slip of the pen. */
export function distinct(values: readonly string[]): string | null {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  return twice === undefined ? null : `"${twice}" is given twice`;
}
