import type { CreateTableBuilder, DialectAdapter, Insertable, Kysely, RawBuilder } from "kysely";
import { BugError } from "../base/errors.ts";
import type { InventoryAttribute } from "../domain/inventory-row.ts";
import type { RowPart } from "../domain/merge-parts.ts";
import type { Predicate } from "./match.ts";
import type { Listing } from "./scans.ts";
import type { StoreTables } from "./tables.ts";

/** A table that is being made. */
export type TableMaker = CreateTableBuilder<string, string>;

/** What follows the values of an insert, besides where they go. */
export interface Target<Table extends keyof StoreTables> {
  readonly table: Table;
  /** What becomes of rows that are there already. */
  readonly conflict?: string;
}

/**
 * What SQLite and PostgreSQL say differently. All other SQL of the store is written once, in words that both understand:
 * `true` and `false` are not numbers, a condition of a cross join stands in `where`, a subquery has an alias.
 */
export interface SqlForms {
  /** Adds to `part` what conditions on JSON are asked of, where that is not the JSON itself. */
  withAsked(table: TableMaker): TableMaker;
  /** Names of the store's tables that are there. */
  tablesOf(database: Kysely<StoreTables>): Promise<readonly string[]>;
  /** Inside the transaction that makes the tables: keeps others from doing the same. @throws StoreError `store.foreign` */
  claim(database: Kysely<StoreTables>): Promise<void>;
  /** Inserts many rows of one shape. */
  insertAll<Table extends keyof StoreTables>(
    database: Kysely<StoreTables>,
    target: Target<Table>,
    rows: readonly Insertable<StoreTables[Table]>[],
  ): Promise<void>;
  /** Numbers for new certificates, in the transaction that stores them. */
  takeIds(database: Kysely<StoreTables>, count: number): Promise<readonly number[]>;
  /** Until the transaction ends, no other one gives numbers to words. */
  lockWords(database: Kysely<StoreTables>): Promise<void>;
  /** A text as the database gives it back. */
  kept(text: string): string;
  /** A column that no index is to be used for. */
  unindexed(column: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Rows (`cell`, `gone`, `bucket`, `n`): how many rows of the source are alike. Buckets begin at LEAST_BUCKET. */
  grouped(like: Alike, source: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Whether a table names the row (`c`); never null. */
  named(listing: Listing): Predicate;
  /** A table with the column `value`, of these numbers. */
  listOf(numbers: readonly number[]): RawBuilder<unknown>;
  /** More columns of a part, as `withAsked` made them. */
  askedOf(part: RowPart): { readonly asked?: string };
  /** Members of a part (`p`) by attribute; null where they are missing. */
  readonly member: {
    /** As it is: dates. */
    text(attribute: InventoryAttribute): RawBuilder<unknown>;
    folded(attribute: InventoryAttribute): RawBuilder<unknown>;
    number(attribute: InventoryAttribute): RawBuilder<unknown>;
    /** 1 or 0. */
    flag(attribute: InventoryAttribute): RawBuilder<unknown>;
  };
  /** Members of a list in a part (`p`). */
  readonly list: {
    /** To be joined to the part, as `j`. */
    from(attribute: InventoryAttribute): RawBuilder<unknown>;
    /** The member itself, or one of its own members; folded. */
    folded(member: string | null): RawBuilder<unknown>;
  };
}

/** The first place of an end: without one. */
export const LEAST_BUCKET = -2;

/** What rows are grouped by. */
interface Alike {
  readonly cell: RawBuilder<unknown>;
  /** 1 or 0. */
  readonly gone: RawBuilder<unknown>;
  readonly bucket: RawBuilder<unknown>;
}

/** An adapter of kysely that knows what its database says. */
export interface StoreAdapter extends DialectAdapter {
  readonly forms: SqlForms;
}

function isStoreAdapter(adapter: DialectAdapter): adapter is StoreAdapter {
  return "forms" in adapter;
}

/** What the database at hand, or the transaction on it, says. */
export function formsOf(database: Kysely<StoreTables>): SqlForms {
  const { adapter } = database.getExecutor();
  if (isStoreAdapter(adapter)) return adapter.forms;
  throw new BugError("use the inventory store: its dialect has no forms", {
    code: "bug.dialect",
    hint: "Report this.",
  });
}
