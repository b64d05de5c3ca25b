import { crc32 } from "node:zlib";
import type { Kysely } from "kysely";
import type { CatalogParts, KeptPart } from "../domain/catalog-store.ts";
import { damaged } from "./store-error.ts";
import type { StoreTables } from "./tables.ts";

/** @throws what the store takes for damage when the text is not what was written */
export async function keptCatalog<Part extends keyof CatalogParts>(
  database: Kysely<StoreTables>,
  account: number,
  part: Part,
): Promise<KeptPart<Part> | null> {
  const found = await database
    .selectFrom("catalog")
    .select(["json", "sum", "read_at"])
    .where("account", "=", account)
    .where("part", "=", part)
    .executeTakeFirst();
  if (found === undefined) return null;
  if (typeof found.json !== "string" || crc32(found.json) !== found.sum)
    throw damaged("the catalog is not as it was written");
  // The sum says that it is what was written, by this version.
  const value = JSON.parse(found.json) as CatalogParts[Part];
  return { value, readAt: new Date(found.read_at) };
}

export async function keepCatalog<Part extends keyof CatalogParts>(
  database: Kysely<StoreTables>,
  about: { readonly account: number; readonly part: Part },
  { value, readAt }: KeptPart<Part>,
): Promise<void> {
  const json = JSON.stringify(value);
  const row = { json, sum: crc32(json), read_at: readAt.getTime() };
  await database
    .insertInto("catalog")
    .values({ ...about, ...row })
    .onConflict((conflict) => conflict.columns(["account", "part"]).doUpdateSet(row))
    .execute();
}
