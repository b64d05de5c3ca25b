import type { Kysely, Transaction } from "kysely";
import { CERTIFICATE_TYPES, type CertificateType } from "../domain/inventory-row.ts";
import { insertAll } from "./insert-all.ts";
import type { StoreTables } from "./tables.ts";

/** Remembers certificates that we changed ourselves: their dates may not tell, so that the next import reads them. */
export async function touch(
  database: Transaction<StoreTables>,
  account: number,
  { type, ids }: { readonly type: CertificateType; readonly ids: readonly number[] },
): Promise<void> {
  const rows = [...new Set(ids)].map((certificate_id) => ({
    account,
    type: CERTIFICATE_TYPES.indexOf(type),
    certificate_id,
  }));
  await insertAll(database, { table: "touched", conflict: "on conflict do nothing" }, rows);
}

export async function touchedIds(
  database: Kysely<StoreTables>,
  account: number,
  type: CertificateType,
): Promise<readonly number[]> {
  const rows = await database
    .selectFrom("touched")
    .select("certificate_id")
    .where("account", "=", account)
    .where("type", "=", CERTIFICATE_TYPES.indexOf(type))
    .orderBy("certificate_id")
    .execute();
  return rows.map(({ certificate_id }) => certificate_id);
}

/** Forgets those that were read. */
export async function untouch(
  database: Transaction<StoreTables>,
  account: number,
  { type, ids }: { readonly type: CertificateType; readonly ids: readonly number[] },
): Promise<void> {
  if (ids.length === 0) return;
  await database
    .deleteFrom("touched")
    .where("account", "=", account)
    .where("type", "=", CERTIFICATE_TYPES.indexOf(type))
    .where("certificate_id", "in", ids)
    .execute();
}
