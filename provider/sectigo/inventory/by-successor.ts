import {
  ConfigError,
  type FilterWords,
  filterBySuccessor,
  type InventoryQuery,
  refuseUnknownSuccessors,
} from "../../../core/index.ts";
import type { FilledStore, Filling } from "./fill-store.ts";

/** @throws ConfigError `config.has_successor` where the answer could not be whole */
export function refuseSuccessorFilter(
  words: FilterWords,
  { settings, refresh }: Pick<Filling, "settings" | "refresh">,
): void {
  if ((words.has_successor ?? null) === null) return;
  refuseUnknownSuccessors(settings.certificateTypes);
  if (refresh !== "live") return;
  throw new ConfigError(
    'read the inventory: has_successor can\'t be told with refresh = "live", which reads no certificates that end later',
    {
      ...{ code: "config.has_successor", path: "refresh" },
      hint: 'Leave refresh out, or use "due", "always" or "never".',
    },
  );
}

/** The query, narrowed to certificates with or without a successor where that is asked for. */
export async function bySuccessor(
  store: FilledStore["store"],
  query: InventoryQuery,
  isSucceeded: boolean | null,
): Promise<{ readonly query: InventoryQuery; readonly unknown: number }> {
  if (isSucceeded === null) return { query, unknown: 0 };
  const { view, filter = {}, now } = query;
  const narrowed = await filterBySuccessor({ store, view, filter, now }, isSucceeded);
  return { query: { ...query, filter: narrowed.filter }, unknown: narrowed.unknown };
}
