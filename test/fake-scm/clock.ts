/**
 * The fake's only source of time. It follows the system until a test sets it, then it stands still and moves
 * when told to: issuing delays, expiry and day boundaries become steps of a test instead of pauses.
 */
export class FakeClock {
  #setAt: number | undefined;

  /** @param start instant to stand still at, in epoch milliseconds; undefined follows the system. */
  constructor(start?: number) {
    this.#setAt = start;
  }

  /** Now, in epoch milliseconds. */
  now(): number {
    return this.#setAt ?? Date.now();
  }

  /** Stands still at the given instant (epoch milliseconds). */
  set(instant: number): void {
    this.#setAt = instant;
  }

  /** Moves by the given milliseconds and stands still there, also when it followed the system before. */
  advance(milliseconds: number): void {
    this.#setAt = this.now() + milliseconds;
  }

  /** Follows the system again. */
  followSystem(): void {
    this.#setAt = undefined;
  }

  /** True while it follows the system. */
  get isReal(): boolean {
    return this.#setAt === undefined;
  }
}

const DAY_MS = 86_400_000;

/** Midnight (UTC) of the day that holds the instant. */
export function dayStart(instant: number): number {
  return Math.floor(instant / DAY_MS) * DAY_MS;
}

/** The instant so many days later; days of 24 hours, since everything here is UTC. */
export function plusDays(instant: number, days: number): number {
  return instant + days * DAY_MS;
}
