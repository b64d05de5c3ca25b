import type { Kysely } from "kysely";
import { type Names, presentNames } from "../domain/present-names.ts";
import { keptCatalog } from "./kept-catalog.ts";
import type { StoreTables } from "./tables.ts";

/** Names that the store has kept of SCM's catalog, as rows and counts show them. */
export async function keptNames(database: Kysely<StoreTables>, account: number): Promise<Names> {
  const organizations = await keptCatalog(database, account, "organizations");
  const profiles = await keptCatalog(database, account, "profiles");
  return presentNames({ organizations: organizations?.value ?? [], profiles: profiles?.value ?? [] });
}
