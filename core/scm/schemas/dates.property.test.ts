import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScmDate, scmDateStart } from "./dates.ts";

const instant = fc.date({
  min: new Date("1970-01-01T00:00:00Z"),
  max: new Date("2099-12-31T23:59:59Z"),
  noInvalidDate: true,
});
const two = (value: number): string => String(value).padStart(2, "0");

/** Every shape SCM's reference shows, written from its pattern and not from our reader. */
function shapes(at: Date): { days: string[]; seconds: string[]; exact: string[] } {
  const [y, m, d] = [at.getUTCFullYear(), two(at.getUTCMonth() + 1), two(at.getUTCDate())];
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  const days = [`${m}/${d}/${y}`, `${y}-${m}-${d}`, `${y}/${m}/${d}`, `${d}.${m}.${y}`];
  const iso = at.toISOString();
  const east = new Date(at.getTime() + 5.5 * 3_600_000).toISOString().slice(0, -1);
  return {
    days,
    seconds: days.map((day) => `${day} ${clock}`),
    exact: [
      iso,
      iso.replace("Z", "+00:00"),
      iso.replace("Z", "+0000"),
      `${east}+05:30`,
      `${east}+0530`,
      iso.slice(0, -1),
    ],
  };
}

describe("readScmDate", () => {
  it("reads every shape of one instant as the same day, second or instant", () => {
    fc.assert(
      fc.property(instant, (at) => {
        const { days, seconds, exact } = shapes(at);
        const day = at.toISOString().slice(0, 10);
        expect(days.map(readScmDate)).toEqual(days.map(() => day));
        expect(seconds.map(readScmDate)).toEqual(seconds.map(() => `${at.toISOString().slice(0, 19)}.000Z`));
        expect(exact.map(readScmDate)).toEqual(exact.map(() => at.toISOString()));
      }),
    );
  });

  it("leaves its own canonical forms as they are", () => {
    fc.assert(
      fc.property(instant, (at) => {
        const day = at.toISOString().slice(0, 10);
        expect(readScmDate(day)).toBe(day);
        expect(readScmDate(at.toISOString())).toBe(at.toISOString());
        expect(scmDateStart(at.toISOString())).toEqual(at);
        expect(scmDateStart(day).toISOString()).toBe(`${day}T00:00:00.000Z`);
      }),
    );
  });

  it("sorts as text like the instants do", () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [first, second] = [readScmDate(a.toISOString()) ?? "", readScmDate(b.toISOString()) ?? ""];
        expect(first < second).toBe(a.getTime() < b.getTime());
      }),
    );
  });

  it.each([
    "",
    "soon",
    "13/40/2026",
    "31/12/2026",
    "02/30/2026",
    "2026-02-29",
    "2026-13-01",
    "2026-01-01T25:00:00Z",
    "1780000000000",
    "0000",
  ])("does not take %j for a date", (text) => {
    expect(readScmDate(text)).toBeNull();
  });

  it("knows the leap day", () => {
    expect(readScmDate("02/29/2028")).toBe("2028-02-29");
  });

  it("answers null or a date to any text, and never throws", () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => readScmDate(text) === null || (readScmDate(text) ?? "").length >= 10,
      ),
    );
  });
});
