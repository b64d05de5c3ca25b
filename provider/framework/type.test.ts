import { describe, expect, it } from "vitest";
import {
  BOOL,
  elementType,
  memberType,
  NUMBER,
  STRING,
  sameType,
  type Type,
  typeFromJson,
  typeToJson,
} from "./type.ts";

describe("types as JSON", () => {
  const forms: readonly [Type, string][] = [
    [STRING, '"string"'],
    [{ kind: "dynamic" }, '"dynamic"'],
    [{ kind: "set", element: NUMBER }, '["set","number"]'],
    [{ kind: "map", element: { kind: "list", element: BOOL } }, '["map",["list","bool"]]'],
    [{ kind: "object", attributes: { a: STRING, b: BOOL } }, '["object",{"a":"string","b":"bool"}]'],
    [{ kind: "tuple", elements: [STRING, NUMBER] }, '["tuple",["string","number"]]'],
  ];
  it.each(forms)("writes and reads %j", (type, json) => {
    expect(JSON.stringify(typeToJson(type))).toBe(json);
    expect(typeFromJson(JSON.parse(json))).toEqual(type);
  });

  it("ignores the optional attributes of an object type, which mean nothing to a provider", () => {
    expect(typeFromJson(["object", { a: "string" }, ["a"]])).toEqual({
      kind: "object",
      attributes: { a: STRING },
    });
  });

  it.each([
    ["text"],
    [null],
    [["list"]],
    [["tuple", {}]],
    [["object", ["string"]]],
    [["box", "string"]],
    [["map", 1]],
  ])("refuses %j", (json) => {
    expect(() => typeFromJson(json)).toThrow(/not a Terraform type/);
  });
});

describe("sameType", () => {
  const object = (attributes: Record<string, Type>): Type => ({ kind: "object", attributes });
  const cases: readonly [string, Type, Type, boolean][] = [
    ["kinds differ", STRING, NUMBER, false],
    ["elements are the same", { kind: "list", element: STRING }, { kind: "list", element: STRING }, true],
    ["elements differ", { kind: "list", element: STRING }, { kind: "list", element: BOOL }, false],
    ["a list is not a set", { kind: "list", element: STRING }, { kind: "set", element: STRING }, false],
    [
      "tuples differ in length",
      { kind: "tuple", elements: [STRING] },
      { kind: "tuple", elements: [] },
      false,
    ],
    [
      "tuples differ in order",
      { kind: "tuple", elements: [STRING, BOOL] },
      { kind: "tuple", elements: [BOOL, STRING] },
      false,
    ],
    [
      "objects name their attributes in another order",
      object({ a: STRING, b: BOOL }),
      object({ b: BOOL, a: STRING }),
      true,
    ],
    ["objects name other attributes", object({ a: STRING }), object({ b: STRING }), false],
  ];
  it.each(cases)("%s", (_name, a, b, expected) => {
    expect(sameType(a, b)).toBe(expected);
    expect(sameType(b, a)).toBe(expected);
  });
});

describe("parts of a type", () => {
  it("finds elements by position and members by name, and nothing that objects inherit", () => {
    expect(elementType({ kind: "tuple", elements: [BOOL] }, 0)).toBe(BOOL);
    expect(elementType({ kind: "set", element: NUMBER }, 5)).toBe(NUMBER);
    expect(memberType({ kind: "map", element: STRING }, "constructor")).toBe(STRING);
    expect(memberType({ kind: "object", attributes: { a: BOOL } }, "a")).toBe(BOOL);
    expect(memberType({ kind: "object", attributes: { a: BOOL } }, "constructor")).toBeUndefined();
  });
});
