import {
  type Completeness,
  changeWithoutPersons,
  earliestEnd,
  findSuccessors,
  type InventoryChange,
  type InventoryCounts,
  type InventoryEntry,
  type InventoryFilter,
  rowAt,
} from "../../../core/index.ts";
import type { Filled } from "../fill.ts";
import { blankPersons } from "../inventory-rows.ts";

/** A certificate as reports show it, its state as of now. */
export interface ReportRow {
  readonly entry: InventoryEntry;
  /** First instant that its end may mean. */
  readonly end: Date | null;
  /** Whether another one takes its place; null where it is not issued, ends later than in {@link SOON_DAYS}, or can't be told. */
  readonly hasSuccessor: boolean | null;
}

/** What every report of one run is made of: one look at the store. */
export interface Snapshot {
  readonly now: Date;
  readonly host: string;
  /** Customer's segment of SCM's address; empty where the login has none. */
  readonly customerUri: string;
  readonly trust: Completeness;
  readonly counts: InventoryCounts;
  /** The first to end first; fewer than `counts.total` where there are more than the limit. */
  readonly rows: readonly ReportRow[];
  /** What imports noticed, the latest first; empty for a store that is not kept between runs. */
  readonly history: readonly InventoryChange[];
  readonly showsPersons: boolean;
}

/** Ends further away need nothing yet, and comparing all of an account with itself would take long. */
export const SOON_DAYS = 90;
const DAY_MS = 86_400_000;

interface CertificateRequest {
  readonly filter: InventoryFilter;
  readonly now: Date;
  readonly limit: number;
  readonly showsPersons: boolean;
  readonly trust: Completeness;
  readonly counts: InventoryCounts;
}

/** Reads rows and judges which of those that end soon have a successor. */
export async function takeSnapshot(
  { store, view, history }: Pick<Filled, "store" | "view" | "history">,
  wanted: CertificateRequest,
): Promise<Snapshot> {
  const { filter, now, limit, showsPersons, trust, counts } = wanted;
  const { rows } = await store.query({ view, filter, now, limit });
  const judged = rows.map((row) => reportRow(showsPersons ? row : blankPersons(row), now));
  const soon = judged.filter((row) => endsWithin(row, SOON_DAYS, now)).map(({ entry }) => entry);
  const hasSuccessor = await findSuccessors({ store, view, rows: soon, now });
  const { host, customerUri } = view.account;
  const { changes } = await history();
  return {
    ...{ now, host, customerUri, trust, counts, showsPersons },
    history: showsPersons
      ? changes
      : changes.map((each) => changeWithoutPersons(each, { showsOwners: false })),
    rows: judged.map((row) =>
      endsWithin(row, SOON_DAYS, now) ? { ...row, hasSuccessor: hasSuccessor(row.entry) } : row,
    ),
  };
}

function reportRow(row: InventoryEntry, now: Date): ReportRow {
  return {
    entry: rowAt(row, now),
    end: row.expires === null ? null : earliestEnd(row.expires),
    hasSuccessor: null,
  };
}

/** Whether it is issued and ends within so many times 24 hours from now, as the inventory's filter has it. */
export function endsWithin({ entry, end }: ReportRow, days: number, now: Date): boolean {
  if (entry.status !== "Issued" || end === null) return false;
  return end.getTime() <= now.getTime() + days * DAY_MS;
}
