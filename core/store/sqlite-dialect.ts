import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  Kysely,
  type QueryCompiler,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import type { Clock } from "../base/clock.ts";
import { BREAK_SEAL } from "./file-seal.ts";
import type { StoreAdapter } from "./sql-forms.ts";
import { SQLITE_FORMS } from "./sqlite-forms.ts";
import { resultCode } from "./store-error.ts";
import type { StoreTables } from "./tables.ts";

/** Prepared statements that are kept: the statements of this store are made of a handful of shapes. */
const KEPT_STATEMENTS = 200;

/** One statement in the form kysely's driver expects: parameters in a list, and known beforehand whether rows come. */
function statementOf(prepared: StatementSync) {
  // kysely hands over what this store bound: numbers, text, null.
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader: prepared.columns().length > 0,
    all: (parameters: readonly unknown[]) => prepared.all(...values(parameters)),
    run: (parameters: readonly unknown[]) => prepared.run(...values(parameters)),
    iterate: (parameters: readonly unknown[]) => prepared.iterate(...values(parameters)),
  };
}

function databaseOf(opened: DatabaseSync) {
  const kept = new Map<string, ReturnType<typeof statementOf>>();
  return {
    close: () => opened.close(),
    prepare(sql: string) {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      if (kept.size >= KEPT_STATEMENTS) kept.clear();
      const made = statementOf(opened.prepare(sql));
      kept.set(sql, made);
      return made;
    },
  };
}

interface DriverOptions {
  /** Between two tries to get the write lock. */
  readonly pause: (ms: number) => Promise<void>;
  /** The file can't be written to, and has no lock: transactions write to the connection's own tables only. */
  readonly isReadOnly: boolean;
}

/** How long to wait for another writer, whose transactions take some milliseconds. */
const LONGEST_WAIT_MS = 30_000;
const PAUSE_MS = 20;
const BUSY = 5;
/** SQLITE_ERROR, which a rollback answers with only when there is nothing to roll back. */
const NO_TRANSACTION = 1;

/**
 * Begins writing transactions with the write lock in hand: one that reads first and writes later can't wait for
 * another writer, SQLite refuses it at once. SQLite itself would wait with the whole process at a stand, the holder of
 * the lock included when it is in the same process; so the waiting is done here.
 * Source: https://www.sqlite.org/lang_transaction.html, "IMMEDIATE".
 */
class WriteFirstDriver extends SqliteDriver {
  readonly #pause: (ms: number) => Promise<void>;
  readonly #isReadOnly: boolean;

  constructor(opened: DatabaseSync, { pause, isReadOnly }: DriverOptions) {
    super({ database: databaseOf(opened) });
    this.#pause = pause;
    this.#isReadOnly = isReadOnly;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    if (settings?.accessMode === "read only" || this.#isReadOnly) {
      await connection.executeQuery(CompiledQuery.raw("begin"));
      return;
    }
    for (let waitedMs = 0; ; waitedMs += PAUSE_MS) {
      try {
        await connection.executeQuery(CompiledQuery.raw("begin immediate"));
        await connection.executeQuery(CompiledQuery.raw(BREAK_SEAL));
        return;
      } catch (error) {
        if (resultCode(error) !== BUSY || waitedMs >= LONGEST_WAIT_MS) throw error;
      }
      await this.#pause(PAUSE_MS);
    }
  }

  /**
   * When the disk is full or fails, SQLite rolls back automatically; that there is nothing left to roll back must not take the
   * place of the reason. Source: https://www.sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction".
   */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (resultCode(error) !== NO_TRANSACTION) throw error;
    }
  }
}

class SqliteStoreAdapter extends SqliteAdapter implements StoreAdapter {
  readonly forms = SQLITE_FORMS;
}

/** Kysely on Node's own SQLite, which Bun has too: kysely itself only knows the interface of better-sqlite3. */
class NodeSqliteDialect implements Dialect {
  readonly #opened: DatabaseSync;
  readonly #options: DriverOptions;

  /** @param opened closed together with the Kysely that is made of this dialect */
  constructor(opened: DatabaseSync, options: DriverOptions) {
    this.#opened = opened;
    this.#options = options;
  }

  createDriver(): Driver {
    return new WriteFirstDriver(this.#opened, this.#options);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new SqliteStoreAdapter();
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(database);
  }
}

/** A store's database in one file, or in memory. Closed together with it. */
export function sqliteOn(
  opened: DatabaseSync,
  clock: Clock,
  { isReadOnly }: Pick<DriverOptions, "isReadOnly"> = { isReadOnly: false },
): Kysely<StoreTables> {
  const options: DriverOptions = { pause: (ms) => clock.wait(ms), isReadOnly };
  return new Kysely<StoreTables>({ dialect: new NodeSqliteDialect(opened, options) });
}
