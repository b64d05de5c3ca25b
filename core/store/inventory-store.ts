import type { Kysely } from "kysely";
import type { Clock } from "../base/clock.ts";
import { type CatalogStore, isWorthKeeping } from "../domain/catalog-store.ts";
import type { ImportStore } from "../domain/import-store.ts";
import type { InventoryAccount, InventoryLabels, InventoryReader } from "../domain/inventory.ts";
import type { InventoryHistory } from "../domain/inventory-changes.ts";
import type { InventoryEntry } from "../domain/inventory-row.ts";
import { countsWithPresentNames, type Names } from "../domain/present-names.ts";
import { accountNumber, findAccount } from "./accounts.ts";
import { countBy } from "./count-by.ts";
import { NO_COUNTS } from "./count-rows.ts";
import { coveragesOf, makeDue } from "./coverages.ts";
import { findRuleSet } from "./find-rule-set.ts";
import type { ImportLocks } from "./import-locks.ts";
import { importSession } from "./import-session.ts";
import { setsOf } from "./judged-sets.ts";
import { keepCatalog, keptCatalog } from "./kept-catalog.ts";
import { KnownCounts } from "./known-counts.ts";
import { labelRows } from "./label-rows.ts";
import { migrate } from "./migrations.ts";
import { keptNames } from "./present-names.ts";
import { NO_CHANGES, queryChanges } from "./query-changes.ts";
import { walkRows } from "./query-rows.ts";
import { judgeRenamedAnew } from "./renamed-rows.ts";
import { type Asked, type Selection, selectionOf } from "./selection.ts";
import type { Guard } from "./store-error.ts";
import type { StoreTables } from "./tables.ts";
import { touch } from "./touched.ts";

/** What is known of all certificates of some accounts, kept between runs. A copy: losing it costs one import. */
export interface InventoryStore
  extends InventoryReader,
    InventoryLabels,
    ImportStore,
    InventoryHistory,
    CatalogStore {
  /** Where it is, for messages: the file's path, or the database without the password. */
  readonly name: string;
  /** Where the store lies that was found damaged when this one was opened, and put aside; null when it was not. */
  readonly damaged: string | null;
  /** Whether some process imports for the account right now. */
  isImporting(account: InventoryAccount): Promise<boolean>;
  close(): Promise<void>;
}

/** What makes a store on some database: each kind has a dialect and locks of its own. */
interface StoreParts {
  readonly name: string;
  readonly database: Kysely<StoreTables>;
  readonly clock: Clock;
  readonly locks: ImportLocks;
  /** Turns what the dialect throws into errors of ours. */
  readonly guard: Guard;
}

/** Reads in one transaction, so that total, rows and counts are of the same moment. */
async function atOnce<T>(
  database: Kysely<StoreTables>,
  asked: Asked,
  work: (database: Kysely<StoreTables>, selection: Selection, names: Names) => Promise<T>,
): Promise<T | undefined> {
  return database
    .transaction()
    .setAccessMode("read only")
    .execute(async (transaction) => {
      const account = await findAccount(transaction, asked.view.account);
      if (account === undefined) return undefined;
      const ruleSet = await findRuleSet(transaction, account, asked.view.ruleSet);
      const names = await keptNames(transaction, account);
      return work(transaction, await selectionOf(transaction, asked, { account, ruleSet, names }), names);
    });
}

