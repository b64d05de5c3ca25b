import {
  findSuccessors,
  type InventoryEntry,
  type InventoryFilter,
  type InventoryQuery,
  type InventoryStore,
  readComments,
} from "../../../../core/index.ts";
import type { ListConfig } from "./list-request.ts";

/** Rows that are in memory at once, unless rows say another number. */
const PAGE = 1_000;

export interface Rows {
  readonly store: InventoryStore;
  readonly atOnce?: number;
  readonly query: Pick<InventoryQuery, "view" | "filter" | "now">;
}

/** All rows that the filter leaves, in the order of their ids, some at a time: an account may hold a hundred thousand. */
async function* pagesOf({ store, query, atOnce = PAGE }: Rows): AsyncGenerator<readonly InventoryEntry[]> {
  let last: number | null = null;
  for (;;) {
    const filter = last === null ? query.filter : after(query.filter, last);
    const page = await store.query({ ...query, filter, sort: { by: "certificateId" }, limit: atOnce });
    yield page.rows;
    last = page.rows.at(-1)?.certificateId ?? null;
    if (last === null || page.rows.length < atOnce) return;
  }
}

/** What is listed, in the order of the ids. */
export async function* wantedRows(rows: Rows, isWanted: IsWanted): AsyncGenerator<InventoryEntry> {
  for await (const page of pagesOf(rows)) yield* page.filter(isWanted);
}

function after(filter: InventoryFilter | undefined, last: number): InventoryFilter {
  const next = { attribute: "certificateId", operator: "greater_than", number: last } as const;
  return { ...filter, conditions: [...(filter?.conditions ?? []), next] };
}

type IsWanted = (entry: InventoryEntry) => boolean;

/** What the list leaves of the rows beside the filter. */
export function wantedBy({
  except_ids: except,
  ordered_as_code: isAsCode,
}: Pick<ListConfig, "except_ids" | "ordered_as_code">): IsWanted {
  const held = new Set(except);
  return ({ certificateId, comments }) =>
    !held.has(certificateId) && (isAsCode === null || (readComments(comments).tag !== null) === isAsCode);
}

/** What is counted before the first one is shown. */
interface Counted {
  readonly total: number;
  /** How many of them have a successor, as after a renewal. */
  readonly succeeded: number;
}

export async function countWanted(rows: Rows, isWanted: IsWanted): Promise<Counted> {
  const { store, query } = rows;
  const { view, now } = query;
  const counted = { total: 0, succeeded: 0 };
  for await (const page of pagesOf(rows)) {
    const wanted = page.filter(isWanted);
    const hasSuccessor = await findSuccessors({ store, view, now, rows: wanted });
    counted.total += wanted.length;
    counted.succeeded += wanted.filter((row) => hasSuccessor(row) === true).length;
  }
  return counted;
}
