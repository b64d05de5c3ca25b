import { rm } from "node:fs/promises";
import type { StepLog } from "../step-log.ts";

/**
 * Removes the keys that a step has left for the steps after it.
 * @param state paths as JSON, as the step has saved them; empty when there are none
 * @returns whether all are gone; one that never came into being counts as gone
 */
export async function removeKeys(state: string, log: StepLog): Promise<boolean> {
  const paths: unknown = state === "" ? [] : JSON.parse(state);
  if (!Array.isArray(paths)) return false;
  const removed = await Promise.all(paths.map((path) => remove(String(path), log)));
  return removed.every((isGone) => isGone);
}

async function remove(path: string, log: StepLog): Promise<boolean> {
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
