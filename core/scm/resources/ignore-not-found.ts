import type { Refusal } from "../call-spec.ts";

/** Treats 404 on delete as success: a repetition after a lost answer finds it too. */
export function ignoreNotFound({ status, isPage }: Refusal): null | undefined {
  return status === 404 && !isPage ? null : undefined;
}
