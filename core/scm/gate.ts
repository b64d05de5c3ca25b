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
  const queue = new Set<() => void>();
  let open = width;

  const enter = (signal: AbortSignal): Promise<void> => {
    if (open > 0) {
      open -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const admit = (): void => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = (): void => {
        queue.delete(admit);
        reject(cancellation(signal));
      };
      queue.add(admit);
      signal.addEventListener("abort", leave, { once: true });
    });
  };

  const exit = (): void => {
    const [next] = queue;
    if (next === undefined) open += 1;
    else {
      // The place is handed over without being opened, so that a newcomer can't overtake the queue.
      queue.delete(next);
      next();
    }
  };

  return {
    async pass(work, signal) {
      if (signal.aborted) throw cancellation(signal);
      await enter(signal);
      try {
        return await work();
      } finally {
        exit();
      }
    },
  };
}
