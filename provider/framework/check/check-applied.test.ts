import { describe, expect, it } from "vitest";
import { bookAttributes, bookTree } from "../../../test/support/library-provider.ts";
import { string } from "../attribute.ts";
import { Decimal } from "../decimal.ts";
import { DYNAMIC, NUMBER, STRING } from "../type.ts";
import { Dynamic, UNKNOWN, type ValueRecord } from "../value.ts";
import { checkApplied } from "./check-applied.ts";

const n = (source: number | string) => Decimal.from(source);

describe("checkApplied", () => {
  const cases: readonly [string, ValueRecord, ValueRecord, readonly string[]][] = [
    ["what was planned is fine", { title: "a", price: n("1.50") }, { title: "a", price: n("1.5") }, []],
    ["an unknown may become anything", { due: UNKNOWN, slot: UNKNOWN }, { due: null, slot: "a" }, []],
    ["another value", { title: "a" }, { title: "b" }, ['title: was "a", but is now "b"']],
    ["another number", { price: n(1) }, { price: n(2) }, ["price: was 1, but is now 2"]],
    ["a value where null was planned", {}, { due: "a" }, ["due: was null, but is now present"]],
    ["null where a value was planned", { due: "a" }, {}, ["due: was present, but is now null"]],
    [
      "an unknown that nobody filled in",
      { due: UNKNOWN },
      { due: UNKNOWN },
      ["due: still unknown after apply"],
    ],
    ["a write-only value", {}, { pin_wo: "a" }, ["pin_wo: a write-only value is stored"]],
    [
      "a list of another length",
      { chapters: [] },
      { chapters: [{ name: "a", ordinal: n(1) }] },
      ["chapters: length was 0, but is now 1"],
    ],
    [
      "another member of an element",
      { chapters: [{ name: "a", ordinal: UNKNOWN }] },
      { chapters: [{ name: "b", ordinal: n(1) }] },
      ['chapters[0].name: was "a", but is now "b"'],
    ],
    ["a key that appeared", { labels: {} }, { labels: { a: "b" } }, ['labels["a"]: has appeared']],
    ["a key that vanished", { labels: { a: "b" } }, { labels: {} }, ['labels["a"]: has vanished']],
    ["a set in another order", { tags: ["a", "b"] }, { tags: ["b", "a"] }, []],
    ["a set whose unknowns merged", { tags: ["a", UNKNOWN] }, { tags: ["a"] }, []],
    [
      "a set that grew",
      { tags: ["a", UNKNOWN] },
      { tags: ["a", "b", "c"] },
      ["tags: has more elements than planned"],
    ],
    [
      "a set with other elements",
      { tags: ["a", "b"] },
      { tags: ["a", "c"] },
      ["tags: has other elements than planned"],
    ],
    ["an object where a list was planned", { tags: ["a"] }, { tags: {} }, ["tags: is not a list"]],
    ["a list where an object was planned", { labels: {} }, { labels: [] }, ["labels: is not an object"]],
  ];
  it.each(cases)("finds %s", (_name, planned, state, expected) => {
    expect(checkApplied(bookAttributes, bookTree(planned), bookTree(state))).toEqual(expected);
  });

  it("compares dynamic values with their types", () => {
    const attributes = { any: { ...string({ is: "optional", doc: "Any." }), type: DYNAMIC } };
    const check = (planned: Dynamic, value: Dynamic) =>
      checkApplied(attributes, { any: planned }, { any: value });
    expect(check(new Dynamic(STRING, UNKNOWN), new Dynamic(STRING, "a"))).toEqual([]);
    expect(check(new Dynamic(STRING, UNKNOWN), new Dynamic(NUMBER, n(1)))).toEqual([
      "any: is of another type",
    ]);
  });
});
