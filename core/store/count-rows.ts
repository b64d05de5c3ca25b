import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { type Counts, EXPIRY_BUCKETS, type InventoryCounts } from "../domain/inventory.ts";
import { CERTIFICATE_TYPES } from "../domain/inventory-row.ts";
import { type CellTraits, dayOf } from "./columns.ts";
import type { CellColumns } from "./conditions.ts";
import { earliestOf, isOver } from "./ends.ts";
import { all, always, among, unless } from "./match.ts";
import { type Counting, countingOf } from "./missed-rows.ts";
import { led } from "./scans.ts";
import type { Selection } from "./selection.ts";
import { LEAST_BUCKET } from "./sql-forms.ts";
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

/**
 * The place of the first bucket in EXPIRY_BUCKETS that the row is in; -1 over, -2 without an end. Ends are judged as
 * `expiresWithinDays` judges them, to the second.
 */
function bucketOf(
  now: number,
  expires: RawBuilder<unknown>,
  { wholeDay, gone }: { readonly wholeDay: RawBuilder<unknown>; readonly gone: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const bounds = EXPIRY_BUCKETS.map(
    (days, place) =>
      sql`when ${earliestOf(expires, wholeDay)} <= ${now + days * DAY_SECONDS} then ${sql.lit(place)}`,
  );
  return sql`case when ${expires} is null then ${sql.lit(LEAST_BUCKET)} when ${gone} = 1 then -1 ${sql.join(bounds, sql` `)} else ${sql.lit(bounds.length)} end`;
}

/** Days that are neither on one side of now as a whole nor within a bucket as a whole. */
function partedDays(now: number): readonly number[] {
  return [...new Set([0, ...EXPIRY_BUCKETS].map((days) => dayOf(now) + days))];
}

/** Rows that end on those days, one by one, by cell. Ends of which only the day is known are never parted. */
function endingOnParted({ account, now, cells }: Selection): RawBuilder<unknown> {
  const days = partedDays(now).map((day) => sql`select ${sql.lit(day * DAY_SECONDS)} as start`);
  const gone = isOver(sql.ref("c.expires"), sql.ref("k.whole_day"), now);
  const bucket = bucketOf(now, sql.ref("c.expires"), { wholeDay: sql.ref("k.whole_day"), gone });
  return sql`
    select k.*, ${gone} as gone, ${bucket} as bucket, count(*) as n
    from (${sql.join(days, sql` union all `)}) d
      cross join certificate c cross join cell k
    where c.account = ${account} and c.expires >= d.start and c.expires < d.start + ${sql.lit(DAY_SECONDS)}
      and k.id = c.cell and k.whole_day = 0 and ${cells(CELL_COLUMNS)}
    group by k.id, gone, bucket`;
}

/** One facet by the tally: days that are on one side as a whole; a day stands for its first second. */
function fromTally(facet: Facet, { account, now, cells }: Selection): RawBuilder<unknown> {
  const columns = tallyColumns(facet);
  const expires = sql`nullif(t.expires_day, 0) * ${sql.lit(DAY_SECONDS)}`;
  const wholeDay = sql.ref("t.whole_day");
  const gone = isOver(expires, wholeDay, now);
  const isParted = among(sql.ref("t.expires_day"), partedDays(now));
  return sql`
    select ${sql.lit(facet)} as facet, t.value, t.type, t.status, ${gone} as gone,
      ${bucketOf(now, expires, { wholeDay, gone })} as bucket, t.rows as n
    from tally t
    where t.account = ${account} and t.facet = ${FACETS.indexOf(facet)}
      and (t.whole_day = 1 or not ${isParted}) and ${cells(columns)}
    union all
    select ${sql.lit(facet)}, ${facetValue(facet, CELL_COLUMNS)}, k.type, k.status, k.gone, k.bucket, k.n
    from parted k`;
}

/** Rows of a selection that were found already. */
function onlyThese(selection: Selection, ids: readonly number[]): Selection {
  const found = { table: selection.forms.listOf(ids), id: sql.ref("value"), where: always };
  return { ...selection, rows: [], scans: [{ ...found, missed: unless(always) }] };
}

/** Rows by cell and end, for what the tally can't tell. */
function fromRows({ account, now, cells, facets, rows, scans, forms }: Selection): RawBuilder<unknown> {
  const inCells = sql`in (select k.id from cell k where k.account = ${account} and ${cells(CELL_COLUMNS)})`;
  const expires = sql.ref("c.expires");
  const wholeDay = sql.ref("c.whole_day");
  const gone = isOver(expires, wholeDay, now);
  const { from, demands } = led(scans);
  const met = rows.map((demand) => demand.met);
  // Without demands on rows the index of the cells has it all, in the order of the groups.
  const isByCells = rows.length + scans.length === 0;
  const where = isByCells
    ? sql`c.cell ${inCells}`
    : all([
        ...demands,
        sql`c.account = ${account}`,
        // What nearly all cells meet is asked of the groups.
        ...(facets.size > 0 ? [sql<SqlBool>`${forms.unindexed(sql.ref("c.cell"))} ${inCells}`] : []),
        ...met,
      ]);
  const bucket = bucketOf(now, expires, { wholeDay, gone });
  return forms.grouped({ cell: sql.ref("c.cell"), gone, bucket }, sql`${from} where ${where}`);
}

interface Lines {
  /** A common table expression that the lines are made of. */
  readonly source: RawBuilder<unknown>;
  /** `facet, value, type, status, gone, bucket, n`, for each facet. */
  readonly lines: readonly RawBuilder<unknown>[];
}

function linesFromTally(selection: Selection, facets: readonly Facet[]): Lines {
  const source = sql`parted as materialized (${endingOnParted(selection)})`;
  return { source, lines: facets.map((facet) => fromTally(facet, selection)) };
}

/** @param sign 1, or -1 for rows that were counted and are not wanted */
function linesFromRows(selection: Selection, facets: readonly Facet[], sign: 1 | -1): Lines {
  const matched = sql.ref(sign === 1 ? "matched" : "missed");
  const source = sql`${matched} as materialized (${fromRows(selection)})`;
  const line = (facet: Facet): RawBuilder<unknown> => sql`
    select ${sql.lit(facet)} as facet, ${facetValue(facet, CELL_COLUMNS)} as value, k.type, k.status, m.gone, m.bucket,
      ${sql.lit(sign)} * m.n as n
    from ${matched} m join cell k on k.id = m.cell where ${selection.cells(CELL_COLUMNS)}`;
  return { source, lines: facets.map(line) };
}

/** Common table expressions that end in `wanted (facet, value, type, status, gone, bucket, n)`. */
function wanted({ selection, missed }: Counting, facets: readonly Facet[]): RawBuilder<unknown> {
  const state = selection.state({ status: sql.ref("status"), gone: sql.ref("gone") });
  const parts = [
    isTallied(selection, facets) ? linesFromTally(selection, facets) : linesFromRows(selection, facets, 1),
    ...(missed === null ? [] : [linesFromRows(missed, facets, -1)]),
  ];
  const lines = sql.join(
    parts.flatMap((part) => part.lines),
    sql` union all `,
  );
  return sql`${sql.join(parts.map(({ source }) => source))},
    wanted as materialized (
      select facet, value, type, status, gone, bucket, n from (${lines}) w where ${state})`;
}

/** Whether every demand is on what the lines of these facets tell. */
function isTallied({ rows, scans, facets: needed }: Selection, facets: readonly Facet[]): boolean {
  return (
    rows.length + scans.length === 0 && facets.every((facet) => [...needed].every((one) => one === facet))
  );
}

/** State as judged now: an issued one whose end has come is expired. */
const STATE = sql`case when gone = 1 and status = (select id from word where text = 'Issued') then -1 else status end`;

type Sum = { readonly facet: string; readonly key: number; readonly n: number };

async function sums(database: Kysely<StoreTables>, counting: Counting): Promise<readonly Sum[]> {
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
    with ${wanted(counting, FACETS)} ${sql.join(each, sql` union all `)}`.execute(database);
  return rows;
}

async function textsOf(database: Kysely<StoreTables>, found: readonly Sum[]): Promise<Map<number, string>> {
  const ids = found.filter(({ facet }) => ["status", "issuer", "key"].includes(facet)).map(({ key }) => key);
  if (ids.length === 0) return new Map();
  const rows = await database.selectFrom("word").select(["id", "text"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** One row of each cell tells the name; all rows of an organization have the same. */
async function organizationNames(
  database: Kysely<StoreTables>,
  { account }: Selection,
  found: readonly Sum[],
): Promise<Readonly<Record<string, string>>> {
  const ids = new Set(found.flatMap(({ facet, key, n }) => (facet === "organization" && n > 0 ? [key] : [])));
  const { rows } = await sql<{ id: number; name: string | null }>`
    select k.organization_id as id, (
      select w.text from certificate c join word w on w.id = c.organization where c.cell = k.id limit 1) as name
    from cell k where k.account = ${account} and k.organization_id <> 0`.execute(database);
  const named = rows.flatMap(({ id, name }) =>
    name !== null && ids.has(id) ? [[String(id), name] as const] : [],
  );
  return Object.fromEntries(named.sort(([a], [b]) => Number(a) - Number(b)));
}

const UNKNOWN = "unknown";

function bucketName(place: number): string {
  if (place === LEAST_BUCKET) return UNKNOWN;
  if (place === -1) return "expired";
  const days = EXPIRY_BUCKETS[place];
  return days === undefined ? "later" : `within_${days}`;
}

/**
 * How many end within each number of days, the nearer ones included; what is over, ends later or never stands apart. All
 * names are always there: an alarm asks for one of them.
 */
function cumulated(found: readonly Sum[]): Counts {
  const single = counts(found, "expiry", bucketName);
  let within = 0;
  const named = EXPIRY_BUCKETS.map((days): [string, number] => {
    within += single[`within_${days}`] ?? 0;
    return [`within_${days}`, within];
  });
  const others = ["expired", "later", UNKNOWN].map((name): [string, number] => [name, single[name] ?? 0]);
  return Object.fromEntries([...others, ...named]);
}

/** Of nothing. */
export const NO_COUNTS: InventoryCounts = {
  total: 0,
  byStatus: {},
  byType: {},
  byIssuer: {},
  byOrganization: {},
  organizationNames: {},
  byKeyType: {},
  byExpiry: cumulated([]),
};

function counts(found: readonly Sum[], facet: string, nameOf: (key: number) => string): Counts {
  const named = new Map<string, number>();
  for (const { facet: of, key, n } of found) {
    if (of === facet && n > 0) named.set(nameOf(key), (named.get(nameOf(key)) ?? 0) + n);
  }
  return Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many rows are wanted, by each trait. @param few numbers of all of them, where they are known */
export async function countRows(
  database: Kysely<StoreTables>,
  selection: Selection,
  few: readonly number[] | null,
): Promise<InventoryCounts> {
  const counting =
    few === null
      ? await countingOf(database, selection)
      : { selection: onlyThese(selection, few), missed: null };
  const found = await sums(database, counting);
  const texts = await textsOf(database, found);
  const text = (key: number): string => texts.get(key) ?? UNKNOWN;
  return {
    total: found.reduce((sum, { facet, n }) => (facet === "type" ? sum + n : sum), 0),
    byStatus: counts(found, "status", (key) => (key === -1 ? "Expired" : text(key))),
    byType: counts(found, "type", (key) => CERTIFICATE_TYPES[key] ?? UNKNOWN),
    byIssuer: counts(found, "issuer", text),
    byOrganization: counts(found, "organization", (key) => (key === 0 ? UNKNOWN : String(key))),
    organizationNames: await organizationNames(database, selection, found),
    byKeyType: counts(found, "key", text),
    byExpiry: cumulated(found),
  };
}
