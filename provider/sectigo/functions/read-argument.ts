import { PkiError } from "../../../core/index.ts";
import { explain } from "../explain.ts";

/**
 * Reads a text that a function was given.
 * @param refuse makes the error that points at the argument, from what is wrong in one sentence
 */
export function readArgument<T>(read: () => T, refuse: (problem: string) => Error): T {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof PkiError)) throw thrown;
    const { summary, detail } = explain(thrown, null);
    throw refuse(`${summary}. ${detail}`);
  }
}
