import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryType, arbitraryValue, typedValue } from "../../test/support/arbitrary-value.ts";
import { equalValues } from "./equal-values.ts";
import type { Type } from "./type.ts";

describe("equalValues", () => {
  it("finds every value equal to itself, unknowns included", () => {
    fc.assert(
      fc.property(typedValue({ mayBeUnknown: true }), ({ type, value }) => {
        expect(equalValues(type, value, structuredCopy(value))).toBe(true);
      }),
    );
  });

  it("does not care which side is which", () => {
    const pair = arbitraryType.chain((type) =>
      fc.tuple(
        fc.constant(type),
        arbitraryValue(type, { mayBeUnknown: true }),
        arbitraryValue(type, { mayBeUnknown: true }),
      ),
    );
    fc.assert(
      fc.property(pair, ([type, a, b]) => {
        expect(equalValues(type, a, b)).toBe(equalValues(type, b, a));
      }),
    );
  });

  it("finds a set equal to any shuffle of it", () => {
    const shuffled = arbitraryType.chain((element) =>
      fc
        .array(arbitraryValue(element, { mayBeUnknown: false }), { maxLength: 5 })
        .chain((elements) =>
          fc.tuple(
            fc.constant<Type>({ kind: "set", element }),
            fc.constant(elements),
            fc.shuffledSubarray(elements, { minLength: elements.length }),
          ),
        ),
    );
    fc.assert(
      fc.property(shuffled, ([type, a, b]) => {
        expect(equalValues(type, a, b)).toBe(true);
      }),
    );
  });
});

/** Arrays and records anew, so that equality can't be found by identity. */
function structuredCopy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(structuredCopy) as T;
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, structuredCopy(v)])) as T;
}
