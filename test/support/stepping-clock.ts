import { type Clock, cancellation } from "../../core/base/clock.ts";

/**
 * A clock for tests: `wait` takes no real time and moves `now()` on; `waits` lists what was asked for, in ms.
 */
export function steppingClock(start: Date): Clock & { readonly waits: readonly number[] } {
  let at = start.getTime();
  const waits: number[] = [];
  return {
    waits,
    now: () => new Date(at),
    async wait(ms, signal) {
      if (signal?.aborted) throw cancellation(signal);
      waits.push(ms);
      at += ms;
      // One real turn of the event loop, so that a loop over waits can't starve the sockets it waits for.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) throw cancellation(signal);
    },
  };
}
