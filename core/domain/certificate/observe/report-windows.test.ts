import { describe, expect, it } from "vitest";
import {
  bounds,
  type DayWindow,
  dayOf,
  dayToLoad,
  isCovered,
  type LoadedDays,
  type LoadedReport,
  NOTHING_LOADED,
  nextWindow,
  withLoaded,
  withTooLarge,
} from "./report-windows.ts";

const DAY = dayOf(new Date("2026-10-01T23:59:59Z"));
const TARGET = 4_000_000;

function span({ first, last }: { readonly first: number; readonly last: number }): number {
  return last - first + 1;
}

function near(window: DayWindow, bytes: number): LoadedReport {
  return { window, bytes, isAhead: false };
}

/** Loads windows around the same day until one is as wide as it gets. */
function widths(bytesPerDay: number, days: readonly number[]): number[] {
  let loaded: LoadedDays = NOTHING_LOADED;
  return days.map((day) => {
    const window = nextWindow(loaded, day, TARGET);
    loaded = withLoaded(loaded, near(window, bytesPerDay * (span(window) + 2)));
    return span(window);
  });
}

describe("windows of days", () => {
  it("counts a day from midnight to midnight, UTC", () => {
    expect(dayOf(new Date("1970-01-02T00:00:00Z"))).toBe(1);
    expect(dayOf(new Date("1970-01-02T23:59:59.999Z"))).toBe(1);
  });

  it("asks for a day more on either side, since SCM's zone is not known", () => {
    const window = { first: DAY, last: DAY + 1 };
    expect(bounds(window)).toEqual({
      from: new Date("2026-09-30T00:00:00Z"),
      to: new Date("2026-10-03T00:00:00Z"),
    });
  });

  it("begins narrow around the day", () => {
    expect(nextWindow(NOTHING_LOADED, DAY, TARGET)).toEqual({ first: DAY - 1, last: DAY + 1 });
  });

  it("grows step by step where rows are few, so that an empty week does not open a year", () => {
    expect(widths(0, [DAY, DAY + 200, DAY + 2_000])).toEqual([3, 48, 768]);
    expect(widths(1_000, [DAY, DAY + 200, DAY + 2_000, DAY + 5_000])).toEqual([3, 48, 768, 1_200]);
  });

  it("stays as narrow as the rows demand where they are many", () => {
    expect(widths(400_000, [DAY, DAY + 50, DAY + 100])).toEqual([3, 8, 8]);
  });

  it("learns that the first day was not an ordinary one", () => {
    let loaded = withLoaded(NOTHING_LOADED, near(nextWindow(NOTHING_LOADED, DAY, TARGET), 2_000_000));
    const seen: number[] = [];
    for (const day of [DAY + 100, DAY + 300, DAY + 900]) {
      const window = nextWindow(loaded, day, TARGET);
      seen.push(span(window));
      loaded = withLoaded(loaded, near(window, 1_000 * span(window)));
    }
    expect(seen).toEqual([8, 27, 84]);
  });

  it("leaves out what is covered, and fills the gap beside it", () => {
    const loaded = withLoaded({ ...NOTHING_LOADED, widest: 48 }, near({ first: DAY, last: DAY + 9 }, 1_000));
    const after = nextWindow(loaded, DAY + 12, TARGET);
    expect(after.first).toBe(DAY + 10);
    expect(span(after)).toBe(160);
    const both = withLoaded(loaded, near({ first: DAY + 20, last: DAY + 30 }, 1_000));
    expect(nextWindow(both, DAY + 12, TARGET)).toEqual({ first: DAY + 10, last: DAY + 19 });
  });

  it("tries a quarter of what was too large, and gives up a day that is too large alone", () => {
    const wide = { first: DAY - 20, last: DAY + 19 };
    const loaded = withTooLarge(NOTHING_LOADED, near(wide, 8_000_000));
    expect(isCovered(loaded, DAY)).toBe(false);
    expect(nextWindow(loaded, DAY, 100 * TARGET)).toEqual({ first: DAY - 5, last: DAY + 4 });
    const day = { first: DAY, last: DAY };
    expect(isCovered(withTooLarge(loaded, near(day, 8_000_000)), DAY)).toBe(true);
  });

  it("looks ahead for successors once the day is there, until that weighed enough", () => {
    const wanted = { day: DAY, horizon: DAY + 400 };
    const most = 1_000;
    expect(dayToLoad(NOTHING_LOADED, wanted, most)).toBe(DAY);
    const ahead = (first: number, last: number, bytes = 100) => ({
      ...near({ first, last }, bytes),
      isAhead: true,
    });
    const one = withLoaded(NOTHING_LOADED, near({ first: DAY - 1, last: DAY + 1 }, 1_000_000));
    expect(dayToLoad(one, wanted, most)).toBe(DAY + 2);
    const two = withLoaded(one, ahead(DAY + 2, DAY + 300));
    expect(dayToLoad(two, wanted, most)).toBe(DAY + 301);
    expect(dayToLoad(withLoaded(two, ahead(DAY + 301, DAY + 500)), wanted, most)).toBeNull();
    expect(dayToLoad(withLoaded(one, ahead(DAY + 2, DAY + 30, 1_001)), wanted, most)).toBeNull();
  });
});
