import type { Transaction } from "kysely";
import type { SuccessorVerdict } from "../domain/import-store.ts";
import { CERTIFICATE_TYPES, type Labels } from "../domain/inventory-row.ts";
import { secondsOf } from "./columns.ts";
import { insertLabels, labelsBy } from "./labels.ts";
import { insertChanges } from "./note-changes.ts";
import { readRows } from "./query-rows.ts";
import type { StoreTables } from "./tables.ts";

/** Kept as the labels of a rule: raise the number when a verdict changes. */
const SUCCESSOR_SET = "successors 1";
const SUCCEEDED = "succeeded";
const WITHOUT: Labels = { tags: [], owners: [], attributes: {} };
const WITH: Labels = { ...WITHOUT, tags: [SUCCEEDED] };
/** SQLite takes so many values in one statement. */
const AT_ONCE = 1_000;

interface Numbered {
  /** Of the row. */
  readonly id: number;
  readonly hasSuccessor: boolean;
}

async function setNumber(database: Transaction<StoreTables>, account: number, at: Date): Promise<number> {
  const row = { account, name: SUCCESSOR_SET, revision: 0, used_at: secondsOf(at) };
  const { id } = await database
    .insertInto("rule_set")
    .values(row)
    .onConflict((conflict) => conflict.columns(["account", "name"]).doUpdateSet({ used_at: row.used_at }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function numbered(
  database: Transaction<StoreTables>,
  account: number,
  verdicts: readonly SuccessorVerdict[],
): Promise<readonly Numbered[]> {
  const found: Numbered[] = [];
  for (let start = 0; start < verdicts.length; start += AT_ONCE) {
    const some = new Map(
      verdicts
        .slice(start, start + AT_ONCE)
        .map(({ certificateId, hasSuccessor }) => [certificateId, hasSuccessor]),
    );
    const rows = await database
      .selectFrom("certificate")
      .select(["id", "certificate_id"])
      .where("account", "=", account)
      .where("type", "=", CERTIFICATE_TYPES.indexOf("ssl"))
      .where("certificate_id", "in", [...some.keys()])
      .execute();
    for (const { id, certificate_id } of rows)
      found.push({ id, hasSuccessor: some.get(certificate_id) ?? false });
  }
  return found;
}

async function verdictsBefore(
  database: Transaction<StoreTables>,
  set: number,
): Promise<ReadonlyMap<number, boolean>> {
  const labels = await labelsBy(database, set);
  return new Map([...labels].map(([certificate, { tags }]) => [certificate, tags[0] === SUCCEEDED]));
}

async function replaceVerdicts(
  database: Transaction<StoreTables>,
  set: number,
  { gone, come }: { readonly gone: readonly number[]; readonly come: readonly Numbered[] },
): Promise<void> {
  for (let start = 0; start < gone.length; start += AT_ONCE)
    await database
      .deleteFrom("label")
      .where("rule_set", "=", set)
      .where("certificate", "in", gone.slice(start, start + AT_ONCE))
      .execute();
  const labelled = come.map(({ id, hasSuccessor }) => [id, hasSuccessor ? WITH : WITHOUT] as const);
  await insertLabels(database, set, labelled);
}

/** Remembers what has another verdict than after the import before, and keeps the verdicts for the next one. */
export async function noteSuccessors(
  database: Transaction<StoreTables>,
  { account, at }: { readonly account: number; readonly at: Date },
  verdicts: readonly SuccessorVerdict[],
): Promise<void> {
  const set = await setNumber(database, account, at);
  const before = await verdictsBefore(database, set);
  const now = await numbered(database, account, verdicts);
  const kept = new Set(now.map(({ id }) => id));
  const come = now.filter(({ id, hasSuccessor }) => before.get(id) !== hasSuccessor);
  const turned = come.filter(({ id }) => before.has(id));
  const gone = [...before.keys()].filter((id) => !kept.has(id));
  await replaceVerdicts(database, set, { gone: [...gone, ...turned.map(({ id }) => id)], come });
  const rows = await readRows(
    database,
    turned.map(({ id }) => id),
  );
  const noted = rows.map((row, index) => {
    const hasSuccessor = turned[index]?.hasSuccessor ?? false;
    const field = { attribute: "has_successor", before: String(!hasSuccessor), after: String(hasSuccessor) };
    return { kind: "changed", row, fields: [field] } as const;
  });
  await insertChanges(database, { account, at }, noted);
}
