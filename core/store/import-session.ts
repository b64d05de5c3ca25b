import { sql, type Transaction } from "kysely";
import type { ImportSession } from "../domain/import-store.ts";
import { amended } from "./amended.ts";
import { Cells } from "./cells.ts";
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
import { idsInStates, statusesOf, without, withoutDetails } from "./held-rows.ts";
import { all, type Predicate } from "./match.ts";
import { forgetChanges, type History } from "./note-changes.ts";
import { noteSuccessors } from "./note-successors.ts";
import { putRows } from "./put-rows.ts";
import { leaving, removeUnseen } from "./remove-rows.ts";
import type { StoreTables } from "./tables.ts";
import { sweepTally } from "./tally.ts";
import { touchedIds, untouch } from "./touched.ts";
import { countRowsWhere, inWalk, type SessionParts, walkNumber } from "./walked-rows.ts";
import { Words } from "./words.ts";

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
    noteSuccessors: (verdicts, at) =>
      transact((transaction) => noteSuccessors(transaction, { account, at }, verdicts)),
    async release() {
      await lock.release();
    },
  };
}
