import type { Clock } from "../base/clock.ts";
import { type HeldLock, locksBy } from "./import-locks.ts";
import { type InventoryStore, storeOn } from "./inventory-store.ts";
import { openInMemory } from "./open-file.ts";
import { sqliteOn } from "./sqlite-dialect.ts";
import { storeError } from "./store-error.ts";

const NAME = "in memory";
const FREE: HeldLock = { release: () => undefined };

/** A store that is gone when it is closed: for answers that are not kept. */
export async function openMemoryStore(clock: Clock): Promise<InventoryStore> {
  return storeOn({
    name: NAME,
    clock,
    database: sqliteOn(await openInMemory(), clock),
    // No other process has it.
    locks: locksBy(async () => FREE),
    guard: async (what, work) => {
      try {
        return await work();
      } catch (error) {
        throw storeError(what, NAME, error);
      }
    },
  });
}
