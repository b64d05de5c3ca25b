import type { Kysely } from "kysely";
import type { InventoryAccount } from "../domain/inventory.ts";
import type { StoreTables } from "./tables.ts";

/** The account's number; undefined when nothing was ever imported for it. */
export async function findAccount(
  database: Kysely<StoreTables>,
  account: InventoryAccount,
): Promise<number | undefined> {
  const found = await database
    .selectFrom("account")
    .select("id")
    .where("host", "=", account.host)
    .where("customer_uri", "=", account.customerUri)
    .where("administrator", "=", account.administrator)
    .executeTakeFirst();
  return found?.id;
}

/** The same, made when there is none. */
export async function accountNumber(
  database: Kysely<StoreTables>,
  account: InventoryAccount,
): Promise<number> {
  const found = await findAccount(database, account);
  if (found !== undefined) return found;
  const { host, customerUri, administrator } = account;
  await database
    .insertInto("account")
    .values({ host, customer_uri: customerUri, administrator })
    .onConflict((conflict) => conflict.columns(["host", "customer_uri", "administrator"]).doNothing())
    .execute();
  const { id } = await database
    .selectFrom("account")
    .select("id")
    .where("host", "=", host)
    .where("customer_uri", "=", customerUri)
    .where("administrator", "=", administrator)
    .executeTakeFirstOrThrow();
  return id;
}
