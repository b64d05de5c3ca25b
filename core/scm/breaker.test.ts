import { describe, expect, it } from "vitest";
import { steppingClock } from "../../test/support/stepping-clock.ts";
import { Breaker, type RouteUse } from "./breaker.ts";

function setting() {
  const clock = steppingClock(new Date("2026-03-16T10:00:00Z"));
  const breaker = new Breaker(clock);
  /** Uses the route once; false when it rests. */
  const use = (result: RouteUse): boolean => {
    const pass = breaker.enter();
    pass?.settle(result);
    return pass !== null;
  };
  const fail = (times: number) => Array.from({ length: times }, () => use("failed"));
  return { clock, breaker, use, fail };
}

describe("a route's breaker", () => {
  it("opens after three failures in a row, for 30 s", async () => {
    const { clock, breaker, use, fail } = setting();
    expect(fail(3)).toEqual([true, true, true]);
    expect(breaker.restsUntil).toEqual(new Date("2026-03-16T10:00:30Z"));
    expect(use("connected")).toBe(false);
    await clock.wait(29_999);
    expect(use("connected")).toBe(false);
    await clock.wait(1);
    expect(use("connected")).toBe(true);
  });

  it("counts failures in a row only", () => {
    const { use, fail } = setting();
    fail(2);
    use("connected");
    fail(2);
    expect(use("connected")).toBe(true);
  });

  it("does not count what was stopped", () => {
    const { use, fail } = setting();
    fail(2);
    use("unknown");
    use("unknown");
    expect(fail(2)).toEqual([true, false]);
  });

  it("lets one call alone try it when the rest is over; its failure sends the route to rest again", async () => {
    const { clock, breaker, fail } = setting();
    fail(3);
    await clock.wait(30_000);
    const probe = breaker.enter();
    expect(probe).not.toBeNull();
    expect(breaker.enter()).toBeNull();
    probe?.settle("failed");
    expect(breaker.enter()).toBeNull();
    expect(breaker.restsUntil).toEqual(new Date("2026-03-16T10:01:00Z"));
  });

  it("is open to all, with a clean slate, after a successful try", async () => {
    const { clock, breaker, fail } = setting();
    fail(3);
    await clock.wait(30_000);
    breaker.enter()?.settle("connected");
    expect(breaker.restsUntil).toBeNull();
    expect(fail(3)).toEqual([true, true, true]);
  });

  it("lets another try after one that was stopped", async () => {
    const { clock, use, fail } = setting();
    fail(3);
    await clock.wait(30_000);
    expect(use("unknown")).toBe(true);
    expect(use("connected")).toBe(true);
  });

  it("hears nothing more from calls that began before it opened", () => {
    const { breaker, fail } = setting();
    const early = [breaker.enter(), breaker.enter()];
    fail(3);
    early[0]?.settle("connected");
    early[1]?.settle("failed");
    expect(breaker.restsUntil).toEqual(new Date("2026-03-16T10:00:30Z"));
    expect(breaker.enter()).toBeNull();
  });
});
