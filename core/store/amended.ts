import type { Transaction } from "kysely";
import { CERTIFICATE_TYPES } from "../domain/inventory-row.ts";
import { PART_SOURCES, type RowPart } from "../domain/merge-parts.ts";
import { readParts } from "./part-json.ts";
import type { StoreTables } from "./tables.ts";

/** SQLite takes so many values in one statement. */
const ROWS_AT_ONCE = 1_000;

/** What the best source of each row would say, had it been asked after the change. Rows that are not there are left out. */
export async function amended(
  database: Transaction<StoreTables>,
  account: number,
  changes: readonly RowPart[],
): Promise<readonly RowPart[]> {
  const parts: RowPart[] = [];
  for (let start = 0; start < changes.length; start += ROWS_AT_ONCE) {
    const some = changes.slice(start, start + ROWS_AT_ONCE);
    const rows = await database
      .selectFrom("certificate as c")
      .innerJoin("part as p", "p.certificate", "c.id")
      .select(["c.certificate_id", "p.json", "p.sum"])
      .where("p.source", "=", PART_SOURCES.indexOf("bulk"))
      .where("c.account", "=", account)
      .where("c.type", "=", CERTIFICATE_TYPES.indexOf(some[0]?.type ?? "ssl"))
      .where(
        "c.certificate_id",
        "in",
        some.map(({ certificateId }) => certificateId),
      )
      .execute();
    const read = await readParts(database, rows);
    const known = new Map(rows.map(({ certificate_id }, index) => [certificate_id, read[index]]));
    for (const change of some) {
      const part = known.get(change.certificateId);
      if (part !== undefined) parts.push({ ...part, ...change });
    }
  }
  return parts;
}
