import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "./decimal.ts";

describe("Decimal", () => {
  it("equals its own canonical text", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: -50, max: 50 }), (mantissa, exponent) => {
        const decimal = Decimal.from(`${mantissa}e${exponent}`);
        expect(Decimal.from(decimal.canonical()).equals(decimal)).toBe(true);
      }),
    );
  });

  it("is equal exactly when the integers are", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
        expect(Decimal.from(a).equals(Decimal.from(b))).toBe(a === b);
      }),
    );
  });

  it("gives every safe integer back", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        expect(Decimal.from(n).toSafeInteger()).toBe(n);
      }),
    );
  });
});
