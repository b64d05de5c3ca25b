import { describe, expect, it } from "vitest";
import { isDue, judgePeriod, periodMs } from "./period.ts";

const NOW = new Date("2026-06-15T09:30:00.000Z");
const MINUTE_MS = 60_000;

describe("judgePeriod", () => {
  it.each([
    [{ value: 0, unit: "hours" }, "value", "must be a whole number of at least 1"],
    [{ value: -1, unit: "hours" }, "value", "must be a whole number of at least 1"],
    [{ value: 1.5, unit: "hours" }, "value", "must be a whole number of at least 1"],
    [{ value: 1, unit: "months" }, "unit", "must be one of minutes, hours, days, weeks"],
    [{ value: 1, unit: "Hours" }, "unit", "must be one of minutes, hours, days, weeks"],
  ])("S28 refuses %j, naming the %s", (written, member, reason) => {
    expect(judgePeriod(written)).toEqual({ ok: false, member, reason });
  });

  it.each([
    [{ value: 1, unit: "minutes" }, MINUTE_MS],
    [{ value: 6, unit: "hours" }, 360 * MINUTE_MS],
    [{ value: 2, unit: "days" }, 2_880 * MINUTE_MS],
    [{ value: 1, unit: "weeks" }, 10_080 * MINUTE_MS],
  ])("S28 takes %j", (written, ms) => {
    const verdict = judgePeriod(written);
    expect(verdict.ok && periodMs(verdict.period)).toBe(ms);
  });
});

describe("isDue", () => {
  it.each([
    ["never done", null, true],
    ["59 minutes ago", 59, false],
    ["60 minutes ago", 60, true],
    ["61 minutes ago", 61, true],
    ["in the future, since a clock was wrong", -30, true],
  ])("S28 judges an hourly task that was last done %s", (_name, minutesAgo, due) => {
    const last = minutesAgo === null ? null : new Date(NOW.getTime() - minutesAgo * MINUTE_MS);
    expect(isDue(last, { value: 1, unit: "hours" }, NOW)).toBe(due);
  });
});
