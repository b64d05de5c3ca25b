import type { StepLog } from "../step-log.ts";
import { remove, removeStaged } from "./staged-keys.ts";

/** What the main step has saved for the post step, paths as JSON; empty when there are none. */
interface SavedState {
  /** Keys that were made for the steps of this job alone. */
  readonly keys: string;
  /** Places of all keys: what was being written there when the process was killed is a key that nothing uses. */
  readonly places: string;
}

/**
 * Removes the keys that a step has left for the steps after it, and what a process that was killed had begun to write.
 * @returns whether all are gone; one that never came into being counts as gone
 */
export async function removeKeys({ keys, places }: SavedState, log: StepLog): Promise<boolean> {
  const [own, staged] = [pathsIn(keys), pathsIn(places)];
  if (own === null || staged === null) return false;
  const removed = await Promise.all([
    ...own.map((path) => remove(path, log)),
    removeStaged([...own, ...staged], log),
  ]);
  return removed.every((isGone) => isGone);
}

function pathsIn(state: string): readonly string[] | null {
  const paths: unknown = state === "" ? [] : JSON.parse(state);
  return Array.isArray(paths) ? paths.map(String) : null;
}
