import { covers } from "./http/router.ts";

/** What can go wrong on the way or in the house. `…-after`: the work is done, only its answer is lost. */
export const FAULT_KINDS = [
  "status",
  "html",
  "empty",
  "truncated",
  "slow",
  "hang",
  "hang-after",
  "reset-before",
  "reset-after",
  "no-total-count",
  "short-page",
  "empty-page",
  "crlf",
  "null-members",
  "empty-members",
  "extra-members",
  "unknown-status",
  "other-serial",
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** One planted fault. */
export type Fault = {
  /** Method and path below `/api`, `{…}` for any segment, `*` for any method or path: `POST /ssl/v1/enroll`. */
  readonly route: string;
  readonly kind: FaultKind;
  /** How many requests it hits; standard 1. */
  readonly times?: number;
  /** How many matching requests pass unharmed first; standard 0. */
  readonly after?: number;
  /** HTTP status of `status` and `html` (standard 503 and 502), and of `empty` (standard 200). */
  readonly status?: number;
  /** SCM's code and words in the body of `status`; without a code the body is empty. */
  readonly code?: number;
  readonly description?: string;
  /** `Retry-After` header, as given: seconds or an HTTP date. */
  readonly retryAfter?: string | number;
  /** Milliseconds of real time that `slow` waits before the work. */
  readonly delayMs?: number;
};

/** A planted fault and what it did so far. */
export type FaultState = { readonly fault: Fault; passed: number; hits: number };

/** Planted faults, tried in the order they were planted; the first that is due hits. */
export class Faults {
  #states: FaultState[] = [];

  plant(fault: Fault): void {
    this.#states.push({ fault, passed: 0, hits: 0 });
  }

  clear(): void {
    this.#states = [];
  }

  get states(): readonly FaultState[] {
    return this.#states;
  }

  /** The fault that this request meets, if any; counts it. @param path below `/api` */
  meet(method: string, path: string): Fault | undefined {
    for (const state of this.#states) {
      if (!isFor(state.fault.route, method, path)) continue;
      if (state.passed < (state.fault.after ?? 0)) {
        state.passed += 1;
      } else if (state.hits < (state.fault.times ?? 1)) {
        state.hits += 1;
        return state.fault;
      }
    }
    return undefined;
  }
}

function isFor(route: string, method: string, path: string): boolean {
  const [verb = "*", pattern = "*"] = route.trim().split(/\s+/);
  return (verb === "*" || verb.toUpperCase() === method) && covers(pattern, path);
}
