/**
 * Web forms that this run makes. Profiles that share one are applied at the same time, and SCM knows the form only when
 * the first of them has made it.
 */
export class WebForms {
  readonly #made = new Set<number>();
  readonly #last = new Map<string, Promise<unknown>>();

  /** What is done about the form of that name, one after the other; a failure is no other's. */
  inTurn<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(name, mine);
    return mine;
  }

  add(endpointId: number): void {
    this.#made.add(endpointId);
  }

  /** Whether this run made it: then each of its accounts may be the last, with which it is removed again. */
  has(endpointId: number): boolean {
    return this.#made.has(endpointId);
  }
}
