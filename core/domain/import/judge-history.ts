import type { Coverage } from "../import-store.ts";
import type { InventoryGap } from "./completeness.ts";
import { periodMs } from "./period.ts";
import { type ImportSettings, questionsOf } from "./settings.ts";

interface HistoryAsked {
  /** Null asks for all that is remembered. */
  readonly since: Date | null;
  readonly now: Date;
}

/** What an answer about changes lacks: what happened before anything was remembered, and what is forgotten. */
export function judgeHistory(
  settings: ImportSettings,
  coverages: readonly Coverage[],
  { since, now }: HistoryAsked,
): readonly InventoryGap[] {
  if (since === null) return [];
  const known = new Map(coverages.map(({ question, watchedSince }) => [question, watchedSince]));
  const forgotten = new Date(now.getTime() - periodMs(settings.keepChanges));
  const { value, unit } = settings.keepChanges;
  const gaps = questionsOf(settings).flatMap(({ type, name }): InventoryGap[] => {
    const from = known.get(name) ?? null;
    if (from === null || since >= from) return [];
    const why = "changes are remembered since the first full import, which ended then";
    return [{ type, missing: `changes before ${from.toISOString()}`, why }];
  });
  if (since >= forgotten) return gaps;
  const missing = `changes before ${forgotten.toISOString()}`;
  return [...gaps, { type: null, missing, why: `changes are remembered for ${value} ${unit}` }];
}
