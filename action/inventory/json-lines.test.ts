import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonLines } from "./json-lines.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("lines of a JSON text", () => {
  it.each([
    ["nothing", "", 1, /the file ends where a value is due/],
    ["an end too early", "[\n{\n", 3, /the file ends where a member's name/],
    ["a comma too many", "[1,\n2,\n]", 3, /"]" stands where a value/],
    ["a comma too few", '{"a": 1\n "b": 2}', 2, /where "," or "}" is due/],
    ["a name without quotes", "{\n\n tags: []}", 3, /"tags" stands where a member's name/],
    ["single quotes", "[\n'a']", 2, /"'" stands where a value/],
    ["a comment", "[ // all\n]", 1, /"\/" stands/],
    ["a quote that is missing", '[1,\n"a]', 2, /no quote at its end/],
    ["a text over two lines", '[1,\n"a\nb"]', 2, /line break/],
    ["an escape of no JSON", '[\n"a\\x"]', 2, /escape/],
    ["a second document", "[]\n\n[]", 3, /"\[" stands where the end of the file/],
    ["a member twice", '{"a": 1,\n"\\u0061": 2}', 2, /names the member .* twice/],
  ])("of %s are told", (_what, text, line, found) => {
    const { fault } = jsonLines(text);
    expect(fault?.line).toBe(line);
    expect(fault?.found).toMatch(found);
  });

  it("of each member and item are known, and of what is not there the nearest around", () => {
    const { fault, lineOf } = jsonLines('[\r\n  {"a": "{[",\n "b": [1,\n 2]},\n {}]');
    expect(fault).toBeNull();
    expect(lineOf([0, "a"])).toBe(2);
    expect(lineOf([0, "b"])).toBe(3);
    expect(lineOf([0, "b", 1])).toBe(4);
    expect(lineOf([0, "c", 7])).toBe(2);
    expect(lineOf([1])).toBe(5);
  });

  it("judges as JSON.parse does, whatever is cut or put in", () => {
    const torn = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom("", ",", '"', "}", "]", "\\", "0", "x", "\u00a0"),
    );
    fc.assert(
      fc.property(torn, ([text, at, more]) => {
        const given = text.slice(0, at % (text.length + 1)) + more + text.slice((at % (text.length + 1)) + 1);
        const { fault } = jsonLines(given);
        // A member named twice is told at once, whatever follows.
        fc.pre(!/ twice$/.test(fault?.found ?? ""));
        expect(fault === null).toBe(isJson(given));
      }),
      { numRuns: 2000 },
    );
  });
});
