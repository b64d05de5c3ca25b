import type { Selectable, Transaction } from "kysely";
import { BugError } from "../base/errors.ts";
import type { PutOutcome } from "../domain/import-store.ts";
import { CERTIFICATE_TYPES } from "../domain/inventory-row.ts";
import { compactPart, PART_SOURCES, type PartSource, type RowPart } from "../domain/merge-parts.ts";
import { type LaidOut, layOut, secondsOf, wordsOf } from "./columns.ts";
import { insertAll } from "./insert-all.ts";
import { type Batch, type Change, DETAILS, type Known, mergedRows, type Writing } from "./merged-rows.ts";
import { noteReadings } from "./note-changes.ts";
import { storedPart } from "./part-json.ts";
import { markShared } from "./shared-records.ts";
import { formsOf } from "./sql-forms.ts";
import type { CertificateTable, StoreTables } from "./tables.ts";
import { TallyChanges } from "./tally.ts";

/** SQLite takes at most 32,766 values in one statement. */
const ROWS_AT_ONCE = 1_000;

async function findKnown(
  { database, account, source }: Batch,
  parts: readonly RowPart[],
): Promise<Map<number, Known>> {
  const type = CERTIFICATE_TYPES.indexOf(parts[0]?.type ?? "ssl");
  const rows = await database
    .selectFrom("certificate as c")
    .leftJoin("part as p", (join) => join.on("p.source", "=", source).onRef("p.certificate", "=", "c.id"))
    .select(["c.certificate_id", "c.id", "c.walk", "p.json", "p.sum"])
    .where("c.account", "=", account)
    .where("c.type", "=", type)
    .where(
      "c.certificate_id",
      "in",
      parts.map(({ certificateId }) => certificateId),
    )
    .execute();
  return new Map(rows.map(({ certificate_id, ...known }) => [certificate_id, known]));
}

/** What the tally counts some rows by. */
export async function countedBy(database: Transaction<StoreTables>, ids: readonly number[]) {
  return database
    .selectFrom("certificate as c")
    .innerJoin("cell as k", "k.id", "c.cell")
    .select([
      "k.type",
      "k.origin",
      "k.status",
      "k.issuer",
      "k.organization_id",
      "k.key_type",
      "k.whole_day",
      "c.expires",
    ])
    .where("c.id", "in", ids)
    .execute();
}

async function removeFormer(
  { database, source }: Batch,
  tally: TallyChanges,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  for (const counted of await countedBy(database, ids)) tally.add(counted, -1);
  await database.deleteFrom("certificate").where("id", "in", ids).execute();
  for (const table of ["name", "search"] as const)
    await database.deleteFrom(table).where("certificate", "in", ids).execute();
  await database
    .deleteFrom("part")
    .where("source", "in", [...new Set([source, DETAILS])])
    .where("certificate", "in", ids)
    .execute();
}

async function insertRows(
  batch: Batch,
  tally: TallyChanges,
  rows: readonly (Change & LaidOut)[],
): Promise<void> {
  const { database, cells, account, walk, revision, source, readAt } = batch;
  const certificates: Selectable<CertificateTable>[] = [];
  await cells.learn(
    database,
    rows.map(({ traits }) => traits),
  );
  for (const { id, columns, traits } of rows) {
    const cell = cells.numberOf(traits);
    tally.add({ ...traits, expires: columns.expires }, 1);
    certificates.push({ ...columns, id, account, cell, walk, revision, shared: 0 });
  }
  await insertAll(database, { table: "certificate" }, certificates);
  const names = rows.map(({ id, columns: { type, certificate_id }, names: own }) => ({
    ...own,
    certificate: id,
    account,
    type,
    certificate_id,
  }));
  await insertAll(database, { table: "name" }, names);
  await markShared(database, { account, ids: rows.map(({ id }) => id) });
  const { askedOf } = formsOf(database);
  const parts = rows.map(({ id, json, sum, part }) => ({
    source,
    certificate: id,
    json,
    sum,
    read_at: readAt,
    ...askedOf(part),
  }));
  await insertAll(database, { table: "part" }, parts);
  const searches = rows.map(({ id, search }) => ({ certificate: id, text: search }));
  await insertAll(database, { table: "search" }, searches);
}

