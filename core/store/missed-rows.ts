import { type Kysely, sql } from "kysely";
import { any } from "./match.ts";
import { mostRows } from "./most-rows.ts";
import { asLookup, type Scan } from "./scans.ts";
import type { Selection } from "./selection.ts";
import type { StoreTables } from "./tables.ts";

/** Rows that are looked at to tell whether most meet a demand. */
const SAMPLE = 200;

/** Which rows are counted: those of a selection, but for some of them. */
export interface Counting {
  readonly selection: Selection;
  /** Rows of the selection that are not wanted; null where all are. */
  readonly missed: Selection | null;
}

/** Whether more than half of some rows, evenly chosen, meet the demand on texts. */
async function isMostlyMet(
  database: Kysely<StoreTables>,
  { account, forms }: Selection,
  scan: Scan,
): Promise<boolean> {
  const most = await mostRows(database);
  const ids = Array.from({ length: SAMPLE }, (_, place) => 1 + Math.floor((place * most) / SAMPLE));
  const { rows } = await sql<{ seen: number; met: number }>`
    select count(*) as seen, sum(case when ${asLookup(scan)} then 1 else 0 end) as met
    from ${forms.listOf([...new Set(ids)])} cross join certificate c
    where c.id = value and c.account = ${account}`.execute(database);
  const [sample] = rows;
  return sample !== undefined && 2 * Number(sample.met ?? 0) > sample.seen;
}

/** Rows that do not meet the one demand of a selection, where they are likely few. */
async function missedBy(database: Kysely<StoreTables>, selection: Selection): Promise<Selection | null> {
  const { rows, scans } = selection;
  const [scan, ...otherScans] = scans;
  if (scan === undefined) {
    const missed = rows.flatMap((row) => (row.missed === null ? [] : [row.missed]));
    if (missed.length < Math.max(rows.length, 1)) return null;
    return { ...selection, rows: [{ met: any(missed), missed: null }] };
  }
  if (rows.length + otherScans.length > 0 || !(await isMostlyMet(database, selection, scan))) return null;
  return { ...selection, scans: [{ ...scan, where: scan.missed }] };
}

/**
 * The shortest way to count: where nearly all rows meet what is asked of each, all are counted by what they share, which takes
 * no look at them, and the few others are taken off.
 */
export async function countingOf(database: Kysely<StoreTables>, selection: Selection): Promise<Counting> {
  const missed = await missedBy(database, selection);
  return missed === null
    ? { selection, missed }
    : { selection: { ...selection, rows: [], scans: [] }, missed };
}
