import type { Clock } from "../base/clock.ts";
import { type SectigoError, StoreError } from "../base/errors.ts";
import { type HeldLock, locksBy } from "./import-locks.ts";
import { type InventoryStore, storeOn } from "./inventory-store.ts";
import { openUnnamed } from "./open-file.ts";
import { sqliteOn } from "./sqlite-dialect.ts";
import { storeError } from "./store-error.ts";

const NAME = "in memory";
const FREE: HeldLock = { release: () => undefined };

/** A store that is gone when it is closed: for answers that are not kept. */
export async function openMemoryStore(clock: Clock): Promise<InventoryStore> {
  return storeOn({
    name: NAME,
    clock,
    database: sqliteOn(await openUnnamed(), clock),
    // No other process has it.
    locks: locksBy(async () => FREE),
    guard: async (what, work) => {
      try {
        return await work();
      } catch (error) {
        throw ofDisk(what, storeError(what, NAME, error));
      }
    },
  });
}

/** What its cache has no room for lies in a file, whose disk may fail. */
function ofDisk(what: string, error: SectigoError): SectigoError {
  if (error.code !== "store.full" && error.code !== "store.disk") return error;
  return new StoreError(`${what}: the inventory's temporary file can't grow: its disk is full, or failed`, {
    code: error.code,
    hint: "Make room where temporary files lie, or name a folder with room in TMPDIR.",
    cause: error,
  });
}
