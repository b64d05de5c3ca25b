import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { Labels } from "../domain/inventory-row.ts";
import { insertAll } from "./insert-all.ts";
import { readLabels } from "./part-json.ts";
import { fold, type StoreTables } from "./tables.ts";

/*
 * Rules give the same few combinations of labels to many rows: each combination is stored once, and found by what it holds.
 * So another set of rules costs a row two numbers. Combinations are never removed, so that one that another process has just
 * found stays there until it is used.
 */

/** SQLite takes so many values in one statement. */
const AT_ONCE = 1_000;

export type Labelled = readonly [certificate: number, labels: Labels];

interface LabelSet {
  readonly key: string;
  readonly json: string;
  readonly labels: Labels;
}

function labelSetOf(labels: Labels): LabelSet {
  const json = JSON.stringify(labels);
  return { key: createHash("sha256").update(json).digest("base64url"), json, labels };
}

async function findSets(
  database: Transaction<StoreTables>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const some = keys.slice(start, start + AT_ONCE);
    const rows = await database
      .selectFrom("label_set")
      .select(["id", "key"])
      .where("key", "in", some)
      .execute();
    for (const { id, key } of rows) found.set(key, id);
  }
  return found;
}

/** Two that add the same sets at once wait for each other, in one order. */
async function addSets(
  database: Transaction<StoreTables>,
  sets: readonly LabelSet[],
): Promise<ReadonlyMap<string, number>> {
  const sorted = sets.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const conflict = "on conflict do nothing";
  const rows = sorted.map(({ key, json }) => ({ key, json }));
  await insertAll(database, { table: "label_set", conflict }, rows);
  const added = await findSets(
    database,
    sorted.map(({ key }) => key),
  );
  const values = sorted.flatMap(({ key, labels: { tags, owners } }) => {
    const label_set = added.get(key) ?? -1;
    return [
      ...[...new Set(tags)].map((value) => ({ kind: "tag" as const, value, label_set })),
      ...[...new Set(owners.map(fold))].map((value) => ({ kind: "owner" as const, value, label_set })),
    ];
  });
  await insertAll(database, { table: "label_value", conflict }, values);
  return added;
}

/** Gives labels to rows that have none by this set of rules. */
export async function insertLabels(
  database: Transaction<StoreTables>,
  ruleSet: number,
  labelled: readonly Labelled[],
): Promise<void> {
  const made = new Map<Labels, LabelSet>();
  const setOf = (labels: Labels): LabelSet => {
    const known = made.get(labels) ?? labelSetOf(labels);
    made.set(labels, known);
    return known;
  };
  const rows = labelled.map(([certificate, labels]) => ({ certificate, set: setOf(labels) }));
  const sets = new Map(rows.map(({ set }) => [set.key, set]));
  const found = await findSets(database, [...sets.keys()]);
  const added = await addSets(
    database,
    [...sets.values()].filter(({ key }) => !found.has(key)),
  );
  const lines = rows.map(({ certificate, set: { key } }) => ({
    rule_set: ruleSet,
    certificate,
    label_set: found.get(key) ?? added.get(key) ?? -1,
  }));
  await insertAll(database, { table: "label" }, lines);
}

/** Labels of these certificates, or of all, by a set of rules; those without any are left out. */
export async function labelsBy(
  database: Kysely<StoreTables>,
  ruleSet: number,
  ids?: readonly number[],
): Promise<ReadonlyMap<number, Labels>> {
  const find = database
    .selectFrom("label as l")
    .select(["l.certificate", "l.label_set"])
    .where("l.rule_set", "=", ruleSet);
  const rows = await (ids === undefined ? find : find.where("l.certificate", "in", ids)).execute();
  const sets = await readSets(database, new Set(rows.map(({ label_set }) => label_set)));
  return new Map(
    rows.flatMap(({ certificate, label_set }) => {
      const labels = sets.get(label_set);
      return labels === undefined ? [] : [[certificate, labels] as const];
    }),
  );
}

async function readSets(
  database: Kysely<StoreTables>,
  numbers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Labels>> {
  const read = new Map<number, Labels>();
  const all = [...numbers];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const rows = await database
      .selectFrom("label_set")
      .select(["id", "json"])
      .where("id", "in", all.slice(start, start + AT_ONCE))
      .execute();
    for (const { id, json } of rows) read.set(id, readLabels(json));
  }
  return read;
}
