/**
 * What one run may order, revoke or write unless told otherwise: so that a mistake stays small, such as a loop over the
 * wrong list or a clock that is wrong.
 */
export const MOST_PER_RUN = { orders: 100, revocations: 25 } as const;

/** One more than the run may have. */
export interface BeyondLimit {
  /** Which one it is, from 1. */
  readonly number: number;
  readonly limit: number;
  /** Labels of those within the limit, in the order in which they were counted. */
  readonly within: readonly string[];
}

/** Counts towards a limit of one run, certificate by certificate, as a plan or a step comes to them. */
export class RunLimit {
  readonly limit: number;
  readonly #within: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(limit: number) {
    this.limit = limit;
  }

  /**
   * @param key the same for the same certificate, which counts once; null where nothing tells certificates apart
   * @param label for messages: which certificate
   * @returns null within the limit
   */
  count(key: string | null, label: string): BeyondLimit | null {
    const number = this.#numberOf(key ?? `#${this.#numbers.size}`);
    if (number > this.limit) return { number, limit: this.limit, within: this.#within };
    this.#within[number - 1] = label;
    return null;
  }

  #numberOf(key: string): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/**
 * The same for a list that is known as a whole, of which nothing is done where it is too long.
 * @param labels one for each certificate
 * @returns the last one beyond the limit, whose number is the length of the list; null within the limit
 */
export function beyondLimit(labels: readonly string[], limit: number): BeyondLimit | null {
  const counter = new RunLimit(limit);
  return labels.map((label) => counter.count(null, label)).at(-1) ?? null;
}
