/** Values kept: Terraform asks for ten objects at a time unless told otherwise, each several times in a row. */
const MOST = 256;

/**
 * Remembers what the octets of late calls meant. In one plan Terraform sends the same octets again and again: a configuration to be
 * validated and planned, a state to be read and planned.
 */
export class Recent<T> {
  readonly #known = new Map<string, T>();
  readonly #mayKeep: (value: T) => boolean;

  constructor(mayKeep: (value: T) => boolean = () => true) {
    this.#mayKeep = mayKeep;
  }

  /** @param make what the octets mean; not kept when it throws */
  of(octets: Uint8Array, make: () => T): T {
    const key = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString("latin1");
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    const made = make();
    if (!this.#mayKeep(made)) return made;
    this.#known.set(key, made);
    // A map keeps the order of insertion, so the first is the oldest.
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    return made;
  }
}
