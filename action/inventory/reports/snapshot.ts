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
import { type ToldEntry, toldOf } from "../told-entry.ts";

type Source = Pick<Filled, "store" | "view" | "history">;

/** A certificate as reports show it, its state as of now. */
export interface ReportRow<Entry extends ToldEntry = InventoryEntry> {
  readonly entry: Entry;
  /** First instant that its end may mean. */
  readonly end: Date | null;
  /** Whether another one takes its place; null where it is not issued, ends later than in {@link SOON_DAYS}, or can't be told. */
  readonly hasSuccessor: boolean | null;
}

/** A row of which only some members are held. */
export type ToldRow = ReportRow<ToldEntry>;

/** What reports say besides rows. */
export interface About {
  readonly now: Date;
  readonly host: string;
  /** Customer's segment of SCM's address; empty where the login has none. */
  readonly customerUri: string;
  readonly trust: Completeness;
  readonly counts: InventoryCounts;
  /** What imports noticed, the latest first; empty for a store that is not kept between runs. */
  readonly history: readonly InventoryChange[];
  readonly showsPersons: boolean;
}

/** What every report of one run is made of: one look at the store. */
export interface Snapshot extends About {
  /** The first `limit` of all, the first to end first. */
  readonly rows: readonly ReportRow[];
  /** All that end soon, and the first `limit` of the issued ones, and of those that end later; the first to end first. */
  readonly told: readonly ToldRow[];
}

/** Ends further away need nothing yet, and comparing all of an account with itself would take long. */
export const SOON_DAYS = 90;
const DAY_MS = 86_400_000;

interface AboutRequest {
  readonly now: Date;
  readonly showsPersons: boolean;
  readonly trust: Completeness;
  readonly counts: InventoryCounts;
}

export async function aboutOf({ view, history }: Source, wanted: AboutRequest): Promise<About> {
  const { now, showsPersons, trust, counts } = wanted;
  const { host, customerUri } = view.account;
  const { changes } = await history();
  return {
    ...{ now, host, customerUri, trust, counts, showsPersons },
    history: showsPersons
      ? changes
      : changes.map((each) => changeWithoutPersons(each, { showsOwners: false })),
  };
}

interface RowRequest {
  readonly about: About;
  readonly filter: InventoryFilter;
  /** Rows that are looked at. */
  readonly most: number;
  /** Rows that a report tells one by one. */
  readonly limit: number;
}

/**
 * Reads rows and judges which of those that end soon have a successor.
 * @param take is given every row that is looked at, before its successor is known
 */
export async function takeSnapshot(
  { store, view }: Source,
  { about, filter, most, limit }: RowRequest,
  take: (row: ReportRow) => void = () => undefined,
): Promise<Snapshot> {
  const { now, showsPersons } = about;
  const isTold = choosing(limit, now);
  const first: ReportRow[] = [];
  const told: ToldRow[] = [];
  await store.walk({ view, filter, now, limit: most }, (entry) => {
    const row = reportRow(showsPersons ? entry : blankPersons(entry), now);
    if (first.length < limit) first.push(row);
    if (isTold(row)) told.push({ ...row, entry: toldOf(row.entry) });
    take(row);
  });
  const soon = told.filter((row) => endsWithin(row, SOON_DAYS, now)).map(({ entry }) => entry);
  const hasSuccessor = await findSuccessors({ store, view, rows: soon, now });
  const judged = <Row extends ToldRow>(row: Row): Row =>
    endsWithin(row, SOON_DAYS, now) ? { ...row, hasSuccessor: hasSuccessor(row.entry) } : row;
  return { ...about, rows: first.map(judged), told: told.map(judged) };
}

/** Says of each row as it passes whether it is one of `Snapshot.told`. */
function choosing(limit: number, now: Date): (row: ReportRow) => boolean {
  const passed = { issued: 0, later: 0 };
  return (row) => {
    if (row.entry.status !== "Issued") return false;
    const isSoon = endsWithin(row, SOON_DAYS, now);
    passed.issued += 1;
    if (!isSoon) passed.later += 1;
    return isSoon || passed.issued <= limit || passed.later <= limit;
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
export function endsWithin({ entry, end }: ToldRow, days: number, now: Date): boolean {
  if (entry.status !== "Issued" || end === null) return false;
  return end.getTime() <= now.getTime() + days * DAY_MS;
}
