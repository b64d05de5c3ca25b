import { describe, expect, it } from "vitest";
import { type Figure, isWithin, median, slowest, tightest } from "./timing.ts";

const figure = (what: string, value: number, limit: number | null): Figure => ({
  ...{ what, value, limit },
  ...{ unit: "ms", yardstick: "" },
});

describe("tightest", () => {
  it("is the figure that is nearest to its limit, or most beyond it, however large others are", () => {
    const figures = [figure("told", 9_000, null), figure("half", 500, 1_000), figure("over", 3, 2)];
    expect(tightest(figures)?.what).toBe("over");
    expect(tightest(figures.slice(0, 2))?.what).toBe("half");
    expect(figures.map(isWithin)).toEqual([true, true, false]);
  });

  it("is none where nothing has a limit", () => {
    expect(tightest([figure("told", 1, null)])).toBeNull();
    expect(tightest([])).toBeNull();
  });
});

describe("median", () => {
  it("is the middle one, in whatever order they came", () => {
    expect(median([30, 10, 20])).toBe(20);
  });
});

it("the last line of filters tells the median of the 20 slowest, and the slowest by name", () => {
  const times = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`filter ${index}`, index]));
  expect(slowest(times, { what: "30 rows", limit: 19 })).toEqual({
    what: "median of the 20 slowest filters, 30 rows",
    value: 20,
    unit: "ms",
    limit: 19,
    yardstick: "the slowest: filter 29, 29 ms",
  });
});
