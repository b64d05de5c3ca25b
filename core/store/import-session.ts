import { type Kysely, sql, type Transaction } from "kysely";
import { BugError } from "../base/errors.ts";
import type { DetailsWanted, ImportSession, WalkedRows } from "../domain/import-store.ts";
import { CERTIFICATE_TYPES, type CertificateType, ORIGINS } from "../domain/inventory-row.ts";
import { PART_SOURCES } from "../domain/merge-parts.ts";
import { Cells } from "./cells.ts";
import { secondsOf } from "./columns.ts";
import { changeCoverage, coverageOf, openWalk, openWalkOf } from "./coverages.ts";
import type { HeldLock } from "./lock-file.ts";
import { all, among, type Predicate } from "./match.ts";
import { countedBy, putRows } from "./put-rows.ts";
import type { StoreTables } from "./tables.ts";
import { sweepTally, TallyChanges } from "./tally.ts";
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
  where: Predicate,
): Promise<number> {
  const found = await transaction
    .selectFrom("certificate")
    .select("id")
    .where(where)
    .limit(REMOVED_AT_ONCE)
    .execute();
  if (found.length === 0) return 0;
  const ids = found.map(({ id }) => id);
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
  { type, certificateIds, olderThan }: DetailsWanted,
): Promise<number[]> {
  const rows = await database
    .selectFrom("certificate as c")
    .leftJoin("part as p", (join) => join.on("p.source", "=", DETAILS).onRef("p.certificate", "=", "c.id"))
    .select("c.certificate_id")
    .where("c.account", "=", account)
    .where("c.type", "=", CERTIFICATE_TYPES.indexOf(type))
    .where("c.certificate_id", "in", certificateIds)
    .where(({ eb, or }) => or([eb("p.read_at", "is", null), eb("p.read_at", "<", secondsOf(olderThan))]))
    .execute();
  return rows.map(({ certificate_id }) => certificate_id);
}

/** The account's writer. Whoever holds the lock makes one. */
export function importSession(parts: SessionParts): ImportSession {
  const { database, account, lock, guard } = parts;
  const words = new Words();
  const cells = new Cells(account);
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
  return {
    coverage: (question) => read(() => coverageOf(database, account, question)),
    put: (source, rows, readAt) =>
      transact((transaction) =>
        putRows(transaction, { account, words, cells }, { source, parts: rows, readAt }),
      ),
    openWalk: (question, times) =>
      transact((transaction) => openWalk(transaction, { account, question }, times)),
    keepPlace: (question, place) =>
      transact((transaction) => changeCoverage(transaction, { account, question }, { open_place: place })),
    shown: (question, rows) =>
      read(async () => {
        const walk = await walkNumber(parts, question);
        const { n } = await database
          .selectFrom("certificate")
          .select(({ fn }) => fn.countAll<number>().as("n"))
          .where(inWalk(account, rows))
          .where("walk", ">=", walk)
          .executeTakeFirstOrThrow();
        return n;
      }),
    notShown: (question, type, ids) =>
      read(async () => without(parts, { type, ids, walk: await walkNumber(parts, question) })),
    unknown: (type, ids) => read(() => without(parts, { type, ids, walk: 0 })),
    async closeWalk(question, rows) {
      const walk = await read(() => walkNumber(parts, question));
      const where = all([inWalk(account, rows), sql<boolean>`walk < ${walk}` as Predicate]);
      let removed = 0;
      for (;;) {
        const some = await transact((transaction) => removeSome(transaction, account, where));
        removed += some;
        if (some < REMOVED_AT_ONCE) break;
      }
      await transact(async (transaction) => {
        const open = await openWalkOf(transaction, account, question);
        await sweepTally(transaction, account);
        await changeCoverage(
          transaction,
          { account, question },
          {
            walked_at: open?.since ?? null,
            known_until: open?.since ?? null,
            open_walk: null,
            open_since: null,
            open_place: null,
          },
        );
      });
      return removed;
    },
    advance: (question, knownUntil) =>
      transact((transaction) =>
        changeCoverage(transaction, { account, question }, { known_until: knownUntil.getTime() }),
      ),
    withoutDetails: (wanted) => read(() => withoutDetails(parts, wanted)),
    async release() {
      lock.release();
    },
  };
}
