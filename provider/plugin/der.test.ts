import { describe, expect, it } from "vitest";
import { bitString, element, instant, objectIdentifier, unsignedInteger } from "./der.ts";

const hex = (octets: Uint8Array): string => Buffer.from(octets).toString("hex");

describe("DER", () => {
  it.each([
    ["nothing", 0, "0400"],
    ["the longest short form", 127, `047f${"00".repeat(127)}`],
    ["the shortest long form", 128, `048180${"00".repeat(128)}`],
    ["two octets of length", 256, `04820100${"00".repeat(256)}`],
  ])("writes the length of %s", (_name, length, expected) => {
    expect(hex(element(0x04, new Uint8Array(length)))).toBe(expected);
  });

  it.each([
    ["zero", [0], "020100"],
    ["nothing as zero", [], "020100"],
    ["a leading zero away", [0, 0, 1], "020101"],
    ["a sign octet before a high bit", [0x80], "02020080"],
  ])("writes an integer: %s", (_name, octets, expected) => {
    expect(hex(unsignedInteger(Uint8Array.from(octets)))).toBe(expected);
  });

  it("writes object identifiers with arcs above 127", () => {
    expect(hex(objectIdentifier("1.2.840.10045.4.3.2"))).toBe("06082a8648ce3d040302");
  });

  it("says how many bits of the last octet are padding", () => {
    expect(hex(bitString(Uint8Array.of(0x84), 2))).toBe("03020284");
  });

  it.each([
    ["2049-12-31T23:59:59Z", "170d", "491231235959Z"],
    ["2050-01-01T00:00:00Z", "180f", "20500101000000Z"],
  ])("writes %s in the form of its year", (at, head, text) => {
    expect(hex(instant(new Date(at)))).toBe(head + Buffer.from(text).toString("hex"));
  });
});
