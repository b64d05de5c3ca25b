import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { StepLog } from "../step-log.ts";
import { isStageOf } from "../write-files.ts";

/**
 * Removes what a process that was killed while it wrote a key has left beside the key's place. No other process writes there
 * at the same time: two steps that make one key are kept apart by the workflow.
 * @param paths places of keys, absolute
 * @returns whether all are gone
 */
export async function removeStaged(paths: readonly string[], log: StepLog): Promise<boolean> {
  const found = await Promise.all(paths.map(stagedAt));
  const removed = await Promise.all(found.flat().map((path) => remove(path, log)));
  return removed.every((isGone) => isGone);
}

/** A directory that is not there, or can't be read, holds nothing that this step has written. */
async function stagedAt(path: string): Promise<readonly string[]> {
  const names = await readdir(dirname(path)).catch(() => []);
  return names.filter((name) => isStageOf(name, basename(path))).map((name) => join(dirname(path), name));
}

/** @returns whether it is gone */
export async function remove(path: string, log: StepLog): Promise<boolean> {
  try {
    await rm(path, { force: true });
    log.say(`removed ${path}`);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "an error"; // node:fs throws nothing else
    log.tell({
      severity: "error",
      summary: `The key ${path} could not be removed: the system says ${code}`,
      detail: "Remove it by hand, or make the runner's work directory one that is cleared after each job.",
      path: null,
    });
    return false;
  }
}
