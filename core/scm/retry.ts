import type { Repetition } from "./calls.ts";

/** How often, how fast and how patiently a call is repeated. All times in milliseconds. */
export interface RetryPolicy {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  /** Upper end of the first pause; doubles each time. */
  readonly baseMs: number;
  readonly longestMs: number;
  /** The longest `Retry-After` we sit out; a server that asks for more gets an error at once. */
  readonly retryAfterCeilingMs: number;
}

/** Four tries within some 4 s on average: enough for a gateway's restart, short enough for a plan. */
export const DEFAULT_RETRY: RetryPolicy = {
  attempts: 4,
  baseMs: 500,
  longestMs: 20_000,
  retryAfterCeilingMs: 60_000,
};

/** What is known about a failed try. */
export interface Failure {
  /** False only when surely no byte of the request left this machine. */
  readonly wasSent: boolean;
  /** Whether time may heal it: outages, lost answers and rate limits, not refusals. */
  readonly mayHeal: boolean;
  /** What SCM asked for; null when it did not say. */
  readonly retryAfterMs: number | null;
}

type RetryVerdict =
  | { readonly retry: true; readonly delayMs: number }
  | {
      readonly retry: false;
      readonly reason: "final" | "not repeatable" | "tries used up" | "asked to wait too long";
    };

function no(reason: Exclude<RetryVerdict, { retry: true }>["reason"]): RetryVerdict {
  return { retry: false, reason };
}

/** Full jitter: anywhere between nothing and the bound, so that many clients do not return in step. */
function jittered(attempt: number, policy: RetryPolicy, random: () => number): number {
  return Math.floor(random() * Math.min(policy.longestMs, policy.baseMs * 2 ** (attempt - 1)));
}

/**
 * Decides whether a failed try is repeated and after which pause.
 * @param attempt number of the try that failed, from 1
 * @param random  in [0, 1)
 */
export function judgeRetry(
  repeat: Repetition,
  failure: Failure,
  context: { readonly attempt: number; readonly policy: RetryPolicy; readonly random: () => number },
): RetryVerdict {
  const { attempt, policy, random } = context;
  if (!failure.mayHeal) return no("final");
  if (repeat === "ifUnsent" && failure.wasSent) return no("not repeatable");
  if (attempt >= policy.attempts) return no("tries used up");
  const pauseMs = jittered(attempt, policy, random);
  if (failure.retryAfterMs === null) return { retry: true, delayMs: pauseMs };
  if (failure.retryAfterMs > policy.retryAfterCeilingMs) return no("asked to wait too long");
  // Jitter on top of what was asked for: all who were sent away came for the same instant.
  return { retry: true, delayMs: failure.retryAfterMs + pauseMs };
}

/**
 * Reads `Retry-After`: whole seconds, or an HTTP date, judged at `now`. In milliseconds, never negative.
 * Null when absent or unreadable. Source: RFC 9110 §10.2.3.
 */
export function readRetryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2},/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
