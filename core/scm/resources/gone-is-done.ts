import type { Refusal } from "../call-spec.ts";

/** For deletions: not there is what was wished, and what a repetition after a lost answer finds. */
export function goneIsDone({ status, isPage }: Refusal): null | undefined {
  return status === 404 && !isPage ? null : undefined;
}
