import type { Clock } from "../base/clock.ts";
import { StoreError } from "../base/errors.ts";
import type { Logger } from "../base/log.ts";
import type { ImportSession } from "../domain/import-store.ts";
import { seal } from "./file-seal.ts";
import { locksBy } from "./import-locks.ts";
import { type InventoryStore, storeOn } from "./inventory-store.ts";
import { takeLock } from "./lock-file.ts";
import { inodeOf, openFile, putAside } from "./open-file.ts";
import { isOwnFile } from "./own-file.ts";
import { sqliteOn } from "./sqlite-dialect.ts";
import { type Guard, isDamage, storeError } from "./store-error.ts";

export interface StoreOptions {
  /** The file; it and its folder are made when they are not there, for this user only. */
  readonly path: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Puts a damaged store aside if it is ours. Nothing of it is used again: half a truth is worse than a new import. */
function afterDamage(
  { path, log }: StoreOptions,
  what: string,
  { cause, inode }: { readonly cause: unknown; readonly inode: number | null },
): StoreError {
  if (!isOwnFile(path)) {
    return new StoreError(`${what}: the file ${path} is damaged, or not a store of this provider`, {
      code: "store.foreign",
      hint: "Move the file away, or name another one in SECTIGO_INVENTORY_STORE.",
      cause,
    });
  }
  // Another process may have put it aside already: the file of that name is then a new one.
  if (inode === null || inode === inodeOf(path)) putAside(path);
  log.warn("damaged inventory store put aside", { path });
  return new StoreError(
    `${what}: the inventory store ${path} was damaged and has been put aside as ${path}.damaged`,
    { code: "store.damaged", hint: "Run again: the next import fills a new store.", cause },
  );
}

/** One for each time the file is opened, so that a new file is not blamed for the former one. */
function guardOf(options: StoreOptions): { readonly guard: Guard; readonly opens: (path: string) => void } {
  let damage: StoreError | undefined;
  let inode: number | null = null;
  const guard: Guard = async (what, work) => {
    if (damage !== undefined) throw damage;
    try {
      return await work();
    } catch (error) {
      if (!isDamage(error)) throw storeError(what, options.path, error);
      damage ??= afterDamage(options, what, { cause: error, inode });
      throw damage;
    }
  };
  return {
    guard,
    opens: (path) => {
      inode = inodeOf(path);
    },
  };
}

/** Seals what an import brought as soon as it ends: a process that is killed afterwards closes nothing. */
async function sealedAfter(
  begin: () => Promise<ImportSession | null>,
  vouch: () => Promise<void>,
): Promise<ImportSession | null> {
  const session = await begin();
  if (session === null) return null;
  return {
    ...session,
    async release() {
      await session.release();
      await vouch();
    },
  };
}

async function openOnce(options: StoreOptions): Promise<InventoryStore> {
  const { path, clock } = options;
  const { guard, opens } = guardOf(options);
  const opened = await guard("open the inventory", async () => {
    const file = await openFile(path);
    opens(path);
    return file;
  });
  try {
    const store = await storeOn({
      name: path,
      clock,
      guard,
      database: sqliteOn(opened, clock),
      locks: locksBy((account) => takeLock(path, account)),
    });
    // A store whose damage was noticed is not vouched for.
    const vouch = (): Promise<void> =>
      guard("close the inventory", async () => seal(opened, path)).catch(() => undefined);
    const close = async (): Promise<void> => {
      await vouch();
      await store.close();
    };
    return { ...store, close, tryImport: (account) => sealedAfter(() => store.tryImport(account), vouch) };
  } catch (error) {
    opened.close();
    throw error;
  }
}

/**
 * Opens the inventory's store, an SQLite file. A damaged one is put aside and a new one begun.
 * @throws StoreError `store.foreign` when the file is another program's, `store.newer` when a newer version made it,
 * `store.read_only`, `store.unreachable`, `store.full`, `store.busy`, `store.no_sqlite`
 */
export async function openStore(options: StoreOptions): Promise<InventoryStore> {
  try {
    return await openOnce(options);
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "store.damaged")) throw error;
    return { ...(await openOnce(options)), damaged: `${options.path}.damaged` };
  }
}
