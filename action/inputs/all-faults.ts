import { ConfigError } from "../../core/index.ts";
import type { ReadInput } from "./forms.ts";

/** Several inputs are wrong; each fault is told. */
export class InputFaults extends ConfigError {
  readonly faults: readonly ConfigError[];

  constructor(faults: readonly ConfigError[]) {
    super(`read the inputs: ${faults.length} are wrong`, { code: "config.inputs", hint: "Mend them all." });
    this.faults = faults;
  }
}

/** Reads groups of inputs one by one, and keeps every fault until the end. */
export class InputReader {
  readonly #read: ReadInput;
  readonly #faults: ConfigError[] = [];

  constructor(read: ReadInput) {
    this.#read = read;
  }

  /**
   * A reader stops at its first fault: it is read again with that input as if it were not given, until nothing new is found.
   * @returns null when the group can't be read at all; then a fault is kept
   */
  group<Value>(load: (read: ReadInput) => Value): Value | null {
    const silenced = new Set<string>();
    for (;;) {
      try {
        return load((name) => (silenced.has(name) ? "" : this.#read(name)));
      } catch (thrown) {
        if (!(thrown instanceof ConfigError)) throw thrown;
        const name = thrown.path ?? "";
        // Empty, and still a fault: it is missing, and what it hides can't be judged.
        const isMissing = silenced.has(name) || this.#read(name).trim() === "";
        if (!this.#faults.some(({ message }) => message === thrown.message)) this.#faults.push(thrown);
        if (isMissing) return null;
        silenced.add(name);
      }
    }
  }

  /** What others are judged by: a fault leaves it unknown, and no default in its place. @returns null with a fault */
  known<Value>(load: (read: ReadInput) => Value): Value | null {
    try {
      return load(this.#read);
    } catch (thrown) {
      if (!(thrown instanceof ConfigError)) throw thrown;
      this.#faults.push(thrown);
      return null;
    }
  }

  add(faults: readonly ConfigError[]): void {
    this.#faults.push(...faults);
  }

  /** @throws ConfigError the only fault, or all */
  finish(): void {
    refuseAll(this.#faults);
  }
}

/** @throws ConfigError the only fault, or all; nothing where there is none */
export function refuseAll(faults: readonly ConfigError[]): void {
  const [only, ...others] = faults;
  if (only !== undefined) throw others.length === 0 ? only : new InputFaults(faults);
}
