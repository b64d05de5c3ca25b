import type { Transaction } from "kysely";
import { type MergedPart, overlay, PART_SOURCES, type RowPart } from "../domain/merge-parts.ts";
import type { Cells } from "./cells.ts";
import type { History } from "./note-changes.ts";
import { readParts } from "./part-json.ts";
import type { StoreTables } from "./tables.ts";
import type { Words } from "./words.ts";

export const DETAILS = PART_SOURCES.indexOf("details");

/** What the account's only writer keeps from batch to batch. */
export interface Writing {
  readonly account: number;
  readonly words: Words;
  readonly cells: Cells;
  /** Remembers what changes; null where no caller asks. */
  readonly history: History | null;
}

/** What is stored of a row. */
export interface Known {
  readonly id: number;
  readonly walk: number;
  readonly json: string | null;
  readonly sum: number | null;
}

export interface Batch extends Writing {
  readonly database: Transaction<StoreTables>;
  readonly source: number;
  readonly walk: number;
  readonly revision: number;
  readonly readAt: number;
  /** The same. */
  readonly at: Date;
}

/** A part that differs from what is stored. `known` is the row that it changes; undefined for a new one. */
export interface Change {
  readonly id: number;
  readonly known: Known | undefined;
  readonly part: RowPart;
  readonly json: string;
  readonly sum: number;
}

/** What the other sources say of the rows that change; details do not outlive the change of a better source. */
async function otherParts({ database, source }: Batch, ids: readonly number[]) {
  const found = new Map<number, Map<number, RowPart>>();
  if (ids.length === 0) return found;
  const rows = await database
    .selectFrom("part")
    .select(["source", "certificate", "json", "sum"])
    .where("source", "in", source === DETAILS ? [0, 1] : [1 - source])
    .where("certificate", "in", ids)
    .execute();
  const read = await readParts(database, rows);
  rows.forEach(({ source: other, certificate }, index) => {
    const part = read[index];
    if (part === undefined) return;
    const parts = found.get(certificate) ?? new Map<number, RowPart>();
    found.set(certificate, parts.set(other, part));
  });
  return found;
}

/** A change with the row that comes of it, and the row before by its bulk sources, where it is remembered. */
interface Merged extends Change {
  readonly row: MergedPart;
  readonly inBulk: MergedPart;
  readonly before: MergedPart | null;
}

/** What becomes of each row when its part changes. */
export async function mergedRows(batch: Batch, changes: readonly Change[]): Promise<Merged[]> {
  const known = changes.flatMap(({ known }) => (known === undefined ? [] : [known.id]));
  const others = await otherParts(batch, known);
  const former = await formerParts(batch, changes);
  return changes.map((change) => {
    const other = others.get(change.id) ?? new Map<number, RowPart>();
    const parts = new Map(other).set(batch.source, change.part);
    const before = former.get(change.id);
    const rowBefore =
      before === undefined
        ? null
        : inBulk(before === null ? other : new Map(other).set(batch.source, before));
    return { ...change, row: inOrder(parts), inBulk: inBulk(parts), before: rowBefore };
  });
}

type Parts = ReadonlyMap<number, RowPart>;

function inOrder(parts: Parts): MergedPart {
  return overlay([...parts].sort(([a], [b]) => a - b).map(([, one]) => one));
}

/** What details alone tell comes and goes with them. */
function inBulk(parts: Parts): MergedPart {
  return inOrder(new Map([...parts].filter(([source]) => source !== DETAILS)));
}

/** What the source said before of rows that change, null for nothing; empty where nothing is remembered. */
async function formerParts(
  { database, history, source }: Batch,
  changes: readonly Change[],
): Promise<ReadonlyMap<number, RowPart | null>> {
  const former = new Map<number, RowPart | null>();
  if (history === null || source === DETAILS) return former;
  for (const { id, known } of changes) if (known !== undefined) former.set(id, null);
  const stored = changes.flatMap(({ id, known }) =>
    known === undefined || known.json === null || known.sum === null
      ? []
      : [{ id, json: known.json, sum: known.sum }],
  );
  const read = await readParts(database, stored);
  for (const [index, { id }] of stored.entries()) former.set(id, read[index] ?? null);
  return former;
}
