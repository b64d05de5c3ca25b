import { type SqlBool, sql, type Transaction } from "kysely";
import { formsOf } from "./sql-forms.ts";
import type { StoreTables } from "./tables.ts";

/** What links two records of one certificate. */
const LINKS = ["serial_number", "sha1_hash"] as const;

interface Written {
  readonly account: number;
  /** Numbers of rows that were written just now. */
  readonly ids: readonly number[];
}

/** Their values that other rows of the account have too. */
async function sharedValues(
  database: Transaction<StoreTables>,
  { account, ids }: Written,
  link: (typeof LINKS)[number],
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom("name as n")
    .select(`n.${link} as value`)
    .distinct()
    .where(sql<SqlBool>`n.certificate in (select value from ${formsOf(database).listOf(ids)})`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("name as m")
          .select("m.certificate")
          .where("m.account", "=", account)
          .whereRef(`m.${link}`, "=", `n.${link}`)
          .whereRef("m.certificate", "<>", "n.certificate"),
      ),
    )
    .execute();
  return rows.flatMap(({ value }) => (value === null ? [] : [value]));
}

/**
 * Marks these rows and others where they share a hash or a serial number, in the transaction that wrote them. A mark stays
 * when the other leaves: it says only that a look is worth it.
 */
export async function markShared(database: Transaction<StoreTables>, written: Written): Promise<void> {
  for (const link of LINKS) {
    const values = await sharedValues(database, written, link);
    if (values.length === 0) continue;
    await database
      .updateTable("certificate")
      .set({ shared: 1 })
      .where("shared", "=", 0)
      .where("id", "in", (from) =>
        from
          .selectFrom("name")
          .select("certificate")
          .where("account", "=", written.account)
          .where(link, "in", values),
      )
      .execute();
  }
}
