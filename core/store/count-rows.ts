import { type Kysely, type RawBuilder, sql } from "kysely";
import { type Counts, EXPIRY_BUCKETS, type InventoryCounts } from "../domain/inventory.ts";
import { CERTIFICATE_TYPES } from "../domain/inventory-row.ts";
import { type CellTraits, dayOf } from "./columns.ts";
import type { CellColumns } from "./conditions.ts";
import { all } from "./match.ts";
import { led } from "./scans.ts";
import type { Selection } from "./selection.ts";
import { FACETS, type Facet, type StoreTables } from "./tables.ts";

const DAY_SECONDS = 86_400;

const CELL_COLUMNS: CellColumns = (trait) => sql.ref(`k.${trait}`);

/** Which trait a facet's value is. */
const TRAIT_OF: Readonly<Record<Exclude<Facet, "none">, keyof CellTraits>> = {
  issuer: "issuer",
  organization: "organization_id",
  key: "key_type",
};

function facetValue(facet: Facet, columns: CellColumns): RawBuilder<unknown> {
  return facet === "none" ? sql`0` : columns(TRAIT_OF[facet]);
}

/** In a line of the tally the facet's trait is the value; the others are not there. */
function tallyColumns(facet: Facet): CellColumns {
  return (trait) =>
    facet !== "none" && TRAIT_OF[facet] === trait ? sql.ref("t.value") : sql.ref(`t.${trait}`);
}

/** The bucket's place in EXPIRY_BUCKETS; -1 expired, -2 without a date. Days count as whole ones, in UTC. */
function bucketOf(now: number, day: RawBuilder<unknown>, gone: RawBuilder<unknown>): RawBuilder<unknown> {
  const today = dayOf(now);
  const bounds = EXPIRY_BUCKETS.map(
    (days, place) => sql`when ${day} <= ${today + days} then ${sql.lit(place)}`,
  );
  return sql`case when ${day} = 0 then -2 when ${gone} then -1 ${sql.join(bounds, sql` `)} else ${sql.lit(bounds.length)} end`;
}

/**
 * Rows that end today, by cell, parted into what has ended and what has not. All other days are on one side as a
 * whole, so that the tally knows them.
 */
function endingToday({ account, now, cells }: Selection): RawBuilder<unknown> {
  const start = dayOf(now) * DAY_SECONDS;
  return sql`
    select k.*, ${dayOf(now)} as day, (c.expires <= ${now}) as gone, count(*) as n
    from certificate c join cell k on k.id = c.cell
    where c.account = ${account} and c.expires >= ${start} and c.expires < ${start + DAY_SECONDS}
      and ${cells(CELL_COLUMNS)}
    group by k.id, gone`;
}

/** One facet by the tally. */
function fromTally(facet: Facet, { account, now, cells }: Selection): RawBuilder<unknown> {
  const today = dayOf(now);
  const columns = tallyColumns(facet);
  return sql`
    select ${sql.lit(facet)} as facet, t.value, t.type, t.status, t.expires_day as day,
      (t.expires_day > 0 and t.expires_day < ${today}) as gone, t.rows as n
    from tally t
    where t.account = ${account} and t.facet = ${FACETS.indexOf(facet)} and t.expires_day <> ${today}
      and ${cells(columns)}
    union all
    select ${sql.lit(facet)}, ${facetValue(facet, CELL_COLUMNS)}, k.type, k.status, k.day, k.gone, k.n
    from today k`;
}

/** Rows by cell and end, for what the tally can't tell. */
function fromRows({ account, now, cells, rows, scans }: Selection): RawBuilder<unknown> {
  const wanted = sql`c.cell in (select k.id from cell k where k.account = ${account} and ${cells(CELL_COLUMNS)})`;
  // Written out: bound numbers arrive as fractions, and the quotient would be one.
  const day = sql`coalesce(c.expires / ${sql.lit(DAY_SECONDS)}, 0)`;
  const gone = sql`coalesce(c.expires <= ${now}, 0)`;
  const { from, demands } = led(scans);
  // Without demands on rows the index of the cells has it all, in the order of the groups.
  const isByCells = rows.length + scans.length === 0;
  const where = isByCells ? wanted : all([...demands, sql`c.account = ${account} and +${wanted}`, ...rows]);
  return sql`
    select c.cell, ${gone} as gone, ${bucketOf(now, day, gone)} as bucket, count(*) as n
    from ${from} where ${where} group by c.cell, gone, bucket`;
}

