import { type Kysely, sql, type Transaction } from "kysely";
import { BugError } from "../base/errors.ts";
import type { DetailsWanted, ImportSession, Leaving, WalkedRows } from "../domain/import-store.ts";
import { CERTIFICATE_TYPES, type CertificateType, ORIGINS } from "../domain/inventory-row.ts";
import { PART_SOURCES } from "../domain/merge-parts.ts";
import { amended } from "./amended.ts";
import { Cells } from "./cells.ts";
import { secondsOf } from "./columns.ts";
import {
  answeredUntil,
  type Change,
  changeCoverage,
  coverageOf,
  coveragesOf,
  failedWith,
  openWalk,
  openWalkOf,
  settled,
} from "./coverages.ts";
import type { HeldLock } from "./import-locks.ts";
import { all, among, type Predicate } from "./match.ts";
import { forgetChanges, type History, insertChanges } from "./note-changes.ts";
import { countedBy, putRows } from "./put-rows.ts";
import { readRows } from "./query-rows.ts";
import { fold, type StoreTables } from "./tables.ts";
import { sweepTally, TallyChanges } from "./tally.ts";
import { touchedIds, untouch } from "./touched.ts";
import { Words } from "./words.ts";

/** Rows in one transaction of a removal, so that readers and other writers get their turn. */
const REMOVED_AT_ONCE = 1_000;
const DETAILS = PART_SOURCES.indexOf("details");

/** Turns whatever is thrown into an error of ours that names the attempt. */
export type Guard = <T>(what: string, work: () => Promise<T>) => Promise<T>;

interface SessionParts {
  readonly database: Kysely<StoreTables>;
  readonly account: number;
  readonly lock: HeldLock;
  readonly guard: Guard;
}

function inWalk(account: number, { type, origins, organizationIds }: WalkedRows): Predicate {
  const demands = [
    sql<boolean>`account = ${account} and type = ${CERTIFICATE_TYPES.indexOf(type)}` as Predicate,
  ];
  if (origins !== null)
    demands.push(
      among(
        sql.ref("origin"),
        origins.map((origin) => ORIGINS.indexOf(origin)),
      ),
    );
  if (organizationIds !== null) demands.push(among(sql.ref("organization_id"), organizationIds));
  return all(demands);
}

async function walkNumber({ database, account }: SessionParts, question: string): Promise<number> {
  const open = await openWalkOf(database, account, question);
  if (open !== undefined) return open.walk;
  throw new BugError("import certificates: no walk is under way", { code: "bug.walk", hint: "Report this." });
}

/** Removes some rows and everything that hangs on them. @returns how many */
async function removeSome(
  transaction: Transaction<StoreTables>,
  account: number,
  { where, notedAt }: { readonly where: Predicate; readonly notedAt: Date | null },
): Promise<number> {
  const found = await transaction
    .selectFrom("certificate")
    .select("id")
    .where(where)
    .limit(REMOVED_AT_ONCE)
    .execute();
  if (found.length === 0) return 0;
  const ids = found.map(({ id }) => id);
  if (notedAt !== null) {
    const rows = await readRows(transaction, ids);
    const noted = rows.map((row) => ({ kind: "removed", row }) as const);
    await insertChanges(transaction, { account, at: notedAt }, noted);
  }
  const tally = new TallyChanges(account);
  for (const counted of await countedBy(transaction, ids)) tally.add(counted, -1);
  await tally.write(transaction);
  await transaction.deleteFrom("certificate").where("id", "in", ids).execute();
  const sources = PART_SOURCES.map((_, place) => place);
  await transaction
    .deleteFrom("part")
    .where("source", "in", sources)
    .where("certificate", "in", ids)
    .execute();
  await transaction
    .deleteFrom("label")
    .where("rule_set", "in", (from) => from.selectFrom("rule_set").select("id"))
    .where("certificate", "in", ids)
    .execute();
  for (const table of ["name", "search", "label_value"] as const)
    await transaction.deleteFrom(table).where("certificate", "in", ids).execute();
  return ids.length;
}

