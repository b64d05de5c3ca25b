import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  type QueryCompiler,
  type TransactionSettings,
} from "kysely";
import type { SqlForms, StoreAdapter } from "../sql-forms.ts";
import { StoreCompiler } from "./compiler.ts";
import { isConnectionLost } from "./postgres-error.ts";

/** Readers see one moment; writers what others have committed, whatever the server's own default is. */
class StoreDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    await super.beginTransaction(
      connection,
      settings.accessMode === "read only"
        ? { accessMode: "read only", isolationLevel: "repeatable read" }
        : { isolationLevel: "read committed" },
    );
  }

  /** The server rolls back what a connection that is gone has begun; that must not take the place of the reason. */
  override async rollbackTransaction(
    connection: Parameters<PostgresDriver["rollbackTransaction"]>[0],
  ): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
    }
  }
}

class PostgresStoreAdapter extends PostgresAdapter implements StoreAdapter {
  readonly forms: SqlForms;

  constructor(forms: SqlForms) {
    super();
    this.forms = forms;
  }
}

/**
 * For each connection. The inventory is a copy, so that the last moments before a crash need not be kept; compiling the plan
 * takes longer than most answers; the server's own defaults are for little memory and disks that turn; a client that vanished must give its lock back within minutes, not hours.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  synchronous_commit: "off",
  jit: "off",
  work_mem: "16MB",
  hash_mem_multiplier: "2",
  random_page_cost: "1.1",
  tcp_keepalives_idle: "60",
  tcp_keepalives_interval: "10",
  tcp_keepalives_count: "6",
};

async function setUp(connection: DatabaseConnection, schema: string): Promise<void> {
  const settings = Object.entries({ ...SETTINGS, search_path: schema });
  const calls = settings.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, false)`);
  await connection.executeQuery(CompiledQuery.raw(`select ${calls.join()}`, settings.flat()));
}

/** Kysely on PostgreSQL, in one schema. */
export class StorePostgresDialect implements Dialect {
  readonly #pool: PostgresPool;
  readonly #forms: SqlForms;
  readonly #schema: string;

  /** @param pool ended together with the Kysely that is made of this dialect */
  constructor(pool: PostgresPool, schema: string, forms: SqlForms) {
    this.#pool = pool;
    this.#schema = schema;
    this.#forms = forms;
  }

  createDriver(): Driver {
    const onCreateConnection = (connection: DatabaseConnection) => setUp(connection, this.#schema);
    return new StoreDriver({ pool: this.#pool, onCreateConnection });
  }

  createQueryCompiler(): QueryCompiler {
    return new StoreCompiler();
  }

  createAdapter(): StoreAdapter {
    return new PostgresStoreAdapter(this.#forms);
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(database);
  }
}
