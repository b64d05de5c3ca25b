import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalizeSerial, sameSerial, serialText } from "./serial.ts";

describe("sameSerial", () => {
  it.each([
    ["colons or none", "4F:0A:77", "4f0a77", true],
    ["a report's form without leading zeros", "0A:77", "A77", true],
    ["openssl's prefix", "0x0A77", "a77", true],
    ["another number", "4F0A77", "4F0A78", false],
    ["trailing zeros, which count", "4F00", "4F", false],
  ])("knows %s", (_name, one, other, same) => {
    expect(sameSerial(one, other)).toBe(same);
  });

  it("holds for every number in every spelling", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (bytes) => {
        const text = Buffer.from(bytes).toString("hex");
        const colons = text.toUpperCase().replace(/..(?=.)/g, "$&:");
        expect(sameSerial(text, colons)).toBe(true);
        expect(sameSerial(`00${text}`, colons)).toBe(true);
        expect(BigInt(`0x${normalizeSerial(colons)}`)).toBe(BigInt(`0x${text}`));
      }),
    );
  });
});

it("a serial of zero is printed as openssl prints it", () => {
  expect(serialText(Buffer.of(0))).toBe("00");
  expect(normalizeSerial("00")).toBe("0");
});