/** Ids of which there is no row that this walk or a later one has shown. */
async function without(
  { database, account }: SessionParts,
  {
    type,
    ids,
    walk,
  }: { readonly type: CertificateType; readonly ids: readonly number[]; readonly walk: number },
): Promise<number[]> {
  const rows = await database
    .selectFrom("certificate")
    .select("certificate_id")
    .where("account", "=", account)
    .where("type", "=", CERTIFICATE_TYPES.indexOf(type))
    .where("certificate_id", "in", ids)
    .where("walk", ">=", walk)
    .execute();
  const found = new Set(rows.map(({ certificate_id }) => certificate_id));
  return ids.filter((id) => !found.has(id));
}

async function withoutDetails(
  { database, account }: SessionParts,
  { type, certificateIds, olderThan, now }: DetailsWanted,
): Promise<number[]> {
  const rows = await database
    .selectFrom("certificate as c")
    .leftJoin("part as p", (join) => join.on("p.source", "=", DETAILS).onRef("p.certificate", "=", "c.id"))
    .select("c.certificate_id")
    .where("c.account", "=", account)
    .where("c.type", "=", CERTIFICATE_TYPES.indexOf(type))
    .where("c.certificate_id", "in", certificateIds)
    .where(({ eb, or }) =>
      or([
        eb("p.read_at", "is", null),
        eb("p.read_at", "<", secondsOf(olderThan)),
        eb("p.read_at", ">", secondsOf(now)),
      ]),
    )
    .execute();
  return rows.map(({ certificate_id }) => certificate_id);
}

async function countRowsWhere(database: Kysely<StoreTables>, where: Predicate): Promise<number> {
  const { n } = await database
    .selectFrom("certificate")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where(where)
    .executeTakeFirstOrThrow();
  return n;
}

/** Rows that the open walk has not shown. */
async function unseen(parts: SessionParts, question: string, rows: WalkedRows): Promise<Predicate> {
  const walk = await walkNumber(parts, question);
  return all([inWalk(parts.account, rows), sql<boolean>`walk < ${walk}` as Predicate]);
}

async function leaving(
  parts: SessionParts,
  question: string,
  { rows, most }: { readonly rows: WalkedRows; readonly most: number },
): Promise<Leaving> {
  const { database, account } = parts;
  const where = await unseen(parts, question, rows);
  const found = await database
    .selectFrom("certificate")
    .select("certificate_id")
    .where(where)
    .orderBy("certificate_id")
    .limit(most)
    .execute();
  return {
    count: await countRowsWhere(database, where),
    of: await countRowsWhere(database, inWalk(account, rows)),
    ids: found.map(({ certificate_id }) => certificate_id),
  };
}

type Transact = <T>(work: (transaction: Transaction<StoreTables>) => Promise<T>) => Promise<T>;

interface Removal {
  readonly rows: WalkedRows;
  readonly transact: Transact;
  /** When it is remembered that they left; null where it is not. */
  readonly notedAt: Date | null;
}

async function removeUnseen(
  parts: SessionParts,
  question: string,
  { rows, transact, notedAt }: Removal,
): Promise<number> {
  const where = await parts.guard("read the inventory", () => unseen(parts, question, rows));
  for (let removed = 0; ; ) {
    const some = await transact((transaction) => removeSome(transaction, parts.account, { where, notedAt }));
    removed += some;
    if (some < REMOVED_AT_ONCE) return removed;
  }
}

async function statusesOf(
  { database, account }: SessionParts,
  type: CertificateType,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom("certificate as c")
    .innerJoin("word as w", "w.id", "c.status")
    .select(["c.certificate_id", "w.text"])
    .where("c.account", "=", account)
    .where("c.type", "=", CERTIFICATE_TYPES.indexOf(type))
    .where("c.certificate_id", "in", ids)
    .execute();
  return new Map(rows.map(({ certificate_id, text }) => [certificate_id, text]));
}

async function idsInStates(
  { database, account }: SessionParts,
  type: CertificateType,
  { statuses, most }: { readonly statuses: readonly string[]; readonly most: number },
): Promise<readonly number[]> {
  const rows = await database
    .selectFrom("cell as k")
    .innerJoin("word as w", "w.id", "k.status")
    .innerJoin("certificate as c", "c.cell", "k.id")
    .select("c.certificate_id")
    .where("k.account", "=", account)
    .where("k.type", "=", CERTIFICATE_TYPES.indexOf(type))
    .where("w.folded", "in", statuses.map(fold))
    .orderBy("c.certificate_id", "desc")
    .limit(most)
    .execute();
  return rows.map(({ certificate_id }) => certificate_id);
}

