import type { Clock } from "../base/clock.ts";

/** What became of one use of a route. `unknown`: stopped before anybody could tell. */
export type RouteUse = "connected" | "failed" | "unknown";

/** Leave to use a route; to be settled exactly once. */
interface Pass {
  settle(use: RouteUse): void;
}

/** Failures in a row after which a route rests, and for how long. */
const FAILURES = 3;
const REST_MS = 30_000;

/**
 * Keeps a route that leads nowhere from being tried for every call. After three failures in a row it rests for 30 s;
 * then one call tries it (half-open): its success opens the route to all, its failure sends it to rest again.
 */
export class Breaker {
  readonly #clock: Clock;
  #failures = 0;
  /** Instant until which the route rests, in ms; null while it is in use. */
  #restUntil: number | null = null;
  #isProbed = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Instant of the next try; null while the route is in use. */
  get restsUntil(): Date | null {
    return this.#restUntil === null ? null : new Date(this.#restUntil);
  }

  /** Null: the route rests, or another call is trying it. */
  enter(): Pass | null {
    if (this.#restUntil === null) return { settle: (use) => this.#count(use) };
    if (this.#isProbed || this.#clock.now().getTime() < this.#restUntil) return null;
    this.#isProbed = true;
    return { settle: (use) => this.#judgeProbe(use) };
  }

  #count(use: RouteUse): void {
    // Calls that began before the route went to rest say nothing new.
    if (use === "unknown" || this.#restUntil !== null) return;
    this.#failures = use === "connected" ? 0 : this.#failures + 1;
    if (this.#failures >= FAILURES) this.#rest();
  }

  #judgeProbe(use: RouteUse): void {
    this.#isProbed = false;
    if (use === "failed") this.#rest();
    if (use !== "connected") return;
    this.#restUntil = null;
    this.#failures = 0;
  }

  #rest(): void {
    this.#restUntil = this.#clock.now().getTime() + REST_MS;
  }
}
