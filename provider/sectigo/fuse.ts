import { type Diagnostic, error } from "../framework/diagnostics.ts";

/** Names that the error lists; it says how many more there are. */
const LISTED = 10;

/**
 * Bounds what one run may order or revoke, so that a mistake stays small: a loop over the wrong list, a clock that is wrong.
 * Counts per configured provider; Terraform configures it anew for every walk.
 */
export class Fuse {
  readonly limit: number;
  readonly #act: string;
  readonly #argument: string;
  /** Labels that were counted within the limit. */
  readonly #within: string[] = [];
  /** Which number an instance has, by its key: one that is asked twice counts once. */
  readonly #numbers = new Map<string, number>();

  constructor(limit: number, act: string, argument: string) {
    this.limit = limit;
    this.#act = act;
    this.#argument = argument;
  }

  /**
   * @param key the same for the same instance; null where nothing tells instances apart
   * @param label for the message: which certificate
   * @returns the refusal when this one exceeds the limit, else null
   */
  count(key: string | null, label: string): Diagnostic | null {
    const number = this.#numberOf(key ?? `#${this.#numbers.size}`);
    if (number <= this.limit) {
      this.#within[number - 1] = label;
      return null;
    }
    return number === this.limit + 1 ? this.#explain(label) : this.#briefly(label, number);
  }

  #numberOf(key: string): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** For the first beyond the limit; a thousand of these would bury it. */
  #explain(label: string): Diagnostic {
    const list = this.#within.slice(0, LISTED).join("; ");
    const more = this.#within.length - LISTED;
    return error(
      `${label}: this run would ${this.#act} more than ${this.limit} certificates`,
      `Counted before it: ${this.limit === 0 ? "none" : list}${more > 0 ? `; and ${more} more` : ""}. ` +
        "Each one after it has an error of one line, with its number.\n\n" +
        `If that is what you want, raise ${this.#argument} in the provider block (it is ${this.limit}); else look what ` +
        "makes so many due at once, or apply in parts with -target.",
    );
  }

  #briefly(label: string, number: number): Diagnostic {
    const limit = `the at most ${this.limit} certificates that this run may ${this.#act}`;
    return error(`${label}: number ${number} of ${limit}`, "");
  }
}
