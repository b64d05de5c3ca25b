import { ExtData, encode } from "@msgpack/msgpack";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryDecimal, arbitraryType, plain, typedValue } from "../../test/support/arbitrary-value.ts";
import { Decimal } from "../framework/decimal.ts";
import { equalValues } from "../framework/equal-values.ts";
import { NUMBER, sameType, typeFromJson, typeToJson } from "../framework/type.ts";
import { Dynamic, isArray, isRecord, UNKNOWN, Unknown, type Value } from "../framework/value.ts";
import { fromMsgpack, toMsgpack } from "./msgpack.ts";
import { fromRawJson, parseJson } from "./raw-json.ts";

describe("types", () => {
  it("survive their JSON form", () => {
    fc.assert(
      fc.property(arbitraryType, (type) => {
        expect(sameType(typeFromJson(JSON.parse(JSON.stringify(typeToJson(type)))), type)).toBe(true);
      }),
    );
  });
});

describe("msgpack", () => {
  it("gives back any value of any type, unknown and dynamic parts included", () => {
    fc.assert(
      fc.property(typedValue({ mayBeUnknown: true }), ({ type, value }) => {
        const back = fromMsgpack(type, toMsgpack(type, value));
        expect(plain(back)).toEqual(plain(value));
        expect(equalValues(type, back, value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("writes the same bytes for what it read", () => {
    fc.assert(
      fc.property(typedValue({ mayBeUnknown: true }), ({ type, value }) => {
        const bytes = toMsgpack(type, value);
        expect(toMsgpack(type, fromMsgpack(type, bytes))).toEqual(bytes);
      }),
    );
  });

  it("reads a number in whatever form Terraform chooses", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (n) => {
        for (const form of [n, Number(n) === 0 ? 0 : n, String(n)]) {
          expect(fromMsgpack(NUMBER, encode(form, { useBigInt64: true }))).toSatisfy((value: Value) =>
            equalValues(NUMBER, value, Decimal.from(n)),
          );
        }
      }),
    );
  });

  it("takes any extension for unknown", () => {
    fc.assert(
      fc.property(fc.integer({ min: -128, max: 127 }), fc.uint8Array({ maxLength: 20 }), (code, body) => {
        expect(fromMsgpack(NUMBER, encode(new ExtData(code, body)))).toBe(UNKNOWN);
      }),
    );
  });

  it("answers any bytes with a value or an Error, never with something else", () => {
    fc.assert(
      fc.property(arbitraryType, fc.uint8Array({ maxLength: 40 }), (type, bytes) => {
        try {
          fromMsgpack(type, bytes);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Error);
        }
      }),
    );
  });
});

describe("state JSON", () => {
  it("gives back any known value of any type, every digit of a number included", () => {
    fc.assert(
      fc.property(typedValue({ mayBeUnknown: false }), ({ type, value }) => {
        const json = new TextEncoder().encode(stateJson(value));
        expect(plain(fromRawJson(type, parseJson(json)))).toEqual(plain(value));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps a number's value wherever it stands", () => {
    fc.assert(
      fc.property(arbitraryDecimal, fc.constantFrom("", " ", "\n  "), (decimal, space) => {
        const json = new TextEncoder().encode(`{"a":${space}${jsonNumber(decimal)}${space}}`);
        const value = fromRawJson({ kind: "object", attributes: { a: NUMBER } }, parseJson(json));
        expect(plain(value)).toEqual(plain({ a: decimal }));
      }),
    );
  });
});

/** State as Terraform writes it: plain JSON numbers, dynamic values beside their types. */
function stateJson(value: Value): string {
  if (value instanceof Unknown) throw new Error("no unknown stands in state");
  if (value instanceof Decimal) return jsonNumber(value);
  if (value instanceof Dynamic)
    return `{"value":${stateJson(value.value)},"type":${JSON.stringify(typeToJson(value.type))}}`;
  if (isArray(value)) return `[${value.map(stateJson).join(", ")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}: ${stateJson(member)}`)
    .join(", ")}}`;
}

/** JSON wants no zeros in front. */
function jsonNumber(decimal: Decimal): string {
  return String(decimal).replace(/^(-?)0+(?=\d)/, "$1");
}
