import { describe, expect, it } from "vitest";
import { importId } from "./import.ts";

describe("importId", () => {
  it("takes SCM's id", () => {
    expect(importId("12345")).toEqual({ ssl_id: 12345 });
  });

  it.each([
    ["0"],
    ["-1"],
    ["01"],
    ["12x"],
    [""],
    ["1e3"],
    ["9".repeat(16)],
  ])("refuses %j and says what it wants", (id) => {
    expect(() => importId(id)).toThrow(
      /is neither an SCM certificate id nor a serial number \[request\.import_id\]/,
    );
  });

  it.each([
    ["serial:4f:0a:77"],
    ["serial:4F0A77"],
    ["serial: 004f0a77"],
    ["00:4f:0A:77"],
  ])("takes the serial number in %j", (id) => {
    expect(importId(id)).toEqual({ serial_number: "4F0A77" });
  });

  it.each([
    ["serial:"],
    ["serial:xyz"],
    ["4F0A77"],
  ])("refuses %j, which is not a serial number by its form", (id) => {
    expect(() => importId(id)).toThrow(/request\.import_id/);
  });

  it.each([
    "C0FFEE00112233445566778899AABBCC",
    "c0:ff:ee:00:11:22:33:44:55:66:77:88:99:aa:bb:cc",
    "serial:C0FFEE00112233445566778899AABBCC",
  ])("takes the serial number in %j", (id) => {
    expect(importId(id)).toEqual({ serial_number: "C0FFEE00112233445566778899AABBCC" });
  });

  it("shows what was typed harmlessly", () => {
    expect(() => importId("\u001b[2J")).toThrow(/"\\u\{1b\}\[2J"/);
  });
});
