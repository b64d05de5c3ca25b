import { type Kysely, sql } from "kysely";
import type { InventoryAccount } from "../../domain/inventory.ts";
import type { HeldLock, ImportLocks } from "../import-locks.ts";
import type { StoreTables } from "../tables.ts";
import { keyOf } from "./keys.ts";

type Database = Kysely<StoreTables>;

/** Both or none: the tables must not be made anew under an import. */
async function tryLock(database: Database, schema: string, key: string): Promise<boolean> {
  const ask = async (text: string, lock: string): Promise<boolean> => {
    const { rows } = await sql<{ is: boolean }>`select ${sql.raw(text)}(${lock}::bigint) as is`.execute(
      database,
    );
    return rows[0]?.is === true;
  };
  const tables = keyOf(schema, "tables");
  if (!(await ask("pg_try_advisory_lock_shared", tables))) return false;
  if (await ask("pg_try_advisory_lock", key)) return true;
  await ask("pg_advisory_unlock_shared", tables);
  return false;
}

/**
 * Import locks of a schema: advisory locks of the connection that imports, so that a run that lost the one has lost the other. The
 * server gives them back when the client is gone. Source: PostgreSQL documentation, "Advisory Locks".
 */
export function advisoryLocks(schema: string): ImportLocks & { releaseAll(): Promise<void> } {
  const held = new Set<HeldLock>();
  const nameOf = ({ host, customerUri, administrator }: InventoryAccount): string =>
    keyOf(schema, "import", host, customerUri, administrator);
  const take = (account: InventoryAccount, database: Database): Promise<HeldLock | null> =>
    new Promise((resolve, reject) => {
      const running = database.connection().execute(async (connection) => {
        if (!(await tryLock(connection, schema, nameOf(account)))) return resolve(null);
        await new Promise<void>((end) => {
          const lock: HeldLock = {
            database: connection,
            async release() {
              held.delete(lock);
              end();
              // A connection that is lost holds no lock.
              await running.catch(() => undefined);
            },
          };
          held.add(lock);
          resolve(lock);
        });
        await sql`select pg_advisory_unlock_all()`.execute(connection);
      });
      running.catch(reject);
    });
  return {
    take,
    /** Looked up, not tried: a try would keep others from the lock for a moment. */
    async isTaken(account, database) {
      const { rows } = await sql`
        select 1 from pg_catalog.pg_locks
        where locktype = 'advisory' and objsubid = 1 and mode = 'ExclusiveLock' and granted
          and database = (select oid from pg_catalog.pg_database where datname = current_database())
          and (classid::bigint << 32 | objid::bigint) = ${nameOf(account)}::bigint`.execute(database);
      return rows.length > 0;
    },
    async releaseAll() {
      await Promise.all([...held].map((lock) => lock.release()));
    },
  };
}
