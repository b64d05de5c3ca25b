import type { Kysely } from "kysely";
import type { StoreTables } from "./tables.ts";

/** How many rows there are at most, in all accounts: numbers are given in order. */
export async function mostRows(database: Kysely<StoreTables>): Promise<number> {
  const { most } = await database
    .selectFrom("certificate")
    .select(({ fn }) => fn.max("id").as("most"))
    .executeTakeFirstOrThrow();
  return most ?? 0;
}
