import { describe, expect, it } from "vitest";
import { steppingClock } from "../../test/support/stepping-clock.ts";
import { standingClock } from "./clock.ts";
import { watch } from "./deadline.ts";

const start = new Date("2026-03-16T00:00:00Z");
const later = (ms: number): Date => new Date(start.getTime() + ms);

describe("watch", () => {
  it("lets pass what has neither signal nor deadline", () => {
    const guard = watch("x", {}, steppingClock(start));
    guard.check();
    expect(guard.leftMs()).toBe(Number.POSITIVE_INFINITY);
    guard.release();
  });

  it("judges the deadline by the clock that was passed in", async () => {
    const clock = steppingClock(start);
    const guard = watch("read certificate 7", { deadline: later(5000) }, clock);
    guard.check();
    await clock.wait(5000);
    expect(() => guard.check()).toThrow(
      /^read certificate 7: the time limit was reached .*\[cancelled.deadline\]$/,
    );
    guard.release();
  });

  it("fires its signal in real time even on a clock that stands still", async () => {
    const guard = watch("x", { deadline: later(5) }, standingClock(start));
    await new Promise((resolve) => guard.signal.addEventListener("abort", resolve));
    expect(guard.signal.reason).toMatchObject({ code: "cancelled.deadline" });
    guard.release();
  });

  it.each(["before", "after"])("passes on a caller's stop that came %s it was made", (when) => {
    const controller = new AbortController();
    if (when === "before") controller.abort();
    const guard = watch("x", { signal: controller.signal, deadline: later(1e9) }, steppingClock(start));
    controller.abort();
    expect(guard.signal.reason).toMatchObject({ code: "cancelled.stopped" });
    expect(() => guard.check()).toThrow(/stopped by the caller/);
    guard.release();
  });

  it("does not fire any more once released", () => {
    const controller = new AbortController();
    const guard = watch("x", { signal: controller.signal }, steppingClock(start));
    guard.release();
    controller.abort();
    expect(guard.signal.aborted).toBe(false);
  });
});
