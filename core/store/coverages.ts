import type { Kysely, Selectable, Transaction } from "kysely";
import type { Coverage, ImportFailure, OpenWalk } from "../domain/import-store.ts";
import type { CertificateType } from "../domain/inventory-row.ts";
import type { CoverageTable, StoreTables } from "./tables.ts";

type Row = Selectable<CoverageTable>;

const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

function shown(row: Row): Coverage {
  const { question, known_until, walked_at, failed_at, failure_code, failure, open_walk } = row;
  const at = instant(failed_at);
  return {
    question,
    knownUntil: instant(known_until),
    walkedAt: instant(walked_at),
    failure: at === null ? null : { at, code: failure_code ?? "", why: failure ?? "" },
    isDue: row.due !== 0,
    isWalking: open_walk !== null,
    watchedSince: instant(row.watched_since),
  };
}

const UNKNOWN = {
  ...{ knownUntil: null, walkedAt: null, failure: null, isDue: false, isWalking: false },
  watchedSince: null,
} as const;
const NO_FAILURE = { failed_at: null, failure_code: null, failure: null } as const;

/** What a question's coverage becomes when it was answered up to an instant. */
export function answeredUntil(knownUntil: number | null): Change {
  return { ...NO_FAILURE, known_until: knownUntil, due: 0 };
}

export function failedWith({ at, code, why }: ImportFailure): Change {
  return { failed_at: at.getTime(), failure_code: code, failure: why };
}

export function settled(): Change {
  return NO_FAILURE;
}

/** Makes questions due that are about a type: their names begin with it. */
export async function makeDue(
  database: Kysely<StoreTables>,
  account: number,
  type: CertificateType,
): Promise<void> {
  for (const { question } of await coveragesOf(database, account)) {
    if (question.split(" ")[0] !== type) continue;
    await changeCoverage(database, { account, question }, { due: 1 });
  }
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
  return row === undefined ? { question, ...UNKNOWN } : shown(row);
}

export type Change = Partial<Omit<Row, "account" | "question">>;

export async function changeCoverage(
  database: Kysely<StoreTables>,
  about: { readonly account: number; readonly question: string },
  change: Change,
): Promise<void> {
  const walk = { walked_at: null, open_walk: null, open_since: null, open_place: null };
  const nothing = { known_until: null, ...walk, ...NO_FAILURE, due: 0, watched_since: null };
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
