import { describe, expect, it } from "vitest";
import { Decimal } from "./decimal.ts";

describe("Decimal", () => {
  const equal: readonly [string, string | number | bigint, string | number | bigint, boolean][] = [
    ["ignores zeros after the point", "1.50", "1.5", true],
    ["reads exponents", "1e2", "100", true],
    ["reads an exponent with a sign, as JavaScript prints it", "1e+21", 10n ** 21n, true],
    ["takes minus zero for zero", "-0.0", 0, true],
    ["ignores zeros in front", "007", 7, true],
    ["reads a point without digits on one side", ".5", "0.5", true],
    ["tells neighbours beyond 2^53 apart", "9007199254740993", "9007199254740992", false],
    ["tells the sign apart", "-1", "1", false],
    ["compares exponents of any size", "1e999999999999", "10e999999999998", true],
    ["takes a large JavaScript number digit by digit", 2 ** 100, 2n ** 100n, true],
    ["takes a fraction by its shortest text, as Terraform compares it", 0.1, "0.1", true],
  ];
  it.each(equal)("%s", (_name, a, b, isEqual) => {
    expect(Decimal.from(a).equals(Decimal.from(b))).toBe(isEqual);
  });

  it.each([
    "",
    "abc",
    "1e",
    "0x10",
    "1 000",
    "NaN",
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])("refuses %s, which is not a decimal number", (source) => {
    expect(() => Decimal.from(source)).toThrow(RangeError);
  });

  const integers: readonly [string, string, number | null][] = [
    ["a whole number", "12", 12],
    ["a whole number in another spelling", "1.20e1", 12],
    ["minus zero", "-0", 0],
    ["the largest safe integer", "9007199254740991", Number.MAX_SAFE_INTEGER],
    ["one beyond it", "9007199254740993", null],
    ["a fraction", "0.5", null],
    ["a fraction that rounds to an integer", "1.00000000000000000000001", null],
  ];
  it.each(integers)("makes a safe integer of %s or says that it can't", (_name, text, expected) => {
    expect(Decimal.from(text).toSafeInteger()).toBe(expected);
  });

  it("goes back in the text it came in", () => {
    expect(String(Decimal.from("1.500"))).toBe("1.500");
  });
});
