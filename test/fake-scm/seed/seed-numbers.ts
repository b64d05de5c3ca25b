import { mix } from "../random.ts";

/**
 * Numbers that a seeded record is made of, by place and purpose. Pure: nothing is stored, everything can be asked
 * for again in any order.
 */
export class SeedNumbers {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = mix(seed | 1);
  }

  /** A number in [0, limit) for a place; another `purpose` gives another, unrelated one. */
  at(index: number, purpose: number, limit: number): number {
    return mix(this.#seed ^ Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b)) % limit;
  }

  /**
   * Serial number of sixteen octets that gives its place away: octets 1 to 4 are the place times an odd number,
   * which can be undone; the rest is spread from it.
   */
  serialAt(index: number): string {
    const words = [
      Math.imul(index, MULTIPLIER) >>> 0,
      this.at(index, 91, 2 ** 32),
      this.at(index, 92, 2 ** 32),
    ];
    const tail = this.at(index, 93, 2 ** 24)
      .toString(16)
      .padStart(6, "0");
    return `5E${words.map((word) => word.toString(16).padStart(8, "0")).join("")}${tail}`.toUpperCase();
  }

  /** The place whose serial number could be this one; the caller compares. */
  indexOfSerial(bareSerial: string): number | undefined {
    if (!/^5E[0-9A-F]{30}$/.test(bareSerial)) return undefined;
    return Math.imul(Number.parseInt(bareSerial.slice(2, 10), 16), INVERSE) >>> 0;
  }
}

const MULTIPLIER = 0x2545f491;
/** MULTIPLIER times this is 1 modulo 2^32; Newton's method doubles the right bits each round. */
const INVERSE = [0, 0, 0, 0, 0].reduce(
  (guess) => Math.imul(guess, 2 - Math.imul(MULTIPLIER, guess)),
  MULTIPLIER,
);
