import { alarm, type Clock, cancellation } from "./clock.ts";
import { CancelledError, type SectigoError } from "./errors.ts";

/** Last argument of every method that waits. */
export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
  /** Instant on the clock that was passed in, not a duration. */
  readonly deadline?: Date | undefined;
}

/** One signal for both ways to end early. Call `release` when done, or the timer lives until the deadline. */
export interface Watch {
  /** Its reason is always a SectigoError: `cancelled.stopped` or `cancelled.deadline`. */
  readonly signal: AbortSignal;
  /** @throws that SectigoError if the signal fired or the clock is past the deadline */
  check(): void;
  /** Tells of a try that failed: the error of a deadline that is reached later names it. */
  failed(error: SectigoError): void;
  /** Milliseconds left on the clock; Infinity without a deadline. */
  leftMs(): number;
  release(): void;
}

function pastDeadline(what: string, deadline: Date, before: SectigoError | undefined): SectigoError {
  const reason = before?.message.replace(`${what}: `, "");
  const tried = reason === undefined ? "" : `; the try before failed: ${reason}`;
  return new CancelledError(`${what}: the time limit was reached at ${deadline.toISOString()}${tried}`, {
    code: "cancelled.deadline",
    cause: before,
    hint: "Raise the timeout, or run again to continue.",
  });
}

/**
 * Combines a caller's signal with a deadline. In flight a real timer guards the deadline, so that a server which
 * never answers can't outlast it even if the clock is moved by hand or stands still; `check` judges by the clock.
 * @param what names the attempt in the errors: "collect certificate 40211"
 */
export function watch(what: string, options: WaitOptions, clock: Clock): Watch {
  const { signal, deadline } = options;
  const controller = new AbortController();
  let before: SectigoError | undefined;
  const stop = (): void => {
    if (signal) controller.abort(cancellation(signal, what));
  };
  if (signal?.aborted) stop();
  else signal?.addEventListener("abort", stop, { once: true });

  const leftMs = (): number =>
    deadline ? deadline.getTime() - clock.now().getTime() : Number.POSITIVE_INFINITY;
  const cancelAlarm = deadline
    ? alarm(leftMs(), () => controller.abort(pastDeadline(what, deadline, before)))
    : undefined;
  return {
    signal: controller.signal,
    leftMs,
    failed(error) {
      before = error;
    },
    check() {
      if (controller.signal.aborted) throw cancellation(controller.signal, what);
      if (deadline && leftMs() <= 0) throw pastDeadline(what, deadline, before);
    },
    release() {
      cancelAlarm?.();
      signal?.removeEventListener("abort", stop);
    },
  };
}
