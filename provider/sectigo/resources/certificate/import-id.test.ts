import { describe, expect, it } from "vitest";
import { importId } from "./import-id.ts";

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
    expect(() => importId(id)).toThrow(/is no SCM certificate id \[request\.import_id\]/);
  });

  it("says that a serial number is not taken yet", () => {
    expect(() => importId("serial:0A")).toThrow(/can't import by serial number/);
  });

  it("shows what was typed harmlessly", () => {
    expect(() => importId("\u001b[2J")).toThrow(/"\\u\{1b\}\[2J"/);
  });
});
