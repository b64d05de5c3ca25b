import { ExtData, encode } from "@msgpack/msgpack";
import { describe, expect, it } from "vitest";
import { plain } from "../../test/support/arbitrary-value.ts";
import { Decimal } from "../framework/decimal.ts";
import { BOOL, DYNAMIC, NUMBER, STRING, type Type } from "../framework/type.ts";
import { Dynamic, UNKNOWN, type Value } from "../framework/value.ts";
import { fromMsgpack, toMsgpack } from "./msgpack.ts";

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const n = (source: string | bigint) => Decimal.from(source);
const list: Type = { kind: "list", element: STRING };
const object: Type = { kind: "object", attributes: { a: STRING, b: NUMBER } };

describe("a text that begins with a byte order mark", () => {
  it.each([1, 199, 200, 201, 70_000])("of %i octets behind it survives as value and as key", (length) => {
    const text = `\ufeff${"a".repeat(length)}`;
    const type: Type = { kind: "map", element: STRING };
    const value = { [text]: text };
    expect(fromMsgpack(type, toMsgpack(type, value))).toEqual(value);
    expect(fromMsgpack(DYNAMIC, toMsgpack(DYNAMIC, new Dynamic(STRING, text)))).toEqual(
      new Dynamic(STRING, text),
    );
  });
});

describe("reading msgpack", () => {
  const read: readonly [string, Type, string, Value][] = [
    ["nil is null", STRING, "c0", null],
    ["no bytes at all are null", object, "", null],
    ["text", STRING, "a3 616263", "abc"],
    ["true", BOOL, "c3", true],
    ["a small integer", NUMBER, "0c", n("12")],
    ["a negative integer", NUMBER, "d0 80", n("-128")],
    ["an integer beyond 2^53", NUMBER, "d3 0020000000000001", n("9007199254740993")],
    ["an unsigned integer beyond 2^63", NUMBER, "cf ffffffffffffffff", n("18446744073709551615")],
    ["a float", NUMBER, "cb 3fe0000000000000", n("0.5")],
    ["a whole float, digit by digit", NUMBER, "cb 4630000000000000", n(2n ** 100n)],
    ["decimal text", NUMBER, "a3 302e31", n("0.1")],
    ["a list with null in it", list, "92 a161 c0", ["a", null]],
    ["an object without one of its attributes", object, "81 a161 a178", { a: "x", b: null }],
    ["an object with an attribute too many", object, "83 a161 c0 a162 c0 a163 c0", { a: null, b: null }],
    [
      "a map whose key names an inherited member",
      { kind: "map", element: STRING },
      "81 ab636f6e7374727563746f72 a178",
      { constructor: "x" },
    ],
    [
      "an attribute that names an inherited member and is left out",
      { kind: "object", attributes: { constructor: STRING } },
      "80",
      { constructor: null },
    ],
    ["the plain unknown", STRING, "d40000", UNKNOWN],
    ["an unknown number that is not null", NUMBER, "c7030c8101c2", UNKNOWN],
    ["an unknown text with a prefix", STRING, "c7090c8201c202a47072652d", UNKNOWN],
    ["an unknown list with a length", list, "c7070c8201c2039200c3", UNKNOWN],
    ["an unknown in a list", list, "92 a161 d40000", ["a", UNKNOWN]],
    ["a dynamic null", DYNAMIC, "c0", null],
    ["a dynamic unknown without a type", DYNAMIC, "d40000", UNKNOWN],
    [
      "a dynamic unknown with a type",
      DYNAMIC,
      "92 c408 22737472696e6722 d40000",
      new Dynamic(STRING, UNKNOWN),
    ],
    ["a dynamic null with a type", DYNAMIC, "92 c408 22737472696e6722 c0", new Dynamic(STRING, null)],
    [
      "a dynamic tuple stays one",
      DYNAMIC,
      `92 c413 ${toHex(new TextEncoder().encode('["tuple",["bool"]]'))}0a 91 c3`,
      new Dynamic({ kind: "tuple", elements: [BOOL] }, [true]),
    ],
  ];
  it.each(read)("%s", (_name, type, bytes, expected) => {
    expect(plain(fromMsgpack(type, hex(bytes)))).toEqual(plain(expected));
  });

  it.each([-1, 0, 1, 12, 127, -128])("takes extension %i for unknown, whatever its body", (code) => {
    for (const body of [[], [0], [0x82, 0x01], [1, 2, 3, 4, 5, 6, 7, 8]]) {
      expect(fromMsgpack(STRING, encode(new ExtData(code, Uint8Array.from(body))))).toBe(UNKNOWN);
    }
  });

  const misfits: readonly [string, Type, unknown][] = [
    ["a number for text", STRING, 1],
    ["text for a truth", BOOL, "true"],
    ["a truth for a number", NUMBER, true],
    ["text that is not a number", NUMBER, "many"],
    ["an object for a list", list, { a: "b" }],
    ["a list for an object", object, ["a"]],
    ["text for a map", { kind: "map", element: STRING }, "a"],
    ["a dynamic value without its type", DYNAMIC, ["a", "b"]],
    ["a dynamic value that is not a pair", DYNAMIC, "a"],
    ["a dynamic value of no type", DYNAMIC, [new TextEncoder().encode('"box"'), "b"]],
  ];
  it.each(misfits)("refuses %s", (_name, type, wire) => {
    expect(() => fromMsgpack(type, encode(wire))).toThrow(/expected|not a/);
  });

  it("refuses bytes that are cut off", () => {
    expect(() => fromMsgpack(STRING, hex("a3 61"))).toThrow(RangeError);
  });
});

describe("writing msgpack", () => {
  const written: readonly [string, Type, Value, string][] = [
    ["null", STRING, null, "c0"],
    ["a null object is written out, never left empty", object, null, "c0"],
    ["an unknown", STRING, UNKNOWN, "d40000"],
    ["an integer as text", NUMBER, n("12"), "a23132"],
    ["a fraction in the text it came in", NUMBER, n("1.50"), "a4312e3530"],
    ["every attribute of an object, absent ones as null", object, { a: "x" }, "82 a161 a178 a162 c0"],
    ["no attribute that the type does not have", object, { a: null, b: null, c: "x" }, "82 a161 c0 a162 c0"],
    ["an empty map, which is not null", { kind: "map", element: STRING }, {}, "80"],
    ["an empty set", { kind: "set", element: STRING }, [], "90"],
    ["a dynamic value with its type", DYNAMIC, new Dynamic(BOOL, true), "92 c406 22626f6f6c22 c3"],
    ["a dynamic null", DYNAMIC, null, "c0"],
  ];
  it.each(written)("%s", (_name, type, value, expected) => {
    expect(toHex(toMsgpack(type, value))).toBe(expected.replaceAll(" ", ""));
  });

  it.each([
    ["an object for text", STRING, {}],
    ["a list for an object", object, []],
    ["an object for a list", list, {}],
  ] as [string, Type, Value][])("refuses %s", (_name, type, value) => {
    expect(() => toMsgpack(type, value)).toThrow(TypeError);
  });
});