/** A store on a database that is there, brought to this program's version. @throws StoreError */
export async function storeOn({ name, database, clock, locks, guard }: StoreParts): Promise<InventoryStore> {
  await guard("open the inventory", () => migrate(database, name));
  const numberOf = (account: InventoryAccount): Promise<number> =>
    database.transaction().execute((transaction) => accountNumber(transaction, account));
  const read = <T>(work: () => Promise<T>): Promise<T> => guard("read the inventory", work);
  /** What no database can tell of rows is judged before it is asked for. */
  const judgeRows = async ({ view, filter = {}, now }: Asked, asksPolicies: boolean): Promise<void> => {
    const account = await findAccount(database, view.account);
    if (account === undefined) return;
    for (const set of setsOf(filter, asksPolicies))
      await labelRows(database, account, { ...set, account: view.account }, now);
  };
  const known = new KnownCounts();
  let judging: Promise<unknown> = Promise.resolve();
  /** One question after the other: two that judge the same rows would be in each other's way. */
  const judge = async (asked: Asked, asksPolicies = false): Promise<void> => {
    if (setsOf(asked.filter ?? {}, asksPolicies).length === 0) return;
    const judged = judging.then(() => judgeRows(asked, asksPolicies));
    judging = judged.catch(() => undefined);
    await judged;
  };
  const walk: InventoryReader["walk"] = (query, take) =>
    read(async () => {
      await judge(query);
      const total = await atOnce(database, query, (transaction, selection, names) =>
        walkRows(transaction, query, { selection, names, known }, take),
      );
      return total ?? 0;
    });
  return {
    name,
    damaged: null,
    async query(query) {
      const rows: InventoryEntry[] = [];
      const total = await walk(query, (row) => rows.push(row));
      return { rows, total };
    },
    walk,
    count: (asked) =>
      read(async () => {
        await judge(asked);
        const counts = await atOnce(database, asked, async (transaction, selection, names) =>
          countsWithPresentNames(await known.of(transaction, asked, selection), names),
        );
        return counts ?? NO_COUNTS;
      }),
    countBy: (asked, trait) =>
      read(async () => {
        await judge(asked, trait === "violation");
        const counted = await atOnce(database, asked, (transaction, selection, names) =>
          countBy(transaction, { selection, names }, trait),
        );
        return counted ?? {};
      }),
    changes: (query) =>
      read(async () => {
        const number = await findAccount(database, query.account);
        return number === undefined ? NO_CHANGES : queryChanges(database, number, query);
      }),
    label: (request) =>
      guard("label certificates", async () => {
        const account = await findAccount(database, request.account);
        // Where nothing was imported, nothing can be labelled.
        if (account === undefined) return 0;
        return labelRows(database, account, request, clock.now());
      }),
    keptCatalog: (account, part) =>
      read(async () => {
        const number = await findAccount(database, account);
        return number === undefined ? null : keptCatalog(database, number, part);
      }),
    keepCatalog: (account, part, kept) =>
      guard("keep the catalog", async () => {
        const number = await findAccount(database, account);
        const known = number === undefined ? null : await keptCatalog(database, number, part);
        if (!isWorthKeeping(known, kept)) return;
        await database.transaction().execute(async (transaction) => {
          const own = number ?? (await accountNumber(transaction, account));
          const before = await keptNames(transaction, own);
          await keepCatalog(transaction, { account: own, part }, kept);
          await judgeRenamedAnew(transaction, own, { before, after: await keptNames(transaction, own) });
        });
      }),
    coverages: (account) =>
      read(async () => {
        const number = await findAccount(database, account);
        return number === undefined ? [] : coveragesOf(database, number);
      }),
    makeDue: (account, type, ids) =>
      guard("note a change", async () => {
        const number = await findAccount(database, account);
        if (number === undefined) return;
        await database.transaction().execute(async (transaction) => {
          await touch(transaction, number, { type, ids });
          await makeDue(transaction, number, type);
        });
      }),
    async tryImport(account) {
      const held = await guard("begin an import", () => locks.take(account, database));
      if (held === null) return null;
      try {
        const number = await guard("begin an import", () => numberOf(account));
        return importSession({ database: held.database ?? database, account: number, lock: held, guard });
      } catch (error) {
        await held.release();
        throw error;
      }
    },
    isImporting: (account) => guard("look for imports", () => locks.isTaken(account, database)),
    close: () => database.destroy(),
  };
}
