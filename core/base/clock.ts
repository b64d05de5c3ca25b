import { CancelledError, SectigoError } from "./errors.ts";

/** Where time comes from. Passed in everywhere, so that tests move it instead of sleeping. */
export interface Clock {
  now(): Date;
  /**
   * Resolves after `ms` milliseconds.
   * @throws CancelledError (or the signal's own SectigoError) as soon as the signal aborts
   */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Node's timers take at most a signed 32-bit number; more would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Calls `fire` once after `ms` real milliseconds, unless the returned function is called before.
 * For guarding things that hang (sockets), which no moved clock can hurry; it does not keep the process alive.
 */
export function alarm(ms: number, fire: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const arm = (left: number): void => {
    const step = Math.min(Math.max(left, 0), LONGEST_TIMER_MS);
    timer = setTimeout(() => (left > step ? arm(left - step) : fire()), step);
    timer.unref();
  };
  arm(ms);
  return () => clearTimeout(timer);
}

/** What an aborted signal means, as an error of ours; keeps the reason if it is one already. */
export function cancellation(signal: AbortSignal, what = "wait"): SectigoError {
  if (signal.reason instanceof SectigoError) return signal.reason;
  return new CancelledError(`${what}: stopped by the caller`, {
    code: "cancelled.stopped",
    hint: "Run again to continue.",
    cause: signal.reason,
  });
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(cancellation(signal));
    let timer: ReturnType<typeof setTimeout>;
    const stop = (): void => {
      clearTimeout(timer);
      if (signal) reject(cancellation(signal));
    };
    const finish = (): void => {
      signal?.removeEventListener("abort", stop);
      resolve();
    };
    timer = setTimeout(finish, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/** The machine's own time. */
export function systemClock(): Clock {
  return { now: () => new Date(), wait: pause };
}

/**
 * A clock whose `now()` stands still at `instant`, for reproducible plans; waiting still takes real time.
 * Loops that compare `now()` with a deadline never end on it: bound them with `watch()` from deadline.ts.
 */
export function standingClock(instant: Date): Clock {
  const at = instant.getTime();
  return { now: () => new Date(at), wait: pause };
}
