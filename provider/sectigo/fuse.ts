import { type Diagnostic, error } from "../framework/diagnostics.ts";

/**
 * Bounds what one run may order or revoke, so that a mistake stays small: a loop over the wrong list, a clock that is wrong.
 * Counts per configured provider; Terraform configures it anew for every walk.
 */
export class Fuse {
  readonly limit: number;
  readonly #act: string;
  readonly #argument: string;
  /** What was counted, by its key: an instance that is asked twice counts once. */
  readonly #counted = new Map<string, string>();

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
    const own = key ?? `#${this.#counted.size}`;
    if (this.#counted.has(own)) return null;
    if (this.#counted.size < this.limit) {
      this.#counted.set(own, label);
      return null;
    }
    const before = [...this.#counted.values()];
    return error(
      `${label}: this run would ${this.#act} more than ${this.limit} certificates`,
      `Counted before it: ${before.length === 0 ? "none" : before.join("; ")}.\n\n` +
        `If that is what you want, raise ${this.#argument} in the provider block (it is ${this.limit}); else look what ` +
        "makes so many due at once, or apply in parts with -target.",
    );
  }
}
