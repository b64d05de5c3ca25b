import { describe, expect, it } from "vitest";
import { Decimal } from "./decimal.ts";
import { STRING } from "./type.ts";
import { Dynamic, isRecord, isWhollyKnown, member, UNKNOWN, type Value } from "./value.ts";

describe("isWhollyKnown", () => {
  const cases: readonly [string, Value, boolean][] = [
    ["null is known", null, true],
    ["an unknown is not", UNKNOWN, false],
    ["a list with an unknown element is not", ["a", UNKNOWN], false],
    ["an object with an unknown deep inside is not", { a: [{ b: UNKNOWN }] }, false],
    ["a dynamic value is as known as what it holds", new Dynamic(STRING, UNKNOWN), false],
    ["a tree of known values is", { a: [{ b: "c" }], d: Decimal.from(1), e: new Dynamic(STRING, "f") }, true],
  ];
  it.each(cases)("%s", (_name, value, expected) => {
    expect(isWhollyKnown(value)).toBe(expected);
  });
});

describe("records", () => {
  it("are maps and objects, not the framework's own classes", () => {
    expect(isRecord({})).toBe(true);
    for (const value of [null, [], "a", UNKNOWN, Decimal.from(1), new Dynamic(STRING, "a")]) {
      expect(isRecord(value)).toBe(false);
    }
  });

  it("have no members that objects inherit", () => {
    expect(member({ a: "b" }, "constructor")).toBeNull();
    expect(member({ constructor: "b" }, "constructor")).toBe("b");
  });
});
