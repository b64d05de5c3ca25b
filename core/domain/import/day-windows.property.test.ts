import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterFailure,
  afterRows,
  type DayWindow,
  halves,
  nextWindow,
  placeOf,
  readPlace,
  walkBackFrom,
} from "./day-windows.ts";

const NEWEST = 20_600;

/** Walks to the end; `bring` says how many rows a window brings, null that it was too much. */
function walkAll(bring: (window: DayWindow) => number | null): DayWindow[] {
  const windows: DayWindow[] = [];
  let walk = walkBackFrom(NEWEST);
  for (let window = nextWindow(walk); window !== null; window = nextWindow(walk)) {
    const rows = bring(window);
    if (rows === null) {
      const narrower = afterFailure(walk, window);
      if (narrower === null) throw new Error("a single day is too much");
      walk = narrower;
    } else {
      windows.push(window);
      walk = afterRows(walk, window, rows);
    }
  }
  return windows;
}

describe("a walk of windows", () => {
  it("covers every day back to the oldest, without a gap, whatever the windows bring", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 60_000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 4, max: 400 }),
        (rowsPerDay, tooWide) => {
          const perDay = (day: number): number => rowsPerDay[day % rowsPerDay.length] ?? 0;
          const windows = walkAll(({ first, last }) => {
            const width = last - first + 1;
            return width > tooWide ? null : Math.floor(width * perDay(first));
          });
          expect(windows[0]?.last).toBe(NEWEST);
          const gaps = windows.slice(1).filter(({ first, last }, index) => {
            const newer = windows[index] ?? { first: 0 };
            return last < newer.first - 1 || first >= newer.first;
          });
          expect(gaps).toEqual([]);
          expect(windows.at(-1)?.first).toBe(walkBackFrom(NEWEST).floor);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("shares two days between neighbours that are wide enough", () => {
    const windows = walkAll(({ first, last }) => (last - first + 1) * 500);
    const shared = windows.slice(1).map(({ last }, index) => last - (windows[index]?.first ?? 0) + 1);
    expect(new Set(shared.slice(0, -1))).toEqual(new Set([2]));
  });

  it("does not try again what was too much", () => {
    let failures = 0;
    walkAll(({ first, last }) => {
      if (last - first < 12) return 5;
      failures += 1;
      return null;
    });
    expect(failures).toBe(2);
  });

  it("needs few windows where there is nothing", () => {
    expect(walkAll(() => 0).length).toBeLessThan(10);
  });

  it("goes on from the place that was written down", () => {
    const walk = afterRows(walkBackFrom(NEWEST), { first: NEWEST - 29, last: NEWEST }, 9_000);
    expect(readPlace(placeOf(walk))).toEqual(walk);
  });

  it.each([null, "", "x y", "12", "12 0"])("takes %j for no place", (text) => {
    expect(readPlace(text)).toBeNull();
  });

  it("halves a window into two that cover it, and a day not at all", () => {
    expect(halves({ first: 4, last: 8 })).toEqual([
      { first: 7, last: 8 },
      { first: 4, last: 6 },
    ]);
    expect(halves({ first: 4, last: 4 })).toBeNull();
  });
});
