import type { Insertable, Kysely } from "kysely";
import { formsOf, type Target } from "./sql-forms.ts";
import type { StoreTables } from "./tables.ts";

/** Inserts many rows of one shape, in as few statements as the database takes well. */
export async function insertAll<Table extends keyof StoreTables>(
  database: Kysely<StoreTables>,
  target: Target<Table>,
  rows: readonly Insertable<StoreTables[Table]>[],
): Promise<void> {
  if (rows.length > 0) await formsOf(database).insertAll(database, target, rows);
}
