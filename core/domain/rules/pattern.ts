import { RE2JS } from "re2js";
import { plainText } from "../../base/text.ts";

/** Longer ones are written by mistake, and a pattern costs memory by its length. */
const LONGEST_PATTERN = 1_000;

/** Whether a pattern is found somewhere in a text. Takes time by the text's length, whatever the pattern. */
export type Pattern = (text: string) => boolean;

/**
 * Reads a regular expression of RE2, as Terraform's `regex` takes it: no look-around and no back references, which would
 * make the time of a search unbounded.
 * @returns a `string` that says what is wrong and completes "the pattern …" where it can't be read
 * Source: RE2's syntax, github.com/google/re2/wiki/Syntax.
 */
export function readPattern(expression: string): Pattern | string {
  if (expression.length > LONGEST_PATTERN)
    return `has ${expression.length} characters; ${LONGEST_PATTERN} are allowed`;
  try {
    const compiled = RE2JS.compile(expression);
    return (text) => compiled.test(text);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    const reason = thrown.message.replace(/^error parsing regexp: /, "");
    return `can't be read: ${plainText(reason)}; RE2's syntax is allowed, without look-around and back references`;
  }
}
