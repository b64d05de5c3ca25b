import PQueue from "p-queue";
import { cancellation } from "../base/clock.ts";

/** Lets a fixed number of pieces of work run at once; the others queue in order of arrival. */
export interface Gate {
  /** @throws the signal's SectigoError if it fires while queueing */
  pass<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

/**
 * Makes a gate for `width` at a time. Requests queue here and not in the connection pool, so that
 * the time limit of a request starts when it may go out and not when a thousand others stand before it.
 */
export function createGate(width: number): Gate {
  const queue = new PQueue({ concurrency: width });
  return {
    async pass(work, signal) {
      if (signal.aborted) throw cancellation(signal);
      // The queue's own signal would let go of work under way, too: an order is waited for when its caller stops.
      const waiting = new AbortController();
      const leave = (): void => waiting.abort(cancellation(signal));
      signal.addEventListener("abort", leave, { once: true });
      const start = () => {
        signal.removeEventListener("abort", leave);
        return work();
      };
      return queue.add(start, { signal: waiting.signal });
    },
  };
}
