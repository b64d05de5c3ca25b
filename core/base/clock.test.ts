import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { steppingClock } from "../../test/support/stepping-clock.ts";
import { alarm, standingClock, systemClock } from "./clock.ts";
import { CancelledError, OutageError } from "./errors.ts";

const start = new Date("2026-03-16T00:00:00Z");

describe("clocks", () => {
  it("the stepping clock moves by what was waited for and lists it", async () => {
    const clock = steppingClock(start);
    await clock.wait(1500);
    await clock.wait(500);
    expect(clock.now().toISOString()).toBe("2026-03-16T00:00:02.000Z");
    expect(clock.waits).toEqual([1500, 500]);
  });

  it("the standing clock hands out copies, so that no caller moves it by accident", () => {
    const clock = standingClock(start);
    clock.now().setFullYear(1999);
    expect(clock.now()).toEqual(start);
  });

  it("a pause ends at once when the signal is aborted, before or while waiting", async () => {
    const clock = systemClock();
    const controller = new AbortController();
    const waiting = clock.wait(3_600_000, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: "cancelled.stopped" });
    await expect(clock.wait(3_600_000, controller.signal)).rejects.toBeInstanceOf(CancelledError);
  });

  it("a pause ends with the reason of the signal if that is an error of ours", async () => {
    const reason = new OutageError("x", { code: "outage.x", hint: "y" });
    await expect(systemClock().wait(1, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it("an alarm fires once, and never after it was called off", async () => {
    let fired = 0;
    await new Promise<void>((resolve) => {
      const off = alarm(0, () => {
        fired += 100;
      });
      off();
      alarm(1, () => {
        fired += 1;
        resolve();
      });
    });
    await turn();
    expect(fired).toBe(1);
  });
});
