import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";

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

/**
 * Begins writing transactions with the write lock in hand: one that reads first and writes later can't wait for
 * another writer, SQLite refuses it at once. Source: https://www.sqlite.org/lang_transaction.html, "IMMEDIATE".
 */
class WriteFirstDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const how = settings?.accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(how));
  }
}

/** Kysely on Node's own SQLite, which Bun has too: kysely itself only knows the interface of better-sqlite3. */
export class NodeSqliteDialect implements Dialect {
  readonly #opened: DatabaseSync;

  /** @param opened closed together with the Kysely that is made of this dialect */
  constructor(opened: DatabaseSync) {
    this.#opened = opened;
  }

  createDriver(): Driver {
    return new WriteFirstDriver({ database: databaseOf(this.#opened) });
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(database);
  }
}
