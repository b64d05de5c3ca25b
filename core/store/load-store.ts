import { existsSync } from "node:fs";
import type { Clock } from "../base/clock.ts";
import type { EnvironmentVariables } from "../base/environment.ts";
import type { InventoryStore } from "./inventory-store.ts";
import type { StoreOptions } from "./open-store.ts";
import { isDatabaseUrl, refuseOtherUrl } from "./store-place.ts";

interface PlaceOptions extends StoreOptions {
  /** A file, or a PostgreSQL database as `postgres://…`. */
  readonly path: string;
  /** `PGPASSWORD`, `PGSSLMODE` and the like count for a database. */
  readonly variables: EnvironmentVariables;
}

/**
 * Opens the inventory's store: an SQLite file, of which a damaged one is put aside and a new one begun, or a schema in a
 * PostgreSQL database. The code of either is loaded only now: a provider is started several times per plan, mostly without any
 * inventory.
 * A file that this user can't write to is opened for reading.
 * @throws StoreError `store.foreign` when file or schema is another program's, `store.newer` when a newer version made it,
 * `store.read_only`, `store.unreachable`, `store.full`, `store.busy`, `store.no_sqlite`, `store.login`, `store.rights`, `store.tls`
 * @throws ConfigError `config.store` when the place can't be understood
 */
export async function openInventoryStore(options: PlaceOptions): Promise<InventoryStore> {
  refuseOtherUrl(options.path);
  if (isDatabaseUrl(options.path)) {
    const { openPostgres } = await import("./postgres/open-postgres.ts");
    return openPostgres({ ...options, url: options.path });
  }
  const { isReadOnlyPlace, openReadOnly } = await import("./open-read-only.ts");
  if (isReadOnlyPlace(options.path)) return openReadOnly(options);
  const { openStore } = await import("./open-store.ts");
  return openStore(options);
}

/** A store in memory, for answers that are not kept. */
export async function openMemoryInventory(clock: Clock): Promise<InventoryStore> {
  const { openMemoryStore } = await import("./memory-store.ts");
  return openMemoryStore(clock);
}

/** Whether there may be a store already: who only has something to tell it makes no file. */
export function isInventoryKept(path: string): boolean {
  return isDatabaseUrl(path) || existsSync(path);
}
