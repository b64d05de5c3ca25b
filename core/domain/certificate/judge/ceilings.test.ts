import { describe, expect, it } from "vitest";
import { ceilingAt, longestTermWithin, nextCeiling } from "./ceilings.ts";

describe("S60 ceilings of public certificates", () => {
  it.each([
    ["2026-03-14T23:59:59Z", 398],
    ["2026-03-15T00:00:00Z", 200],
    ["2027-03-14T23:59:59Z", 200],
    ["2027-03-15T00:00:00Z", 100],
    ["2029-03-15T00:00:00Z", 47],
    ["2040-01-01T00:00:00Z", 47],
  ])("at %s are %i days", (now, days) => {
    expect(ceilingAt(new Date(now)).days).toBe(days);
  });

  it.each([
    ["2027-01-13T00:00:00Z", null],
    ["2027-01-14T00:00:00Z", 100],
    ["2027-03-15T00:00:00Z", null],
    ["2029-03-01T00:00:00Z", 47],
    ["2030-01-01T00:00:00Z", null],
  ])("are announced sixty days ahead: at %s the next is %j", (now, days) => {
    expect(nextCeiling(new Date(now))?.days ?? null).toBe(days);
  });

  it("leave the longest term that fits, or none", () => {
    expect(longestTermWithin([90, 199, 365], 200)).toBe(199);
    expect(longestTermWithin([365], 200)).toBeNull();
    expect(longestTermWithin([], 200)).toBeNull();
  });
});
