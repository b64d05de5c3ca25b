import { CompiledQuery, type Insertable, type Kysely } from "kysely";
import type { Target } from "./sql-forms.ts";
import type { StoreTables } from "./tables.ts";

/** Rows per statement: beyond this a statement only gets longer, not faster (measured). */
const ROWS_AT_ONCE = 50;

type Compose = (table: keyof StoreTables, names: readonly string[], rows: number, conflict: string) => string;

/** Statements that were composed, by what they are made of: a handful. */
const composed = new Map<string, string>();

const compose: Compose = (table, names, rows, conflict) => {
  const key = `${table} ${rows} ${names.join()} ${conflict}`;
  const known = composed.get(key);
  if (known !== undefined) return known;
  const quoted = (name: string): string => `"${name}"`;
  const line = `(${names.map(() => "?").join()})`;
  const lines = Array(rows).fill(line).join();
  const text = `insert into ${quoted(table)} (${names.map(quoted).join()}) values ${lines} ${conflict}`;
  composed.set(key, text);
  return text;
};

/**
 * Inserts many rows of one shape. The builder takes several times as long to compose such a statement as SQLite takes
 * to run it, so that the text is composed here, once per number of rows; the driver keeps it prepared.
 */
export async function insertBySqlite<Table extends keyof StoreTables>(
  database: Kysely<StoreTables>,
  { table, conflict = "" }: Target<Table>,
  rows: readonly Insertable<StoreTables[Table]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first);
  let next = 0;
  while (next < rows.length) {
    const count = rows.length - next >= ROWS_AT_ONCE ? ROWS_AT_ONCE : 1;
    const values: unknown[] = [];
    for (const row of rows.slice(next, next + count))
      for (const name of names) values.push(Reflect.get(row, name));
    next += count;
    await database.executeQuery(CompiledQuery.raw(compose(table, names, count, conflict), values));
  }
}
