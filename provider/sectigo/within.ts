import { type Clock, type WaitOptions, watch } from "../../core/index.ts";

/**
 * Waits for an answer that several share: each caller can stop waiting without cancelling it.
 * @throws CancelledError when the signal or the deadline comes before the answer
 */
export async function within<T>(
  answer: Promise<T>,
  what: string,
  wait: WaitOptions,
  clock: Clock,
): Promise<T> {
  const guard = watch(what, wait, clock);
  try {
    guard.check();
    const end = new Promise<never>((_, reject) => {
      guard.signal.addEventListener("abort", () => reject(guard.signal.reason), { once: true });
    });
    return await Promise.race([answer, end]);
  } finally {
    guard.release();
  }
}
