import type { Kysely } from "kysely";
import type { StoreTables } from "./tables.ts";

/** The number of a set that labels have been made for. */
export async function findRuleSet(
  database: Kysely<StoreTables>,
  account: number,
  name: string | null,
): Promise<number | undefined> {
  if (name === null) return undefined;
  const found = await database
    .selectFrom("rule_set")
    .select("id")
    .where("account", "=", account)
    .where("name", "=", name)
    .executeTakeFirst();
  return found?.id;
}
