import { describe, expect, it } from "vitest";
import { beyondLimit, RunLimit } from "./run-limit.ts";

describe("S72 the limit of a run", () => {
  it("counts each certificate once, and numbers those beyond it", () => {
    const limit = new RunLimit(2);
    expect([limit.count("1", "a"), limit.count("1", "a"), limit.count("2", "b")]).toEqual([null, null, null]);
    const third = { number: 3, limit: 2, within: ["a", "b"] };
    expect([limit.count("3", "c"), limit.count("3", "c")]).toEqual([third, third]);
    expect(limit.count(null, "d")).toEqual({ ...third, number: 4 });
    expect(limit.count(null, "d")).toEqual({ ...third, number: 5 });
  });

  it.each([
    [0, 0, null],
    [1, 0, { number: 1, limit: 0, within: [] }],
    [2, 2, null],
    [4, 2, { number: 4, limit: 2, within: ["x", "x"] }],
  ])("judges a list of %i against %i", (count, limit, beyond) => {
    expect(beyondLimit(Array(count).fill("x"), limit)).toEqual(beyond);
  });
});
