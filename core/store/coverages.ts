import type { Kysely, Selectable, Transaction } from "kysely";
import type { Coverage, OpenWalk } from "../domain/import-store.ts";
import type { CoverageTable, StoreTables } from "./tables.ts";

type Row = Selectable<CoverageTable>;

const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

function shown({ question, known_until, walked_at }: Row): Coverage {
  return { question, knownUntil: instant(known_until), walkedAt: instant(walked_at) };
}

export async function coveragesOf(
  database: Kysely<StoreTables>,
  account: number,
): Promise<readonly Coverage[]> {
  const rows = await database
    .selectFrom("coverage")
    .selectAll()
    .where("account", "=", account)
    .orderBy("question")
    .execute();
  return rows.map(shown);
}

async function rowOf(
  database: Kysely<StoreTables>,
  account: number,
  question: string,
): Promise<Row | undefined> {
  return database
    .selectFrom("coverage")
    .selectAll()
    .where("account", "=", account)
    .where("question", "=", question)
    .executeTakeFirst();
}

export async function coverageOf(
  database: Kysely<StoreTables>,
  account: number,
  question: string,
): Promise<Coverage> {
  const row = await rowOf(database, account, question);
  return row === undefined ? { question, knownUntil: null, walkedAt: null } : shown(row);
}

type Change = Partial<Omit<Row, "account" | "question">>;

export async function changeCoverage(
  database: Kysely<StoreTables>,
  about: { readonly account: number; readonly question: string },
  change: Change,
): Promise<void> {
  const nothing = { known_until: null, walked_at: null, open_walk: null, open_since: null, open_place: null };
  await database
    .insertInto("coverage")
    .values({ ...about, ...nothing, ...change })
    .onConflict((conflict) => conflict.columns(["account", "question"]).doUpdateSet(change))
    .execute();
}

/** The number of the question's walk under way; undefined when there is none. */
export async function openWalkOf(
  database: Kysely<StoreTables>,
  account: number,
  question: string,
): Promise<{ readonly walk: number; readonly since: number } | undefined> {
  const row = await rowOf(database, account, question);
  const { open_walk: walk, open_since: since } = row ?? { open_walk: null, open_since: null };
  return walk === null || since === null ? undefined : { walk, since };
}

/** Goes on with a walk that is young enough, or begins one. */
export async function openWalk(
  database: Transaction<StoreTables>,
  about: { readonly account: number; readonly question: string },
  { now, notBefore }: { readonly now: Date; readonly notBefore: Date },
): Promise<OpenWalk> {
  const row = await rowOf(database, about.account, about.question);
  const since = instant(row?.open_since ?? null);
  if (row !== undefined && since !== null && since >= notBefore && since <= now)
    return { since, place: row.open_place };
  const { walk } = await database
    .updateTable("account")
    .set((expression) => ({ walk: expression("walk", "+", 1) }))
    .where("id", "=", about.account)
    .returning("walk")
    .executeTakeFirstOrThrow();
  await changeCoverage(database, about, { open_walk: walk, open_since: now.getTime(), open_place: null });
  return { since: now, place: null };
}
