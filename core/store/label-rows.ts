import { type Kysely, type SqlBool, sql, type Transaction } from "kysely";
import type { LabelRequest } from "../domain/inventory.ts";
import { compareLabels } from "../domain/inventory-changes.ts";
import type { InventoryRow, Labels } from "../domain/inventory-row.ts";
import { type Names, presentRow } from "../domain/present-names.ts";
import { rowAt } from "../domain/status-at.ts";
import { LATEST_SECONDS } from "../domain/validity.ts";
import { secondsOf } from "./columns.ts";
import { isOver } from "./ends.ts";
import { insertLabels, type Labelled, labelsBy } from "./labels.ts";
import { addedSince, insertChanges } from "./note-changes.ts";
import { keptNames } from "./present-names.ts";
import { NO_LABELS, readRows } from "./query-rows.ts";
import type { StoreTables } from "./tables.ts";

/** Rows in one transaction: other writers wait no longer than for these. */
const ROWS_AT_ONCE = 1_000;
/** Sets that were not used for so long go; a run that still needs one makes it again. */
const KEPT_SECONDS = 30 * 86_400;
/** So far back ends are looked for again by the next run, which costs little. */
const JUDGED_AGAIN_SECONDS = 3_600;

interface RuleSet {
  readonly id: number;
  readonly revision: number;
  /** Seconds since 1970: as of when the states of its rows were judged. */
  readonly judgedAt: number;
}

async function ruleSetOf(
  database: Kysely<StoreTables>,
  account: number,
  { ruleSet: name }: LabelRequest,
  usedAt: number,
): Promise<RuleSet> {
  const find = database
    .selectFrom("rule_set")
    .select(["id", "revision", "used_at as judgedAt"])
    .where("account", "=", account)
    .where("name", "=", name);
  const known = await find.executeTakeFirst();
  if (known !== undefined) return known;
  await database
    .insertInto("rule_set")
    .values({ account, name, revision: 0, used_at: usedAt })
    .onConflict((conflict) => conflict.columns(["account", "name"]).doNothing())
    .execute();
  return find.executeTakeFirstOrThrow();
}

interface Portion {
  readonly ids: readonly number[];
  /** Of the last row. */
  readonly revision: number;
}

/** The next rows that this set has not seen in their present form. Rows of one revision are not parted. */
async function nextPortion(
  database: Kysely<StoreTables>,
  account: number,
  after: number,
): Promise<Portion | undefined> {
  const some = await database
    .selectFrom("certificate")
    .select("revision")
    .where("account", "=", account)
    .where("revision", ">", after)
    .orderBy("revision")
    .limit(ROWS_AT_ONCE)
    .execute();
  const last = some.at(-1)?.revision;
  if (last === undefined) return undefined;
  const rows = await database
    .selectFrom("certificate")
    .select("id")
    .where("account", "=", account)
    .where("revision", ">", after)
    .where("revision", "<=", last)
    .execute();
  return { ids: rows.map(({ id }) => id), revision: last };
}

async function removeLabels(
  database: Transaction<StoreTables>,
  ruleSet: number,
  ids: readonly number[],
): Promise<void> {
  await database
    .deleteFrom("label")
    .where("rule_set", "=", ruleSet)
    .where("certificate", "in", ids)
    .execute();
}

/** Others that label by the same set wait until this transaction ends. */
async function takeTurn(transaction: Transaction<StoreTables>, ruleSet: number): Promise<void> {
  await transaction
    .updateTable("rule_set")
    .set(({ ref }) => ({ revision: ref("revision") }))
    .where("id", "=", ruleSet)
    .execute();
}

function labelAll(
  rows: readonly InventoryRow[],
  ids: readonly number[],
  labelOf: LabelRequest["labelOf"],
): Labelled[] {
  return rows.flatMap((row, index) => {
    const labels = labelOf(row);
    const id = ids[index];
    return labels === null || id === undefined ? [] : [[id, labels] as const];
  });
}

async function removeOldSets(database: Transaction<StoreTables>, now: number): Promise<void> {
  const old = await database
    .selectFrom("rule_set")
    .select("id")
    .where("used_at", "<", now - KEPT_SECONDS)
    .execute();
  if (old.length === 0) return;
  const ids = old.map(({ id }) => id);
  await database.deleteFrom("label").where("rule_set", "in", ids).execute();
  await database.deleteFrom("rule_set").where("id", "in", ids).execute();
}

/**
 * Rows whose end came between the two moments, in whichever order: a clock may go back. The bounds are for the index.
 * Source of the doubt about days: core/domain/validity.ts.
 */
