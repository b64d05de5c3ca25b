import {
  type InventoryEntry,
  type InventoryFilter,
  type InventoryQuery,
  type InventoryStore,
  readComments,
} from "../../../../core/index.ts";
import type { ListConfig } from "./list-request.ts";

/** Rows that are in memory at once. */
const PAGE = 1_000;

export interface Rows {
  readonly store: InventoryStore;
  readonly query: Pick<InventoryQuery, "view" | "filter" | "now">;
}

/** All rows that the filter leaves, in the order of their ids, some at a time: an account may hold a hundred thousand. */
export async function* rowsOf({ store, query }: Rows): AsyncGenerator<InventoryEntry> {
  let last: number | null = null;
  for (;;) {
    const filter = last === null ? query.filter : after(query.filter, last);
    const page = await store.query({ ...query, filter, sort: { by: "certificateId" }, limit: PAGE });
    yield* page.rows;
    last = page.rows.at(-1)?.certificateId ?? null;
    if (last === null || page.rows.length < PAGE) return;
  }
}

function after(filter: InventoryFilter | undefined, last: number): InventoryFilter {
  const next = { attribute: "certificateId", operator: "greater_than", number: last } as const;
  return { ...filter, conditions: [...(filter?.conditions ?? []), next] };
}

/** What the list leaves of the rows beside the filter. */
export function wantedBy({
  except_ids: except,
  ordered_as_code: isAsCode,
}: Pick<ListConfig, "except_ids" | "ordered_as_code">): (entry: InventoryEntry) => boolean {
  const held = new Set(except);
  return ({ certificateId, comments }) =>
    !held.has(certificateId) && (isAsCode === null || (readComments(comments).tag !== null) === isAsCode);
}

/** How many there are in all, counted before the first is shown. */
export async function countWanted(rows: Rows, isWanted: (entry: InventoryEntry) => boolean): Promise<number> {
  let count = 0;
  for await (const entry of rowsOf(rows)) if (isWanted(entry)) count += 1;
  return count;
}