/** Common table expressions that end in `wanted (facet, value, type, status, gone, bucket, n)`. */
function wanted(selection: Selection, facets: readonly Facet[]): RawBuilder<unknown> {
  const state = selection.state({ status: sql.ref("status"), gone: sql.ref("gone") });
  const union = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
    sql.join(parts, sql` union all `);
  if (isTallied(selection, facets)) {
    const lines = union(facets.map((facet) => fromTally(facet, selection)));
    const bucket = bucketOf(selection.now, sql.ref("day"), sql.ref("gone"));
    return sql`today as materialized (${endingToday(selection)}),
      wanted as materialized (
        select facet, value, type, status, gone, ${bucket} as bucket, n from (${lines}) where ${state})`;
  }
  const lines = facets.map(
    (facet) => sql`
      select ${sql.lit(facet)} as facet, ${facetValue(facet, CELL_COLUMNS)} as value, k.type, k.status, m.gone, m.bucket, m.n
      from matched m join cell k on k.id = m.cell`,
  );
  return sql`matched as materialized (${fromRows(selection)}),
    wanted as materialized (select * from (${union(lines)}) where ${state})`;
}

/** Whether every demand is on what the lines of these facets tell. */
function isTallied({ rows, scans, facets: needed }: Selection, facets: readonly Facet[]): boolean {
  return (
    rows.length + scans.length === 0 && facets.every((facet) => [...needed].every((one) => one === facet))
  );
}

/** How many rows are wanted, by cells and the tally. With demands on texts counting the rows one by one is faster. */
export async function totalOf(database: Kysely<StoreTables>, selection: Selection): Promise<number> {
  const [facet = "none"] = selection.facets;
  const { rows } = await sql<{ total: number | null }>`
    with ${wanted(selection, [facet])} select sum(n) as total from wanted`.execute(database);
  return rows[0]?.total ?? 0;
}

/** State as judged now: an issued one whose end has come is expired. */
const STATE = sql`case when gone and status = (select id from word where text = 'Issued') then -1 else status end`;

type Sum = { readonly facet: string; readonly key: number; readonly n: number };

async function sums(database: Kysely<StoreTables>, selection: Selection): Promise<readonly Sum[]> {
  const by = (name: string, facet: Facet, key: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    select ${sql.lit(name)} as facet, ${key} as key, sum(n) as n
    from wanted where facet = ${sql.lit(facet)} group by key`;
  const each = [
    by("status", "none", STATE),
    by("type", "none", sql.ref("type")),
    by("expiry", "none", sql.ref("bucket")),
    by("issuer", "issuer", sql.ref("value")),
    by("organization", "organization", sql.ref("value")),
    by("key", "key", sql.ref("value")),
  ];
  const { rows } = await sql<Sum>`
    with ${wanted(selection, FACETS)} ${sql.join(each, sql` union all `)}`.execute(database);
  return rows;
}

async function textsOf(database: Kysely<StoreTables>, found: readonly Sum[]): Promise<Map<number, string>> {
  const ids = found.filter(({ facet }) => ["status", "issuer", "key"].includes(facet)).map(({ key }) => key);
  if (ids.length === 0) return new Map();
  const rows = await database.selectFrom("word").select(["id", "text"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

const UNKNOWN = "unknown";

function bucketName(place: number): string {
  if (place === -2) return UNKNOWN;
  if (place === -1) return "expired";
  const days = EXPIRY_BUCKETS[place];
  return days === undefined ? "later" : `within_${days}`;
}

function counts(found: readonly Sum[], facet: string, nameOf: (key: number) => string): Counts {
  const named = new Map<string, number>();
  for (const { facet: of, key, n } of found) {
    if (of === facet && n > 0) named.set(nameOf(key), (named.get(nameOf(key)) ?? 0) + n);
  }
  return Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many rows are wanted, by each trait. */
export async function countRows(
  database: Kysely<StoreTables>,
  selection: Selection,
): Promise<InventoryCounts> {
  const found = await sums(database, selection);
  const texts = await textsOf(database, found);
  const text = (key: number): string => texts.get(key) ?? UNKNOWN;
  return {
    total: found.reduce((sum, { facet, n }) => (facet === "type" ? sum + n : sum), 0),
    byStatus: counts(found, "status", (key) => (key === -1 ? "Expired" : text(key))),
    byType: counts(found, "type", (key) => CERTIFICATE_TYPES[key] ?? UNKNOWN),
    byIssuer: counts(found, "issuer", text),
    byOrganization: counts(found, "organization", (key) => (key === 0 ? UNKNOWN : String(key))),
    byKeyType: counts(found, "key", text),
    byExpiry: counts(found, "expiry", bucketName),
  };
}
