/**
 * Seeded random numbers (mulberry32): small, even enough for test data, the same on every machine. Not for keys.
 */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Next number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    return mix(this.#state) / 0x1_0000_0000;
  }

  /** Next whole number in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** Upper-case hex of so many octets. */
  hex(octets: number): string {
    let text = "";
    for (let index = 0; index < octets; index += 1) text += this.below(256).toString(16).padStart(2, "0");
    return text.toUpperCase();
  }

  /** Letters and digits, as renewIds are made of. */
  token(length: number): string {
    const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    return Array.from({ length }, () => signs[this.below(signs.length)]).join("");
  }
}

/** Spreads the bits of a 32-bit number; the same input gives the same output. */
export function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
