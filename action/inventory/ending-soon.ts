import { findSuccessors, type InventoryFilter } from "../../core/index.ts";
import type { Filled } from "./fill.ts";
import { type ToldEntry, toldOf } from "./told-entry.ts";

/** What ends soon, and whether something takes its place. */
export interface EndingSoon {
  readonly total: number;
  /** Those without a successor, by their end. */
  readonly alone: readonly ToldEntry[];
  /** How many there are of which SCM does not tell whether they have one. */
  readonly unknown: number;
}

/** All of them are looked at: which ones lack a successor is what an alarm is about. */
const MOST = 100_000;

interface Asked {
  readonly filter: InventoryFilter;
  readonly expiresWithinDays: number;
  readonly now: Date;
}

export async function endingSoon(
  { store, view }: Pick<Filled, "store" | "view">,
  { filter, expiresWithinDays, now }: Asked,
): Promise<EndingSoon> {
  const rows: ToldEntry[] = [];
  const wanted = { ...filter, expiresWithinDays, statuses: ["Issued"] };
  const total = await store.walk({ view, filter: wanted, now, limit: MOST }, (row) => rows.push(toldOf(row)));
  const hasSuccessor = await findSuccessors({ store, view, rows, now });
  return {
    total,
    alone: rows.filter((row) => hasSuccessor(row) === false),
    unknown: rows.filter((row) => hasSuccessor(row) === null).length,
  };
}