/** Rows that SCM showed again unchanged: only that they were shown is written, and of details when they were read. */
async function touch(batch: Batch, same: readonly Known[]): Promise<void> {
  const { database, walk, source, readAt } = batch;
  const unseen = same.filter((known) => known.walk < walk).map(({ id }) => id);
  if (unseen.length > 0)
    await database.updateTable("certificate").set({ walk }).where("id", "in", unseen).execute();
  if (source !== DETAILS || same.length === 0) return;
  await database
    .updateTable("part")
    .set({ read_at: readAt })
    .where("source", "=", source)
    .where(
      "certificate",
      "in",
      same.map(({ id }) => id),
    )
    .execute();
}

/** Gives numbers to rows that are new. */
async function numbered(
  database: Transaction<StoreTables>,
  changes: readonly Omit<Change, "id">[],
): Promise<Change[]> {
  const fresh = changes.filter(({ known }) => known === undefined);
  const ids = fresh.length === 0 ? [] : await formsOf(database).takeIds(database, fresh.length);
  const next = ids.values();
  return changes.map((change) => {
    const id = change.known?.id ?? next.next().value;
    if (id !== undefined) return { ...change, id };
    throw new BugError("store certificates: a row got no number", { code: "bug.id", hint: "Report this." });
  });
}

/** Rows that were written: new ones, those whose source said otherwise before, and those it said nothing of. */
type Written = PutOutcome & { readonly completed: number };

async function putBatch(batch: Batch, parts: readonly RowPart[]): Promise<Written> {
  const stored = await findKnown(batch, parts);
  const found: Omit<Change, "id">[] = [];
  const same: Known[] = [];
  const compact = parts.map(compactPart);
  await batch.words.learn(batch.database, new Set(compact.flatMap((part) => [...wordsOf(part)])));
  for (const part of compact) {
    const known = stored.get(part.certificateId);
    const { json, sum } = storedPart(part, batch.words);
    if (known?.json === json) same.push(known);
    // Details of a row that has left meanwhile belong to no row.
    else if (known !== undefined || batch.source !== DETAILS) found.push({ known, part, json, sum });
  }
  await touch(batch, same);
  const changes = await numbered(batch.database, found);
  if (changes.length === 0) return { added: 0, changed: 0, completed: 0 };
  const merged = await mergedRows(batch, changes);
  await batch.words.learn(batch.database, new Set(merged.flatMap(({ row }) => [...wordsOf(row)])));
  const laid = merged.map((change) => ({ ...change, ...layOut(batch.words, change.row) }));
  const former = changes.flatMap(({ known }) => (known === undefined ? [] : [known.id]));
  const tally = new TallyChanges(batch.account);
  await removeFormer(batch, tally, former);
  if (batch.history !== null) await noteReadings(batch.database, batch, { history: batch.history, merged });
  await insertRows(batch, tally, laid);
  await tally.write(batch.database);
  const changed = changes.filter(({ known }) => typeof known?.json === "string").length;
  return { added: changes.length - former.length, changed, completed: former.length - changed };
}

function uniqueParts(parts: readonly RowPart[]): RowPart[] {
  return [...new Map(parts.map((part) => [part.certificateId, part])).values()];
}

/** Until the transaction ends, no other one gives revisions to the account's rows. */
export function lockAccount(
  database: Transaction<StoreTables>,
  account: number,
): Promise<{ readonly walk: number; readonly revision: number }> {
  return database
    .updateTable("account")
    .set(({ ref }) => ({ revision: ref("revision") }))
    .where("id", "=", account)
    .returning(["walk", "revision"])
    .executeTakeFirstOrThrow();
}

/** Stores parts of one type, in the caller's transaction. Of several for one certificate the last counts. */
export async function putRows(
  database: Transaction<StoreTables>,
  writing: Writing,
  given: { readonly source: PartSource; readonly parts: readonly RowPart[]; readonly readAt: Date },
): Promise<PutOutcome> {
  const { walk, revision } = await lockAccount(database, writing.account);
  const batch = {
    ...writing,
    database,
    walk,
    revision: revision + 1,
    source: PART_SOURCES.indexOf(given.source),
    readAt: secondsOf(given.readAt),
    at: given.readAt,
  };
  const parts = uniqueParts(given.parts);
  let added = 0;
  let changed = 0;
  let completed = 0;
  for (let start = 0; start < parts.length; start += ROWS_AT_ONCE) {
    const outcome = await putBatch(batch, parts.slice(start, start + ROWS_AT_ONCE));
    added += outcome.added;
    changed += outcome.changed;
    completed += outcome.completed;
  }
  if (added + changed + completed > 0) {
    await database
      .updateTable("account")
      .set({ revision: batch.revision })
      .where("id", "=", writing.account)
      .execute();
  }
  return { added, changed };
}
