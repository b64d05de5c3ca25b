import { describe, expect, it } from "vitest";
import { passwordDaysLeft } from "./password-expiry.ts";

describe("the end of a password", () => {
  const now = new Date("2026-03-16T00:00:00Z");
  it.each([
    [null, null],
    ["2026-03-31", null],
    ["2026-03-30", 14],
    ["2026-03-29", 13],
    ["2026-03-17", 1],
    ["2026-03-16", 0],
    ["2026-03-01", 0],
  ])("on %s is %s days away", (expires, days) => {
    expect(passwordDaysLeft(expires, now)).toBe(days);
  });
});
