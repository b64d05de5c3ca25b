import { CompiledQuery, type Insertable, type Kysely, sql } from "kysely";
import type { StoreTables } from "./tables.ts";

/** Rows per statement: beyond this a statement only gets longer, not faster (measured). */
const ROWS_AT_ONCE = 50;

interface Target<Table extends keyof StoreTables> {
  readonly table: Table;
  /** What follows the values: what becomes of rows that are there already. */
  readonly conflict?: string;
}

/**
 * Inserts many rows of one shape. The builder takes several times as long to compose such a statement as SQLite takes
 * to run it, so that the text is composed here, once per number of rows; the driver keeps it prepared.
 */
export async function insertAll<Table extends keyof StoreTables>(
  database: Kysely<StoreTables>,
  { table, conflict = "" }: Target<Table>,
  rows: readonly Insertable<StoreTables[Table]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first);
  const head = sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})`;
  const { sql: start } = head.compile(database);
  let next = 0;
  while (next < rows.length) {
    const portion = rows.slice(next, next + (rows.length - next >= ROWS_AT_ONCE ? ROWS_AT_ONCE : 1));
    next += portion.length;
    const line = `(${names.map(() => "?").join()})`;
    const text = `${start} values ${Array(portion.length).fill(line).join()} ${conflict}`;
    const values = portion.flatMap((row) => names.map((name) => Reflect.get(row, name)));
    await database.executeQuery(CompiledQuery.raw(text, values));
  }
}