/** The account's writer. The holder of the lock makes one. */
export function importSession(parts: SessionParts): ImportSession {
  const { database, account, lock, guard } = parts;
  const words = new Words();
  const cells = new Cells(account);
  let history: History | null = null;
  /** When SCM was last asked, as far as this session was told. */
  let latest = new Date(0);
  const transact = <T>(work: (transaction: Transaction<StoreTables>) => Promise<T>): Promise<T> =>
    guard("store certificates", async () => {
      try {
        return await database.transaction().execute(work);
      } catch (error) {
        words.forget();
        cells.forget();
        throw error;
      }
    });
  const read = <T>(work: () => Promise<T>): Promise<T> => guard("read the inventory", work);
  const note = (question: string, change: Change): Promise<void> =>
    transact((transaction) => changeCoverage(transaction, { account, question }, change));
  return {
    coverage: (question) => read(() => coverageOf(database, account, question)),
    watch: (question, forgetBefore) =>
      transact(async (transaction) => {
        const { watchedSince } = await coverageOf(transaction, account, question);
        history = watchedSince === null ? null : { added: new Set() };
        await forgetChanges(transaction, account, forgetBefore);
      }),
    put: (source, rows, readAt) => {
      latest = readAt;
      const given = { source, parts: rows, readAt };
      return transact((transaction) => putRows(transaction, { account, words, cells, history }, given));
    },
    amend: (rows, readAt) =>
      transact(async (transaction) => {
        const watched = await coveragesOf(transaction, account);
        const noted = watched.some(({ watchedSince }) => watchedSince !== null)
          ? { added: new Set<number>() }
          : null;
        const given = { source: "bulk", parts: await amended(transaction, account, rows), readAt } as const;
        return putRows(transaction, { account, words, cells, history: noted }, given);
      }),
    openWalk: (question, times) => {
      latest = times.now;
      return transact((transaction) => openWalk(transaction, { account, question }, times));
    },
    keepPlace: (question, place) =>
      transact((transaction) => changeCoverage(transaction, { account, question }, { open_place: place })),
    shown: (question, rows) =>
      read(async () => {
        const walk = await walkNumber(parts, question);
        return countRowsWhere(
          database,
          all([inWalk(account, rows), sql<boolean>`walk >= ${walk}` as Predicate]),
        );
      }),
    notShown: (question, type, ids) =>
      read(async () => without(parts, { type, ids, walk: await walkNumber(parts, question) })),
    unknown: (type, ids) => read(() => without(parts, { type, ids, walk: 0 })),
    leaving: (question, rows, most) => read(() => leaving(parts, question, { rows, most })),
    async closeWalk(question, rows) {
      const notedAt = history === null ? null : latest;
      const removed = rows === null ? 0 : await removeUnseen(parts, question, { rows, transact, notedAt });
      await transact(async (transaction) => {
        const open = await openWalkOf(transaction, account, question);
        await sweepTally(transaction, account);
        const since = open?.since ?? null;
        const closed = { walked_at: since, open_walk: null, open_since: null, open_place: null };
        const { watchedSince } = await coverageOf(transaction, account, question);
        const watched = { watched_since: (watchedSince ?? latest).getTime() };
        await changeCoverage(
          transaction,
          { account, question },
          { ...answeredUntil(since), ...closed, ...watched },
        );
      });
      return removed;
    },
    advance: (question, knownUntil) => note(question, answeredUntil(knownUntil.getTime())),
    fail: (question, failure) => note(question, failedWith(failure)),
    settle: (question) => note(question, settled()),
    statuses: (type, ids) => read(() => statusesOf(parts, type, ids)),
    inStates: (type, statuses, most) => read(() => idsInStates(parts, type, { statuses, most })),
    touched: (type) => read(() => touchedIds(database, account, type)),
    untouch: (type, ids) => transact((transaction) => untouch(transaction, account, { type, ids })),
    withoutDetails: (wanted) => read(() => withoutDetails(parts, wanted)),
    async release() {
      await lock.release();
    },
  };
}
