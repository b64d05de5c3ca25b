import { describe, expect, it } from "vitest";
import { Decimal } from "./decimal.ts";
import { equalValues } from "./equal-values.ts";
import { NUMBER, STRING, type Type } from "./type.ts";
import { Dynamic, UNKNOWN, Unknown, type Value } from "./value.ts";

const n = (source: string | number) => Decimal.from(source);
const list: Type = { kind: "list", element: NUMBER };
const set: Type = { kind: "set", element: NUMBER };
const map: Type = { kind: "map", element: STRING };
const object: Type = { kind: "object", attributes: { a: STRING, b: set } };

describe("equalValues", () => {
  const cases: readonly [string, Type, Value, Value, boolean][] = [
    ["numbers are compared by value", NUMBER, n("1.50"), n("1.5"), true],
    ["text is compared letter by letter", STRING, "a", "A", false],
    ["null is not an empty text", STRING, null, "", false],
    ["two unknowns are the same plan", STRING, new Unknown(), UNKNOWN, true],
    ["an unknown is another plan than a value", STRING, UNKNOWN, "a", false],
    ["an unknown is another plan than null", STRING, UNKNOWN, null, false],
    ["a list has an order", list, [n(1), n(2)], [n(2), n(1)], false],
    ["a list has a length", list, [n(1)], [n(1), n(1)], false],
    ["a set has no order", set, [n(1), n("2.0")], [n(2), n(1)], true],
    ["a set holds an element once, however often it is named", set, [n(1), n(1)], [n(1)], true],
    ["sets of other elements differ", set, [n(1), n(2)], [n(1), n(3)], false],
    ["a set with a part unknown is another than one without", set, [n(1), UNKNOWN], [n(1), n(2)], false],
    ["an absent attribute of an object is null", object, { a: "x" }, { a: "x", b: null }, true],
    [
      "sets inside objects have no order",
      object,
      { a: null, b: [n(1), n(2)] },
      { a: null, b: [n(2), n(1)] },
      true,
    ],
    ["an absent key of a map is not a key with null", map, {}, { a: null }, false],
    ["keys of maps are compared, not counted", map, { a: null }, { b: null }, false],
    ["inherited members are not keys", map, { constructor: null }, { other: null }, false],
    ["an empty map is not null", map, {}, null, false],
    [
      "dynamic values are compared with their types",
      { kind: "dynamic" },
      new Dynamic(STRING, null),
      new Dynamic(NUMBER, null),
      false,
    ],
    [
      "dynamic numbers are compared by value",
      { kind: "dynamic" },
      new Dynamic(NUMBER, n("1.0")),
      new Dynamic(NUMBER, n(1)),
      true,
    ],
    ["a list is not an object", object, [], {}, false],
    [
      "elements of a tuple are compared by their own types",
      { kind: "tuple", elements: [set] },
      [[n(1), n(2)]],
      [[n(2), n(1)]],
      true,
    ],
  ];
  it.each(cases)("%s", (_name, type, a, b, expected) => {
    expect(equalValues(type, a, b)).toBe(expected);
    expect(equalValues(type, b, a)).toBe(expected);
  });
});
