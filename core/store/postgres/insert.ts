import { CompiledQuery } from "kysely";
import type { SqlForms } from "../sql-forms.ts";
import { kept } from "./kept.ts";

const JSON_COLUMNS: ReadonlySet<string> = new Set(["asked"]);
/** Rows in one statement, so that the memory it takes stays small. */
const ROWS_AT_ONCE = 1_000;

/** A list for each column; a list without any value fits columns of either type. */
function listOf(
  rows: readonly object[],
  name: string,
): { readonly type: string; readonly values: unknown[] } {
  const values = rows.map((row) => {
    const value: unknown = Reflect.get(row, name);
    return typeof value === "string" ? kept(value) : value;
  });
  return { type: values.some((value) => typeof value === "string") ? "text" : "bigint", values };
}

/** Inserts rows by a list for each of their columns: one statement of one shape, however many rows. */
export const insertByArrays: SqlForms["insertAll"] = async (database, { table, conflict = "" }, rows) => {
  const names = Object.keys(rows[0] ?? {});
  const quoted = names.map((name) => `"${name}"`);
  const taken = names.map((name) => (JSON_COLUMNS.has(name) ? `"${name}"::jsonb` : `"${name}"`));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const lists = names.map((name) => listOf(rows.slice(start, start + ROWS_AT_ONCE), name));
    const typed = lists.map(({ type }, index) => `$${index + 1}::${type}[]`);
    const text = `insert into "${table}" (${quoted.join()}) select ${taken.join()} from unnest(${typed.join()}) as given (${quoted.join()}) ${conflict}`;
    await database.executeQuery(
      CompiledQuery.raw(
        text,
        lists.map(({ values }) => values),
      ),
    );
  }
};
