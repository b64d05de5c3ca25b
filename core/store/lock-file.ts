import { createHash } from "node:crypto";
import type { InventoryAccount } from "../domain/inventory.ts";
import type { HeldLock } from "./import-locks.ts";
import { makeFile } from "./make-file.ts";
import { checkPlainFile } from "./own-file.ts";
import { resultCode } from "./store-error.ts";

const BUSY = new Set([5, 6]);

function lockPath(path: string, { host, customerUri, administrator }: InventoryAccount): string {
  const name = JSON.stringify([host, customerUri, administrator]);
  return `${path}.${createHash("sha256").update(name).digest("hex").slice(0, 16)}.lock`;
}

/**
 * Takes the account's import lock, if it is free: SQLite's lock on an empty file beside the store. The system takes
 * such locks back from a process that was killed, and SQLite keeps two connections of one process apart as well.
 * @returns null when another connection has it
 */
export async function takeLock(path: string, account: InventoryAccount): Promise<HeldLock | null> {
  const { DatabaseSync } = await import("node:sqlite");
  const name = lockPath(path, account);
  makeFile(name);
  checkPlainFile(name);
  const opened = new DatabaseSync(name);
  try {
    opened.exec("pragma busy_timeout = 0; begin exclusive");
    return { release: () => opened.close() };
  } catch (error) {
    opened.close();
    if (BUSY.has(resultCode(error) ?? 0)) return null;
    throw error;
  }
}
