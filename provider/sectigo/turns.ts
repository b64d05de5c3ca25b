/**
 * Has work on the same thing done one after the other. Profiles are applied beside each other, and what SCM has of a name
 * is looked up before it is made: two that share it would both find nothing, and both make it.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** @param thing what is worked on; the failure of one is no other's */
  take<Result>(thing: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(thing) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(thing, mine);
    return mine;
  }
}
