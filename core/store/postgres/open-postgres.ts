import { Kysely, sql } from "kysely";
import pg from "pg";
import type { Clock } from "../../base/clock.ts";
import type { EnvironmentVariables } from "../../base/environment.ts";
import { StoreError } from "../../base/errors.ts";
import type { Logger } from "../../base/log.ts";
import { type InventoryStore, storeOn } from "../inventory-store.ts";
import type { Guard } from "../store-error.ts";
import type { StoreTables } from "../tables.ts";
import { type DatabaseAddress, readAddress } from "./address.ts";
import { StorePostgresDialect } from "./dialect.ts";
import { postgresForms } from "./forms.ts";
import { advisoryLocks } from "./locks.ts";
import { isDamage, postgresError } from "./postgres-error.ts";

interface PostgresOptions {
  /** `postgres://…`; may hold a password, and is never shown. */
  readonly url: string;
  readonly variables: EnvironmentVariables;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Of one process: an import keeps one, answers share the others. */
const MOST_CONNECTIONS = 3;
const IDLE_MS = 10_000;
const KEEP_ALIVE_MS = 30_000;
const LEAST_VERSION = 140_000;
/** int8 and numeric, which sums of it are. Source: PostgreSQL, pg_type.dat. */
const NUMBERS: ReadonlySet<number> = new Set([20, 1700]);

/** Numbers of the store stay below 2^53, so that they are read as numbers: here, not for the whole process. */
const TYPES = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    return NUMBERS.has(oid) ? Number : pg.types.getTypeParser(oid, format);
  },
};

function poolOf(address: DatabaseAddress): pg.Pool {
  const { host, port, user, password, database, encryption, connectTimeoutMs } = address;
  const client: pg.ClientConfig = {
    ...{ host, port, user, password, database, ssl: encryption.tls, types: TYPES },
    ...{ keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_MS },
    ...{ application_name: "terraform-provider-sectigo", connectionTimeoutMillis: connectTimeoutMs },
  };
  /** With options of its own: who waits for a connection of the pool waits as long as it takes, unlike who waits for the server. */
  class Client extends pg.Client {
    constructor() {
      super(client);
    }
  }
  const pool = new pg.Pool({
    Client,
    max: MOST_CONNECTIONS,
    idleTimeoutMillis: IDLE_MS,
    allowExitOnIdle: true,
  });
  // A connection that is lost between two questions is noticed by the next one; unheard it would end the process.
  const ignore = (): void => undefined;
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}

/** Has the next one who opens the store make its tables anew: half a truth is worse than a new import. */
async function discard(database: Kysely<StoreTables>, { log }: PostgresOptions, name: string): Promise<void> {
  log.warn("damaged inventory store discarded", { path: name });
  await sql`update store_version set version = 0`.execute(database);
}

function checkVersion(version: number, name: string): void {
  if (version >= LEAST_VERSION) return;
  throw new StoreError(
    `open the inventory store ${name}: the server is PostgreSQL ${Math.floor(version / 10_000)}, which is too old`,
    { code: "store.old_server", hint: "Name a server of PostgreSQL 14 or newer in SECTIGO_INVENTORY_STORE." },
  );
}

async function refuseOldServer(database: Kysely<StoreTables>, name: string): Promise<void> {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version_num') as version`.execute(database);
  checkVersion(Number(rows[0]?.version), name);
}

/** Damage is told once, and whatever is asked afterwards is answered by it. */
function guardOf(database: Kysely<StoreTables>, options: PostgresOptions, name: string): Guard {
  let damage: Error | undefined;
  return async (what, work) => {
    if (damage !== undefined) throw damage;
    try {
      return await work();
    } catch (error) {
      const told = postgresError(what, name, error);
      if (!isDamage(error)) throw told;
      damage = told;
      // Who may only read tells it all the same.
      await discard(database, options, name).catch(() => undefined);
      throw damage;
    }
  };
}

/**
 * Opens a store that several machines share: a schema of its own in a PostgreSQL database, made when it is not there.
 * @throws ConfigError `config.store`; StoreError, see `openInventoryStore`
 */
export async function openPostgres(options: PostgresOptions): Promise<InventoryStore> {
  const address = readAddress(options.url, options.variables);
  const { name, schema, encryption } = address;
  if (!encryption.isVerified)
    options.log.warn("the inventory's server is not verified: sslmode=verify-full would", { path: name });
  const forms = postgresForms(schema, name);
  const dialect = new StorePostgresDialect(poolOf(address), schema, forms);
  const database = new Kysely<StoreTables>({ dialect });
  const guard = guardOf(database, options, name);
  const { releaseAll, ...locks } = advisoryLocks(schema);
  const close = async (): Promise<void> => {
    await releaseAll();
    await database.destroy();
  };
  try {
    await guard("open the inventory", () => refuseOldServer(database, name));
    return { ...(await storeOn({ name, clock: options.clock, database, locks, guard })), close };
  } catch (error) {
    await close();
    throw error;
  }
}
