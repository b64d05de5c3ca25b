import { describe, expect, it } from "vitest";
import { parseShare, type RenewalPolicy, renewAfter, renewalWindow } from "./renewal.ts";

const DAY_MS = 86_400_000;

/** Valid from the start of 16 March 2026, for so many whole days: both ends are inclusive. */
function lasting(days: number) {
  const notBefore = new Date("2026-03-16T00:00:00Z");
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * DAY_MS - 1000) };
}

/** How many days before the end the window opens, and the hard deadline comes. */
function window(days: number, policy: RenewalPolicy = {}) {
  const { opensAt, hardDeadline, closesAt } = renewalWindow(lasting(days), policy);
  const before = (at: Date) => Math.round(((closesAt.getTime() - at.getTime()) / DAY_MS) * 100) / 100;
  return [before(opensAt), before(hardDeadline)];
}

describe("S52 the renewal window", () => {
  it.each<[string, number, RenewalPolicy, readonly [number, number]]>([
    ["the last third of 397 days", 397, {}, [132.33, 7]],
    ["the last third of 199 days", 199, {}, [66.33, 7]],
    ["the last third of 100 days", 100, {}, [33.33, 7]],
    ["the last third of 47 days", 47, {}, [15.67, 7]],
    ["the last half of 6 days", 6, {}, [3, 1]],
    ["the last half of 10 days", 10, {}, [5, 1.67]],
    ["a share", 100, { window: { share: 0.25 } }, [25, 7]],
    ["days", 199, { window: { days: 30 } }, [30, 7]],
    ["days as long as they leave a third of the lifetime alone", 47, { window: { days: 30 } }, [30, 7]],
    ["two thirds at most, however many days are configured", 6, { window: { days: 30 } }, [4, 1]],
    ["two thirds at most, whatever share is configured", 90, { window: { share: 0.99 } }, [60, 7]],
    ["a hard deadline of one's own", 199, { hardDeadlineDays: 14 }, [66.33, 14]],
    ["a hard deadline that never comes before the window", 47, { hardDeadlineDays: 40 }, [15.67, 15.67]],
  ])("is %s", (_name, days, policy, expected) => {
    expect(window(days, policy)).toEqual(expected);
  });

  it("is spread over a tenth by the id, and gives the same instant each time", () => {
    const validity = lasting(199);
    const { opensAt, closesAt } = renewalWindow(validity);
    const tenth = (closesAt.getTime() - opensAt.getTime()) / 10;
    const moved = Array.from(
      { length: 200 },
      (_, id) => renewAfter(validity, {}, id + 1).getTime() - opensAt.getTime(),
    );
    expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...moved)).toBeLessThanOrEqual(tenth);
    // All over the tenth, not in a heap: a quarter of it holds a fair part.
    const quarters = [0, 1, 2, 3].map(
      (part) => moved.filter((ms) => Math.floor((ms / tenth) * 4) === part).length,
    );
    expect(Math.min(...quarters)).toBeGreaterThan(25);
    expect(renewAfter(validity, {}, 7)).toEqual(renewAfter(validity, {}, 7));
  });

  it.each([
    ["1/3", 1 / 3],
    ["0.25", 0.25],
    ["25%", 0.25],
    [" 2 / 3 ", 2 / 3],
  ] as const)("reads %j", (text, share) => {
    expect(parseShare(text)).toBeCloseTo(share, 12);
  });

  it.each([["0"], ["1"], ["3/2"], ["-0.5"], ["a third"], ["1/0"], [""], ["100%"]])("refuses %j", (text) => {
    expect(parseShare(text)).toBeNull();
  });
});
