import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { AggregateOptions, DatabaseSync } from "node:sqlite";
import { StoreError } from "../base/errors.ts";
import { checkSeal } from "./file-seal.ts";
import { makeFile } from "./make-file.ts";
import { APPLICATION_ID, isOwnFile, protectFile } from "./own-file.ts";
import { fold } from "./tables.ts";

/** While the file is set up, which takes other processes some milliseconds. */
const SETUP_TIMEOUT_MS = 10_000;
/** Afterwards: it stops the whole process, so that longer waits are the driver's. */
const BUSY_TIMEOUT_MS = 20;
/** Inner pages of the indexes; whole scans are better served by the system's own cache. */
const CACHE_KB = 16_000;

/** Only the user may read it: names of hosts and persons concern no other user. */
function createFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  makeFile(path);
  // It may have been there before, or the folder may have rules of its own.
  protectFile(path);
}

function pragma(opened: DatabaseSync, name: string): number {
  return Number(Object.values(opened.prepare(`pragma ${name}`).get() ?? {})[0]);
}

/** A file that SQLite can read, but that another program made, must not get our tables. */
function claim(opened: DatabaseSync, path: string): void {
  if (pragma(opened, "application_id") === APPLICATION_ID) return;
  // Whatever fails here, the connection is closed, and the transaction with it.
  opened.exec("begin immediate");
  const isEmpty = opened.prepare("select 1 from sqlite_schema").get() === undefined;
  const isOurs = pragma(opened, "application_id") === APPLICATION_ID;
  if (!isEmpty && !isOurs) {
    throw new StoreError(`open the inventory store ${path}: the file is a database of another program`, {
      code: "store.foreign",
      hint: "Name another file in SECTIGO_INVENTORY_STORE.",
    });
  }
  opened.exec(`pragma application_id = ${APPLICATION_ID}; commit`);
}

/**
 * Loaded here and not above: a provider without a store does not pay for it, and old versions of Node do not have the
 * module, or have one that can do less. What the store needs is tried before a file is touched.
 */
export async function sqliteModule(path: string): Promise<typeof import("node:sqlite")> {
  try {
    const sqlite = await import("node:sqlite");
    trySqlite(sqlite);
    return sqlite;
  } catch (cause) {
    throw new StoreError(
      `open the inventory store ${path}: SQLite of ${process.release.name} ${process.version} is missing or too old`,
      {
        code: "store.no_sqlite",
        hint: 'Use Node 22.19 or newer, or set SECTIGO_INVENTORY_STORE to "none".',
        cause,
      },
    );
  }
}

/** Does, in memory, what the store does with its file. @throws what is not there */
export function trySqlite({ DatabaseSync }: Pick<typeof import("node:sqlite"), "DatabaseSync">): void {
  const opened = new DatabaseSync(":memory:");
  try {
    addFunctions(opened);
    opened.exec("create table t (a integer primary key, b text) strict");
    const put = opened.prepare(
      "insert into t (a, b) values (?, ?) on conflict (a) do update set b = excluded.b returning a",
    );
    if (put.columns().length !== 1) throw new Error("columns() tells other columns");
    put.all(1, "Ä");
    const counted = opened.prepare("select alike(length(b)) as n from t");
    if (counted.get()?.n !== '{"1":1}') throw new Error("sums of ours are not called");
    const read = opened.prepare("select fold(b) as b, json_array(a) as j from t where a = ?");
    if (read.iterate(1).next().value?.b !== fold("Ä")) throw new Error("functions of ours are not called");
  } finally {
    opened.close();
  }
}

/** SQLite's own `lower` knows ASCII only. */
function addFunctions(opened: DatabaseSync): void {
  opened.function("fold", { deterministic: true }, (text) => (typeof text === "string" ? fold(text) : null));
  addAlike(opened);
}

/** How many rows have each number, as a JSON object. */
function addAlike(opened: DatabaseSync): void {
  const tally = {
    deterministic: true,
    start: () => new Map<number, number>(),
    step: (found: Map<number, number>, key: number) => found.set(key, (found.get(key) ?? 0) + 1),
    result: (found: Map<number, number>) => JSON.stringify(Object.fromEntries(found)),
  };
  // Node and Bun hold whatever `start` returns; the types know of what SQLite takes only.
  opened.aggregate("alike", tally as unknown as AggregateOptions);
}

/**
 * A database that is gone when it is closed. What its cache has no room for lies in a file without a name, which the system frees
 * with the process however it ends: in memory a large account would take all that a small runner has. In memory alone where no
 * folder takes such a file. Source: https://www.sqlite.org/inmemorydb.html, "Temporary Databases"; tempfiles.html.
 */
export async function openUnnamed(): Promise<DatabaseSync> {
  const { DatabaseSync } = await sqliteModule("in memory");
  const opened = new DatabaseSync(takesUnnamed(DatabaseSync) ? "" : ":memory:");
  opened.exec(`pragma cache_size = -${CACHE_KB}`);
  addFunctions(opened);
  return opened;
}

/** The file is made when the cache is full, which is too late to do without. */
function takesUnnamed(Database: typeof DatabaseSync): boolean {
  const opened = new Database("");
  try {
    opened.exec("pragma cache_size = 1; create table t (a); insert into t values (zeroblob(1000000))");
    return true;
  } catch {
    // Whatever the reason, memory is there.
    return false;
  } finally {
    opened.close();
  }
}

/** What every connection to a file has. */
export function prepareConnection(opened: DatabaseSync): void {
  opened.exec(`pragma cell_size_check = on; pragma cache_size = -${CACHE_KB}`);
  opened.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  addFunctions(opened);
}

/** Opens or creates the file. Throws what SQLite or the system throws, and StoreError `store.foreign`. */
export async function openFile(path: string): Promise<DatabaseSync> {
  const { DatabaseSync } = await sqliteModule(path);
  createFile(path);
  if (statSync(path).size > 0 && isOwnFile(path)) checkSeal(path);
  const opened = new DatabaseSync(path);
  try {
    opened.exec(`pragma busy_timeout = ${SETUP_TIMEOUT_MS}`);
    claim(opened, path);
    // Readers and a writer do not wait for each other; what a power cut takes, the next import brings again.
    // A longer log than usual is written back in one go, which suits an import: 32 MB instead of 4.
    opened.exec("pragma journal_mode = wal; pragma synchronous = normal; pragma wal_autocheckpoint = 8000");
    prepareConnection(opened);
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
}

/** Tells a file from another one of the same name; null when there is none. */
export function inodeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

/** Puts a damaged store aside, so that the next one begins anew. The last one is kept for a look. */
export function putAside(path: string): void {
  renameSync(path, `${path}.damaged`);
  for (const suffix of ["-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
}
