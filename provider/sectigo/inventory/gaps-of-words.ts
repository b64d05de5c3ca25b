import {
  countUnjudged,
  type FilterWords,
  gapsOfRules,
  type InventoryGap,
  type InventoryQuery,
  type InventoryStore,
  judgeLookUps,
  judgeNames,
  type RuleByDetails,
  type RuleSet,
  uniqueGaps,
  unknownSuccessors,
} from "../../../core/index.ts";

interface Asked {
  readonly store: InventoryStore;
  readonly query: InventoryQuery;
  /** A live answer shows the names that it has just read. */
  readonly isLive: boolean;
  /** The filter and the view, whose names were looked up. */
  readonly words: readonly FilterWords[];
  readonly rules: RuleSet | null;
  readonly byDetails: readonly RuleByDetails[];
  readonly countBy?: readonly string[];
  /** What filling the store and looking names up left open. */
  readonly gaps: readonly InventoryGap[];
  /** Certificates of which it is not known whether they have a successor. */
  readonly unknown?: number;
}

/** What an answer lacks for the words of its question, beside what the store tells of its imports. */
export async function gapsOfWords(asked: Asked): Promise<readonly InventoryGap[]> {
  const { store, query, words, rules, byDetails, isLive } = asked;
  const { view, filter = {}, now } = query;
  const named = { ...query, rules: rules?.attributes ?? [] };
  const ofNames = isLive ? [] : await judgeNames(named, { store, now });
  return [
    ...uniqueGaps([...asked.gaps, ...ofNames]),
    ...[...unknownSuccessors(asked.unknown ?? 0), ...(await countUnjudged(store, query))],
    ...(await judgeLookUps(words, { store, view, now })),
    ...gapsOfRules(byDetails, { filter, countBy: asked.countBy ?? [] }),
  ];
}
