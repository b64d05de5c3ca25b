import { describe, expect, it } from "vitest";
import { plain } from "../../test/support/arbitrary-value.ts";
import {
  type AnyAttr,
  bool,
  decodeObject,
  encodeMember,
  encodeObject,
  exact,
  integer,
  list,
  listOf,
  map,
  mapOf,
  number,
  objectType,
  set,
  setOf,
  single,
  string,
  text,
  whole,
} from "./attribute.ts";
import { Decimal } from "./decimal.ts";
import { UNKNOWN, type Value } from "./value.ts";

const spec = { is: "optional", doc: "Some." } as const;
const members = {
  name: string({ is: "required", doc: "Name." }),
  size: integer({ is: "optional", doc: "Size." }),
} as const;
const decimal = Decimal.from("0.1");

describe("the attribute kit", () => {
  const both: readonly [string, AnyAttr, unknown, Value][] = [
    ["text", string(spec), "a", "a"],
    ["truth", bool(spec), false, false],
    ["a whole number", integer(spec), 12, Decimal.from(12)],
    ["an exact number", number(spec), decimal, decimal],
    ["a list", list(text, spec), ["b", "a"], ["b", "a"]],
    ["an empty set", set(whole, spec), [], []],
    ["a map", map(exact, spec), { a: decimal }, { a: decimal }],
    ["a map with a key that objects inherit", map(text, spec), { constructor: "x" }, { constructor: "x" }],
    ["an object", single(members, spec), { name: "a", size: null }, { name: "a", size: null }],
    [
      "a list of objects",
      listOf(members, spec),
      [{ name: "a", size: 1 }],
      [{ name: "a", size: Decimal.from(1) }],
    ],
    ["a set of objects", setOf(members, spec), [{ name: "a", size: null }], [{ name: "a", size: null }]],
    [
      "a map of objects",
      mapOf(members, spec),
      { k: { name: "a", size: null } },
      { k: { name: "a", size: null } },
    ],
  ];
  it.each(both)("hands %s to handlers and takes it back", (_name, attr, seen, tree) => {
    expect(attr.decode(tree)).toEqual(seen);
    expect(plain(attr.encode(seen as never))).toEqual(plain(tree));
  });

  const refused: readonly [string, AnyAttr, unknown, RegExp][] = [
    ["a number for text", string(spec), 1, /text was expected from the provider, number came/],
    ["an unknown for text", string(spec), UNKNOWN, /text was expected/],
    ["text for truth", bool(spec), "true", /true or false was expected/],
    ["a fraction for a whole number", integer(spec), 0.5, /a whole number was expected/],
    ["a number beyond 2^53", integer(spec), 2 ** 53, /a whole number was expected/],
    ["a JavaScript number for an exact one", number(spec), 0.1, /a Decimal was expected/],
    ["text for a list", list(text, spec), "a", /a list was expected/],
    ["null in a list", list(text, spec), [null], /text was expected from the provider, null came/],
    ["text for a map", map(text, spec), "a", /a map was expected/],
    ["text for an object", single(members, spec), "a", /an object was expected/],
    ["a wrong member of an object", listOf(members, spec), [{ name: 1 }], /^name: text was expected/],
  ];
  it.each(
    refused,
  )("refuses %s from a handler, whatever a cast made of it", (_name, attr, answer, message) => {
    expect(() => attr.encode(answer as never)).toThrow(message);
  });

  it("never shows the value that it refuses", () => {
    expect(() => encodeMember("pin", integer(spec), "s3cret")).toThrow(
      /^pin: a whole number was expected from the provider, string came$/,
    );
  });

  it("composes letters as Terraform does, and makes well-formed text of text cut in half", () => {
    expect(string(spec).encode("e\u0301" as never)).toBe("\u00e9");
    expect(map(text, spec).encode({ "e\u0301": "a" } as never)).toEqual({ "\u00e9": "a" });
    expect(string(spec).encode("smile \ud83d" as never)).toBe("smile \ufffd");
  });

  const shapes: readonly [string, AnyAttr, Value, string | null][] = [
    ["a whole number is fine", integer(spec), Decimal.from("1.0"), null],
    ["a fraction is not", integer(spec), Decimal.from("1.5"), "a whole number is required, 1.5 is given"],
    [
      "a fraction in a set is not",
      set(whole, spec),
      [Decimal.from("1.5")],
      "a whole number is required, 1.5 is given",
    ],
    ["null in a list is not", list(text, spec), ["a", null], "null elements are not allowed"],
    ["null in a map is not", map(text, spec), { a: null }, "null elements are not allowed"],
    ["any exact number is", number(spec), Decimal.from("1e400"), null],
  ];
  it.each(shapes)("judges the shape of configured values: %s", (_name, attr, value, problem) => {
    expect(attr.shapeProblem(value)).toBe(problem);
  });
});

describe("objects of attributes", () => {
  it("take what is absent for null, and drop what they do not have", () => {
    expect(decodeObject(members, { name: "a" })).toEqual({ name: "a", size: null });
    expect(encodeObject(members, { name: "a", surplus: 1 })).toEqual({ name: "a", size: null });
  });

  it("name the member that is wrong", () => {
    expect(() => encodeObject(members, { name: "a", size: "b" })).toThrow(/^size: a whole number/);
  });

  it("have one type for one declaration", () => {
    expect(objectType(members)).toBe(objectType(members));
    expect(objectType(members)).toEqual({
      kind: "object",
      attributes: { name: { kind: "string" }, size: { kind: "number" } },
    });
  });
});
