import type { DetailsWanted } from "../domain/import-store.ts";
import { CERTIFICATE_TYPES, type CertificateType } from "../domain/inventory-row.ts";
import { PART_SOURCES } from "../domain/merge-parts.ts";
import { secondsOf } from "./columns.ts";
import { fold } from "./tables.ts";
import type { SessionParts } from "./walked-rows.ts";

/* What an import asks of the rows that are there, by their ids. */

const DETAILS = PART_SOURCES.indexOf("details");

/** Ids of which there is no row that this walk or a later one has shown. */
export async function without(
  { database, account }: SessionParts,
  {
    type,
    ids,
    walk,
  }: { readonly type: CertificateType; readonly ids: readonly number[]; readonly walk: number },
): Promise<number[]> {
  const rows = await database
    .selectFrom("certificate")
    .select("certificate_id")
    .where("account", "=", account)
    .where("type", "=", CERTIFICATE_TYPES.indexOf(type))
    .where("certificate_id", "in", ids)
    .where("walk", ">=", walk)
    .execute();
  const found = new Set(rows.map(({ certificate_id }) => certificate_id));
  return ids.filter((id) => !found.has(id));
}

export async function withoutDetails(
  { database, account }: SessionParts,
  { type, certificateIds, olderThan, now }: DetailsWanted,
): Promise<number[]> {
  const rows = await database
    .selectFrom("certificate as c")
    .leftJoin("part as p", (join) => join.on("p.source", "=", DETAILS).onRef("p.certificate", "=", "c.id"))
    .select("c.certificate_id")
    .where("c.account", "=", account)
    .where("c.type", "=", CERTIFICATE_TYPES.indexOf(type))
    .where("c.certificate_id", "in", certificateIds)
    .where(({ eb, or }) =>
      or([
        eb("p.read_at", "is", null),
        eb("p.read_at", "<", secondsOf(olderThan)),
        eb("p.read_at", ">", secondsOf(now)),
      ]),
    )
    .execute();
  return rows.map(({ certificate_id }) => certificate_id);
}

export async function statusesOf(
  { database, account }: SessionParts,
  type: CertificateType,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom("certificate as c")
    .innerJoin("word as w", "w.id", "c.status")
    .select(["c.certificate_id", "w.text"])
    .where("c.account", "=", account)
    .where("c.type", "=", CERTIFICATE_TYPES.indexOf(type))
    .where("c.certificate_id", "in", ids)
    .execute();
  return new Map(rows.map(({ certificate_id, text }) => [certificate_id, text]));
}

export async function idsInStates(
  { database, account }: SessionParts,
  type: CertificateType,
  { statuses, most }: { readonly statuses: readonly string[]; readonly most: number },
): Promise<readonly number[]> {
  const rows = await database
    .selectFrom("cell as k")
    .innerJoin("word as w", "w.id", "k.status")
    .innerJoin("certificate as c", "c.cell", "k.id")
    .select("c.certificate_id")
    .where("k.account", "=", account)
    .where("k.type", "=", CERTIFICATE_TYPES.indexOf(type))
    .where("w.folded", "in", statuses.map(fold))
    .orderBy("c.certificate_id", "desc")
    .limit(most)
    .execute();
  return rows.map(({ certificate_id }) => certificate_id);
}
