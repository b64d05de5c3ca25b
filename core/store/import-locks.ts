import type { Kysely } from "kysely";
import type { InventoryAccount } from "../domain/inventory.ts";
import type { StoreTables } from "./tables.ts";

/** Held until `release`, or until this process ends in whatever way. */
export interface HeldLock {
  /** The connection that holds the lock, where it is the database's: who writes by it can't write without the lock. */
  readonly database?: Kysely<StoreTables>;
  release(): void | Promise<void>;
}

/** One importer per account. */
export interface ImportLocks {
  /** Takes the account's lock; null while another one has it. */
  take(account: InventoryAccount, database: Kysely<StoreTables>): Promise<HeldLock | null>;
  isTaken(account: InventoryAccount, database: Kysely<StoreTables>): Promise<boolean>;
}

/** Locks that are looked at by trying to take them. */
export function locksBy(take: (account: InventoryAccount) => Promise<HeldLock | null>): ImportLocks {
  return {
    take,
    async isTaken(account) {
      const held = await take(account);
      await held?.release();
      return held === null;
    },
  };
}
