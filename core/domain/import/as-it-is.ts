import { StoreError } from "../../base/errors.ts";
import type { Coverage } from "../import-store.ts";
import type { InventoryGap } from "./completeness.ts";
import type { Question } from "./settings.ts";
import { sourcesOf } from "./settings.ts";

/** An import that was due, and that a store which takes no changes refused: a standby, or a file that may only be read. */
export interface RefusedImport {
  readonly error: StoreError;
  /** What an answer lacks for that; the store can't remember it. */
  readonly gaps: readonly InventoryGap[];
}

/** Whether only another store, or the same one elsewhere, takes what was to be written. */
export function isReadOnly(thrown: unknown): thrown is StoreError {
  return thrown instanceof StoreError && thrown.code === "store.read_only";
}

/**
 * What was imported before is better than nothing.
 * @returns null where nothing was, or something else was thrown
 */
export function refusedImport(
  thrown: unknown,
  {
    due,
    all,
    coverages,
  }: Readonly<Record<"due" | "all", readonly Question[]>> & { readonly coverages: readonly Coverage[] },
): RefusedImport | null {
  if (!isReadOnly(thrown)) return null;
  const known = new Map(coverages.map(({ question, knownUntil }) => [question, knownUntil]));
  const untilOf = (question: Question): Date | null => known.get(sourcesOf(question).rows) ?? null;
  if (all.every((question) => untilOf(question) === null)) return null;
  const gaps = due.flatMap((question): InventoryGap[] => {
    const until = untilOf(question);
    // Of what was never read the store tells.
    if (until === null) return [];
    return [
      { type: question.type, missing: `whatever changed since ${until.toISOString()}`, why: thrown.message },
    ];
  });
  return { error: thrown, gaps };
}
