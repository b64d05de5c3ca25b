import { existsSync } from "node:fs";
import type { Clock } from "../base/clock.ts";
import type { InventoryStore } from "./inventory-store.ts";
import type { StoreOptions } from "./open-store.ts";

/**
 * Opens the inventory's store, an SQLite file. A damaged one is put aside and a new one begun. Its code is loaded only
 * now: a provider is started several times per plan, mostly without any inventory.
 * @throws StoreError `store.foreign` when the file is somebody else's, `store.newer` when a newer version made it,
 * `store.read_only`, `store.unreachable`, `store.full`, `store.busy`, `store.no_sqlite`
 */
export async function openInventoryStore(options: StoreOptions): Promise<InventoryStore> {
  const { openStore } = await import("./open-store.ts");
  return openStore(options);
}

/** A store in memory, for answers that nobody keeps. */
export async function openMemoryInventory(clock: Clock): Promise<InventoryStore> {
  const { openMemoryStore } = await import("./memory-store.ts");
  return openMemoryStore(clock);
}

/** Whether there is a store's file already: who only has something to tell it makes none. */
export function isInventoryKept(path: string): boolean {
  return existsSync(path);
}
