import { type BeyondLimit, RunLimit } from "../../core/index.ts";
import { type Diagnostic, error } from "../framework/diagnostics.ts";

/** Names that the error lists; it says how many more there are. */
const LISTED = 10;

/** A limit of one run in Terraform's words. Counts per configured provider; Terraform configures it anew for every walk. */
export class Fuse {
  readonly #limit: RunLimit;
  readonly #act: string;
  readonly #argument: string;

  constructor(limit: number, act: string, argument: string) {
    this.#limit = new RunLimit(limit);
    this.#act = act;
    this.#argument = argument;
  }

  /**
   * @param key the same for the same instance; null where nothing tells instances apart
   * @param label for the message: which certificate
   * @returns the refusal when this one exceeds the limit, else null
   */
  count(key: string | null, label: string): Diagnostic | null {
    const over = this.#limit.count(key, label);
    if (over === null) return null;
    return over.number === over.limit + 1 ? this.#explain(label, over) : this.#briefly(label, over);
  }

  /** For the first beyond the limit; a thousand of these would bury it. */
  #explain(label: string, { limit, within }: BeyondLimit): Diagnostic {
    const list = within.slice(0, LISTED).join("; ");
    const more = within.length - LISTED;
    return error(
      `${label}: this run would ${this.#act} more than ${certificates(limit)}`,
      `Counted before it: ${limit === 0 ? "none" : list}${more > 0 ? `; and ${more} more` : ""}. ` +
        "Each one after it has an error of one line, with its number.\n\n" +
        `If that is what you want, raise ${this.#argument} in the provider block (it is ${limit}). If not, ` +
        "find out why there are so many, or apply in parts with -target.",
    );
  }

  #briefly(label: string, { number, limit }: BeyondLimit): Diagnostic {
    const most = `the at most ${certificates(limit)} that this run may ${this.#act}`;
    return error(`${label}: number ${number} of ${most}`, "");
  }
}

const certificates = (count: number): string => `${count} ${count === 1 ? "certificate" : "certificates"}`;
