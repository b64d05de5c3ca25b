import { describe, expect, it } from "vitest";
import { REVOCATION_REASONS, revocationReasonText } from "./revocation.ts";

describe("revocation reasons", () => {
  it("have the numbers that SCM takes, and names for them", () => {
    expect(Object.values(REVOCATION_REASONS)).toEqual([0, 1, 3, 4, 5]);
    for (const [name, code] of Object.entries(REVOCATION_REASONS))
      expect(revocationReasonText(code)).toBe(name.replaceAll("_", " "));
    expect(revocationReasonText(9)).toBe("reason 9");
  });
});
