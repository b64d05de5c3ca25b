import type { Fault, FaultKind } from "./faults.ts";
import { SeededRandom } from "./random.ts";
import { STRICT_NAMES, type StrictOptions } from "./strict-options.ts";

/**
 * What a patient client survives, and how often of all faults: answers that say "later", connections that break before
 * and after the work, pages and texts in unusual shape. Nothing that hangs: that is a test of patience, not of sense.
 */
const DRAWN: readonly (readonly [weight: number, fault: Omit<Fault, "route">])[] = [
  [3, { kind: "status", status: 503, retryAfter: 0 }],
  [2, { kind: "status", status: 429, retryAfter: 0 }],
  [2, { kind: "html", status: 502 }],
  [2, { kind: "reset-before" }],
  [3, { kind: "reset-after" }],
  [2, { kind: "truncated" }],
  [2, { kind: "slow", delayMs: 40 }],
  [1, { kind: "no-total-count" }],
  [1, { kind: "short-page" }],
  [1, { kind: "crlf" }],
  [2, { kind: "null-members" }],
  [2, { kind: "empty-members" }],
  [2, { kind: "extra-members" }],
];
const TOTAL = DRAWN.reduce((sum, [weight]) => sum + weight, 0);

/** How chaotic, and from which seed. The same plan meets the n-th request with the same fault. */
export type ChaosPlan = { readonly rate: number; readonly seed: number };

/** Draws a fault, or none, for each request in turn. */
export class Chaos {
  #plan: ChaosPlan;
  #random: SeededRandom;
  #drawn = 0;

  constructor(plan: ChaosPlan) {
    this.#plan = plan;
    this.#random = new SeededRandom(plan.seed);
  }

  /** Starts anew. */
  follow(plan: ChaosPlan): void {
    this.#plan = plan;
    this.#random = new SeededRandom(plan.seed);
    this.#drawn = 0;
  }

  /** For the message of a failed test: what to repeat. */
  get state(): ChaosPlan & { readonly drawn: number } {
    return { ...this.#plan, drawn: this.#drawn };
  }

  /** The next request's fault. */
  draw(): Fault | undefined {
    if (this.#plan.rate === 0) return undefined;
    const [isMeant, place] = [this.#random.next() < this.#plan.rate, this.#random.below(TOTAL)];
    if (!isMeant) return undefined;
    this.#drawn += 1;
    let left = place;
    const hit = DRAWN.find(([weight]) => {
      left -= weight;
      return left < 0;
    });
    return hit && { route: "*", ...hit[1] };
  }
}

/** What no client survives by patience alone. */
const NEVER_DRAWN: ReadonlySet<string> = new Set([
  // Another way to sign in is needed.
  ...["noBearerUnderPrivate", "bearerNeedsCustomerUri"],
  // Another body is needed.
  ...["reasonCodeTextOnly", "renewalNeedsBody"],
  // A question is refused that all other SCMs answer: another one is needed.
  ...["noHead", "refuseLargePages", "refuseUnknownFilters"],
  // A certificate with a name that was not ordered is refused, so that no life of orders could come to a good end.
  ...["caAddsForeignName", "takesLastCommonName"],
]);

/** Switches for one start, each with a chance of one in five; the same seed turns the same. */
export function drawSwitches(seed: number): Partial<StrictOptions> {
  const random = new SeededRandom(seed);
  const drawn = STRICT_NAMES.filter((name) => random.next() < 0.2 && !NEVER_DRAWN.has(name));
  return Object.fromEntries(drawn.map((name) => [name, true]));
}

/** Kinds that chaos may draw. */
export const CHAOS_KINDS: ReadonlySet<FaultKind> = new Set(DRAWN.map(([, { kind }]) => kind));
