import { type Kysely, type RawBuilder, sql } from "kysely";
import {
  CHANGE_KINDS,
  type ChangeKind,
  type ChangePage,
  type ChangeQuery,
  type InventoryChange,
} from "../domain/inventory-changes.ts";
import { CERTIFICATE_TYPES } from "../domain/inventory-row.ts";
import { secondsOf } from "./columns.ts";
import { all, among, any, contains, type Predicate } from "./match.ts";
import { fold, type StoreTables } from "./tables.ts";
import { unitDemand } from "./unit-demand.ts";

const SECOND_MS = 1000;

/** Of nothing. */
export const NO_CHANGES: ChangePage = { changes: [], total: 0, byKind: { added: 0, removed: 0, changed: 0 } };

function scope(account: number, query: ChangeQuery): Predicate {
  const places = (known: readonly string[], wanted: readonly string[]) =>
    wanted.map((one) => known.indexOf(one));
  const { organizationIds, scmProfileIds, units, kinds, attributes, businessUnits } = query;
  const demands: Predicate[] = [
    sql`account = ${account} and at >= ${secondsOf(query.since)} and at < ${secondsOf(query.until)}`,
    among(sql.ref("type"), places(CERTIFICATE_TYPES, query.types)),
  ];
  if (!query.includeDiscovered) demands.push(sql`origin = 0`);
  if (organizationIds !== undefined) demands.push(among(sql.ref("organization_id"), organizationIds));
  if (scmProfileIds !== undefined) demands.push(among(sql.ref("scm_profile_id"), scmProfileIds));
  if (units !== undefined) demands.push(unitDemand(businessUnits, units, sql.ref("organization_id")));
  if (kinds !== undefined) demands.push(among(sql.ref("kind"), places(CHANGE_KINDS, kinds)));
  if (attributes !== undefined) demands.push(any(attributes.map(named)));
  return all(demands);
}

/** One line for each attribute stands in the column. */
function named(attribute: string): Predicate {
  return contains(sql.ref("attributes"), `\n${fold(attribute)}\n`);
}

async function countByKind(
  database: Kysely<StoreTables>,
  where: RawBuilder<unknown>,
): Promise<Readonly<Record<ChangeKind, number>>> {
  const { rows } = await sql<{ kind: number; n: number }>`
    select kind, count(*) as n from change where ${where} group by kind`.execute(database);
  const numbers = new Map(rows.map(({ kind, n }) => [kind, Number(n)]));
  const [added = 0, removed = 0, changed = 0] = CHANGE_KINDS.map((_, place) => numbers.get(place) ?? 0);
  return { added, removed, changed };
}

/** The wanted changes, the latest first, and how many there are in all. */
export async function queryChanges(
  database: Kysely<StoreTables>,
  account: number,
  query: ChangeQuery,
): Promise<ChangePage> {
  const where = scope(account, query);
  const byKind = await countByKind(database, where);
  const { rows } = await sql<{ at: number; kind: number; json: string }>`
    select at, kind, json from change where ${where} order by at desc, id desc limit ${query.limit}`.execute(
    database,
  );
  return {
    changes: rows.map(({ at, kind, json }) => ({
      at: new Date(at * SECOND_MS),
      kind: CHANGE_KINDS[kind] ?? "changed",
      // Written by insertChanges.
      ...(JSON.parse(json) as Pick<InventoryChange, "row" | "fields">),
    })),
    total: byKind.added + byKind.removed + byKind.changed,
    byKind,
  };
}
