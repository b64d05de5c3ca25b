import { describe, expect, it } from "vitest";
import { plain } from "../../test/support/arbitrary-value.ts";
import { Decimal } from "../framework/decimal.ts";
import { BOOL, DYNAMIC, NUMBER, STRING, type Type } from "../framework/type.ts";
import { Dynamic, type Value } from "../framework/value.ts";
import { fromRawJson, parseJson, parseRawState } from "./raw-json.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const n = (text: string) => Decimal.from(text);
const object: Type = { kind: "object", attributes: { a: STRING, b: { kind: "list", element: NUMBER } } };

describe("state JSON", () => {
  const read: readonly [string, Type, string, Value][] = [
    ["text", STRING, '"a"', "a"],
    ["null", BOOL, "null", null],
    ["a number beyond 2^53", NUMBER, "9007199254740993", n("9007199254740993")],
    [
      "a fraction with more digits than a double has",
      NUMBER,
      "0.12345678901234567890",
      n("0.1234567890123456789"),
    ],
    ["a number with an exponent", NUMBER, "1e400", n("1e400")],
    ["a number as text", NUMBER, '"12"', n("12")],
    ["absent attributes are null", object, '{"a":"x"}', { a: "x", b: null }],
    ["surplus attributes are dropped", object, '{"a":null,"b":null,"c":1}', { a: null, b: null }],
    [
      "an attribute that names an inherited member",
      { kind: "object", attributes: { constructor: STRING } },
      "{}",
      { constructor: null },
    ],
    [
      "big numbers in lists",
      object,
      '{"b":[ 12345678901234567890 ]}',
      { a: null, b: [n("12345678901234567890")] },
    ],
    [
      "a dynamic value beside its type",
      DYNAMIC,
      '{"value":[true],"type":["tuple",["bool"]]}',
      new Dynamic({ kind: "tuple", elements: [BOOL] }, [true]),
    ],
    ["a dynamic null", DYNAMIC, "null", null],
  ];
  it.each(read)("reads %s", (_name, type, json, expected) => {
    expect(plain(fromRawJson(type, parseJson(bytes(json))))).toEqual(plain(expected));
  });

  it("leaves text that looks like a number alone", () => {
    const json = '{"a":"9007199254740993","b":[1e2]}';
    expect(plain(fromRawJson(object, parseJson(bytes(json))))).toEqual(
      plain({ a: "9007199254740993", b: [n("100")] }),
    );
  });

  const misfits: readonly [string, Type, string, RegExp][] = [
    ["an object for text", object, '{"a":{}}', /^a: "string" was expected, an object is stored/],
    ["text inside a list of numbers", object, '{"b":[1,true]}', /^b\[1\]: "number" was expected, a boolean/],
    ["a list for an object", object, "[]", /an object|a list is stored/],
    ["a number for a truth", BOOL, "1", /"bool" was expected/],
    ["a big number for text", STRING, "9007199254740993", /"string" was expected/],
    ["a bare value in a dynamic place", DYNAMIC, "1", /"dynamic" was expected/],
  ];
  it.each(misfits)("refuses %s and says where", (_name, type, json, message) => {
    expect(() => fromRawJson(type, parseJson(bytes(json)))).toThrow(message);
  });

  it.each(["[]", "null", '"a"', "1"])("wants an object as the state of an instance, not %s", (json) => {
    expect(() => parseRawState(bytes(json))).toThrow(/not a JSON object/);
  });
});