async function endedBetween(
  database: Kysely<StoreTables>,
  account: number,
  moments: readonly [number, number],
): Promise<readonly number[]> {
  const [from, to] = [Math.min(...moments), Math.max(...moments)];
  const [expires, wholeDay] = [sql.ref("expires"), sql.ref("whole_day")];
  const rows = await database
    .selectFrom("certificate")
    .select("id")
    .where("account", "=", account)
    .where("expires", ">", from - LATEST_SECONDS)
    .where("expires", "<=", to)
    .where(sql<SqlBool>`${isOver(expires, wholeDay, to)} = 1 and ${isOver(expires, wholeDay, from)} = 0`)
    .execute();
  return rows.map(({ id }) => id);
}

interface Labelling {
  readonly account: number;
  /** Seconds since 1970: what was added since has no labels to compare with. Null where no change is remembered. */
  readonly notedSince: number | null;
  readonly ruleSet: number;
  readonly labelOf: LabelRequest["labelOf"];
  /** Rules judge the names that rows show. */
  readonly names: Names;
  readonly now: Date;
}

interface Relabelled extends Labelling {
  readonly ids: readonly number[];
  readonly rows: readonly InventoryRow[];
  readonly labelled: ReadonlyMap<number, Labels>;
}

/** Remembers whose tags and owners changed with the row. Rules that changed are another set, and no change of a row. */
async function noteLabels(
  database: Transaction<StoreTables>,
  { account, notedSince, ruleSet, now, ids, rows, labelled }: Relabelled,
): Promise<void> {
  if (notedSince === null || ids.length === 0) return;
  const before = await labelsBy(database, ruleSet, ids);
  const added = await addedSince(database, account, notedSince);
  const noted = rows.flatMap((row, index) => {
    const id = ids[index] ?? -1;
    const fields = compareLabels(before.get(id) ?? NO_LABELS, labelled.get(id) ?? NO_LABELS);
    if (fields.length === 0 || added.has(`${row.type} ${row.certificateId}`)) return [];
    return [{ kind: "changed", row, fields } as const];
  });
  await insertChanges(database, { account, at: now }, noted);
}

/** Labels rows anew. @param revision up to which the set has seen all rows then */
async function labelAnew(
  database: Kysely<StoreTables>,
  ids: readonly number[],
  labelling: Labelling,
  revision?: number,
): Promise<void> {
  const { ruleSet, labelOf, names, now } = labelling;
  const rows = await readRows(database, ids);
  const labelled = labelAll(
    rows.map((row) => rowAt(presentRow(row, names), now)),
    ids,
    labelOf,
  );
  await database.transaction().execute(async (transaction) => {
    await takeTurn(transaction, ruleSet);
    await noteLabels(transaction, { ...labelling, ids, rows, labelled: new Map(labelled) });
    await removeLabels(transaction, ruleSet, ids);
    await insertLabels(transaction, ruleSet, labelled);
    if (revision !== undefined)
      await transaction.updateTable("rule_set").set({ revision }).where("id", "=", ruleSet).execute();
  });
}

/** Brings a set's labels up to date, portion by portion. @returns how many rows were looked at */
export async function labelRows(
  database: Kysely<StoreTables>,
  account: number,
  request: LabelRequest,
  now: Date,
): Promise<number> {
  let looked = 0;
  const seconds = secondsOf(now);
  const { id, judgedAt, ...known } = await database.transaction().execute(async (transaction) => {
    await removeOldSets(transaction, seconds);
    return ruleSetOf(transaction, account, request, seconds);
  });
  const notedSince = known.revision > 0 && (request.isNoted ?? false) ? judgedAt : null;
  const names = await keptNames(database, account);
  const labelling = { account, notedSince, ruleSet: id, labelOf: request.labelOf, names, now };
  for (let { revision } = known; ; ) {
    const portion = await nextPortion(database, account, revision);
    if (portion === undefined) break;
    ({ revision } = portion);
    await labelAnew(database, portion.ids, labelling, revision);
    looked += portion.ids.length;
  }
  const ended = await endedBetween(database, account, [judgedAt, seconds]);
  for (let start = 0; start < ended.length; start += ROWS_AT_ONCE)
    await labelAnew(database, ended.slice(start, start + ROWS_AT_ONCE), labelling);
  looked += ended.length;
  // Who changes nothing need not write either: on a standby no run can.
  if (looked > 0 || Math.abs(seconds - judgedAt) > JUDGED_AGAIN_SECONDS)
    await database.updateTable("rule_set").set({ used_at: seconds }).where("id", "=", id).execute();
  return looked;
}
