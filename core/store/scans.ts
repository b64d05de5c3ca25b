import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Predicate } from "./match.ts";

/** Rows that some table names: with the reference to the row, and what the table's lines meet. */
export interface Listing {
  /** The table with its alias. */
  readonly table: RawBuilder<unknown>;
  /** Its reference to the row. */
  readonly id: RawBuilder<unknown>;
  readonly where: Predicate;
}

/** A demand that a table with one line for each row answers: which rows it names is known when that table was read from end to end. */
export interface Scan extends Listing {
  /** What the others meet. */
  readonly missed: Predicate;
}

/** As a list, made at once: for what few rows meet. */
export function asList({ table, id, where }: Listing): Predicate {
  return sql<SqlBool>`c.id in (select ${id} from ${table} where ${where})`;
}

/** As a look at each row: for what most rows meet, where a list would be as long as the store. */
export function asLookup({ table, id, where }: Listing): Predicate {
  return sql<SqlBool>`exists (select 1 from ${table} where ${id} = c.id and ${where})`;
}

/**
 * What rows (`c`) are read from, and with which demands. The first scan leads, so that reading can end as soon as there
 * are enough; rows lie in the order of its table. In a cross join the left table leads.
 * Source: https://www.sqlite.org/lang_select.html
 */
export function led(scans: readonly Scan[]): {
  readonly from: RawBuilder<unknown>;
  readonly demands: readonly Predicate[];
} {
  const [lead, ...others] = scans;
  if (lead === undefined) return { from: sql`certificate c`, demands: [] };
  return {
    from: sql`${lead.table} cross join certificate c`,
    demands: [sql<SqlBool>`c.id = ${lead.id}`, lead.where, ...others.map(asLookup)],
  };
}
