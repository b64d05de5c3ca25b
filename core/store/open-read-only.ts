import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { StoreError } from "../base/errors.ts";
import { checkSeal, isWhole, traceOf } from "./file-seal.ts";
import { type InventoryStore, storeOn } from "./inventory-store.ts";
import { prepareConnection, sqliteModule } from "./open-file.ts";
import type { StoreOptions } from "./open-store.ts";
import { checkPlainFile, isOwnFile } from "./own-file.ts";
import { sqliteOn } from "./sqlite-dialect.ts";
import { type Guard, isDamage, storeError } from "./store-error.ts";

/*
 * A store where nothing can be written, a volume that is mounted for reading for one, still answers: SQLite takes the file for
 * one that never changes, which needs no lock and no log beside it. Labels are made in memory.
 * Source: https://www.sqlite.org/uri.html, "immutable".
 */

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether there is a store that this user can't write to: SQLite needs its folder too. */
export function isReadOnlyPlace(path: string): boolean {
  return hasContent(path) && !(isWritable(path) && isWritable(dirname(path)));
}

/** What can't be looked at, below a file for one, opening it for writing tells. */
function hasContent(path: string): boolean {
  try {
    return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
  } catch {
    return false;
  }
}

const WHERE_IT_WRITES = "where a run can write to the store, or name another file in SECTIGO_INVENTORY_STORE";

function unusable(
  path: string,
  why: string,
  more: { code: string; hint: string; cause?: unknown },
): StoreError {
  return new StoreError(
    `read the inventory: the store ${path} can't be written to by this user, and ${why}`,
    more,
  );
}

function refuseWriting(path: string): StoreError {
  return unusable(path, "an import writes to it", {
    code: "store.read_only",
    hint: `Set refresh to "never" to read what it holds, or import ${WHERE_IT_WRITES}.`,
  });
}

function check(path: string): void {
  checkPlainFile(path);
  if (!isOwnFile(path))
    throw new StoreError(`open the inventory store ${path}: the file is not a store of this provider`, {
      code: "store.foreign",
      hint: "Name another file in SECTIGO_INVENTORY_STORE.",
    });
  if (!isWhole(path))
    throw unusable(
      path,
      "it was not closed by the run that wrote to it: the latest stands in a file beside it",
      {
        code: "store.read_only",
        hint: `Let a run read the inventory ${WHERE_IT_WRITES}.`,
      },
    );
  checkSeal(path);
}

const LABEL_TABLES = ["rule_set", "label_set", "label", "label_value"] as const;

/** Tables of the connection's own, which it finds before those of the file. */
function shadowLabels(opened: DatabaseSync): void {
  opened.exec("pragma temp_store = memory");
  for (const table of LABEL_TABLES) {
    const { sql } = opened.prepare("select sql from main.sqlite_schema where name = ?").get(table) ?? {};
    // A store of another version has others, which the version says in words.
    if (typeof sql !== "string") return;
    opened.exec(sql.replace(/^create table/i, "create temp table"));
    opened.exec(`insert into temp.${table} select * from main.${table}`);
  }
}

async function openImmutable(path: string): Promise<DatabaseSync> {
  const { DatabaseSync } = await sqliteModule(path);
  check(path);
  const url = pathToFileURL(path);
  url.searchParams.set("immutable", "1");
  const opened = new DatabaseSync(url, { readOnly: true });
  try {
    prepareConnection(opened);
    shadowLabels(opened);
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
}

/** A file that does change after all makes what was read doubtful. */
function guardOf(path: string): Guard {
  const before = traceOf(path);
  return async (what, work) => {
    try {
      const answer = await work();
      if (traceOf(path) === before) return answer;
    } catch (error) {
      if (traceOf(path) === before) {
        if (!isDamage(error)) throw storeError(what, path, error);
        throw unusable(path, "it is damaged", {
          code: "store.read_only",
          hint: `Remove it, and import ${WHERE_IT_WRITES}.`,
          cause: error,
        });
      }
    }
    throw new StoreError(`${what}: another program wrote to the store ${path} while it was read`, {
      code: "store.busy",
      hint: "Run again when it has ended.",
    });
  };
}

/**
 * Opens a store for reading alone. What only an import would use is not noted: no import can be made from here.
 * @throws StoreError `store.read_only` when it can't be read without writing, `store.foreign`, `store.newer`, `store.no_sqlite`
 */
export async function openReadOnly({ path, clock }: StoreOptions): Promise<InventoryStore> {
  const guard = guardOf(path);
  const opened = await guard("open the inventory", () => openImmutable(path));
  const refuse = async (): Promise<never> => {
    throw refuseWriting(path);
  };
  try {
    const store = await storeOn({
      ...{ name: path, clock, guard },
      database: sqliteOn(opened, clock, { isReadOnly: true }),
      locks: { take: refuse, isTaken: async () => false },
    });
    return {
      ...store,
      label: (request) => store.label({ ...request, isNoted: false }),
      makeDue: async () => undefined,
      keepCatalog: async () => undefined,
    };
  } catch (error) {
    opened.close();
    throw error;
  }
}
