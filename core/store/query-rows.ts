import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { businessUnitOf } from "../domain/business-unit-of.ts";
import type { InventoryQuery } from "../domain/inventory.ts";
import type { InventoryEntry, InventoryRow, Labels } from "../domain/inventory-row.ts";
import { mergeParts, type RowPart } from "../domain/merge-parts.ts";
import { type Names, presentRow } from "../domain/present-names.ts";
import { type CellTraits, COLUMNS, type ColumnForm } from "./columns.ts";
import { isOver } from "./ends.ts";
import type { KnownCounts } from "./known-counts.ts";
import { labelsBy } from "./labels.ts";
import { all, any, type Predicate } from "./match.ts";
import { mostRows } from "./most-rows.ts";
import { NAME_KINDS } from "./name-demands.ts";
import { readParts } from "./part-json.ts";
import { type Renaming, renamingsOf, shownName } from "./renamed-rows.ts";
import { asLookup, led } from "./scans.ts";
import type { Selection } from "./selection.ts";
import type { StoreTables } from "./tables.ts";

const DEFAULT_LIMIT = 1_000;
/** Rows are read in portions, since SQLite takes so many values in one statement. */
const PORTION = 5_000;
/** Rows that are held while they are read one by one: a server is asked once for so many. */
const WALKED = 2_000;
/** Up to so many matches are found by their cells and sorted; more are met soon enough in the order of the sort. */
const FEW = 10_000;
/** Up to this share of all rows, matches of a text are listed before the walk; of more, enough are met soon. */
const LISTED_SHARE = 0.1;

/** What leads to the rows: their cells, a table of texts, or whatever index SQLite finds best. */
type Lead = "cells" | "scan" | "index";

/** Traits as they stand in the row itself; the kind of key does not. */
function rowColumn(trait: keyof CellTraits): RawBuilder<unknown> {
  const column = sql.ref(`c.${trait}`);
  return trait === "issuer" || trait === "organization_id" ? sql`coalesce(${column}, 0)` : column;
}

/** Demands on cells. */
function cellDemand(selection: Selection, lead: Lead): RawBuilder<unknown> {
  const { account, cells, facets, state, forms } = selection;
  const unindexed = (name: string): RawBuilder<unknown> => forms.unindexed(sql.ref(name));
  // When every row is looked at, its own columns are nearer than the cell.
  if (lead === "scan" && !facets.has("key"))
    return sql`${unindexed("c.account")} = ${account} and ${cells(rowColumn)}`;
  const columns = (trait: string): RawBuilder<unknown> => sql.ref(`k.${trait}`);
  // A cell does not know the end of its rows, so that either may hold.
  const mayBe = any([0, 1].map((gone) => state({ status: sql.ref("k.status"), gone: sql.lit(gone) })));
  const inCells = sql`in (select k.id from cell k where k.account = ${account} and ${cells(columns)} and ${mayBe})`;
  return lead === "cells"
    ? sql`${unindexed("c.account")} = ${account} and c.cell ${inCells}`
    : sql`c.account = ${account} and ${unindexed("c.cell")} ${inCells}`;
}

function rowsWhere(selection: Selection, lead: Lead): Predicate {
  const { rows, state, now, forms } = selection;
  const gone = isOver(forms.unindexed(sql.ref("c.expires")), sql.ref("c.whole_day"), now);
  const demands = [
    cellDemand(selection, lead),
    state({ status: sql.ref("c.status"), gone }),
    ...rows.map(({ met }) => met),
  ];
  return sql<SqlBool>`${sql.join(demands, sql` and `)}`;
}

/** Rows that the tables of texts lead to, if there are demands on any. */
function scanned(selection: Selection): { readonly from: RawBuilder<unknown>; readonly where: Predicate } {
  const { from, demands } = led(selection.scans);
  const lead = demands.length > 0 ? "scan" : selection.rows.length === 0 ? "cells" : "index";
  return { from, where: all([...demands, rowsWhere(selection, lead)]) };
}

interface Order {
  readonly name: string;
  /** What must be there for the row to have a place. */
  readonly column: RawBuilder<unknown>;
  readonly key: RawBuilder<unknown>;
  readonly way: RawBuilder<unknown>;
  readonly ties: RawBuilder<unknown>;
  readonly form: ColumnForm;
  readonly limit: number;
}

/** Sorting by a word means by its text, and by a name by the one that rows show. */
function orderOf({ sort, limit = DEFAULT_LIMIT }: InventoryQuery, renamings: readonly Renaming[]): Order {
  const { name = "certificate_id", form = "number" } = COLUMNS[sort?.by ?? "expires"] ?? {};
  const way = sort?.descending ? sql`desc` : sql`asc`;
  // Folded texts stand in NameTable (`n`).
  const table = form === "folded" ? "n" : "c";
  const stored = sql.ref(`${table}.${name}`);
  const read = form === "word" ? sql`(select folded from word where id = ${stored})` : stored;
  const key = shownName(read, renamings);
  const column = renamings.length === 0 ? stored : key;
  const ties = sql`${sql.ref(`${table}.type`)} ${way}, ${sql.ref(`${table}.certificate_id`)} ${way}`;
  return { name, column, key, way, ties, form, limit };
}

interface Asking {
  readonly selection: Selection;
  readonly names: Names;
  readonly known: KnownCounts;
}

async function renamingsFor(
  database: Kysely<StoreTables>,
  { sort }: InventoryQuery,
  { account, names }: { readonly account: number; readonly names: Names },
): Promise<readonly Renaming[]> {
  const kind = sort === undefined ? undefined : NAME_KINDS[sort.by];
  return kind === undefined ? [] : renamingsOf(database, account, { kind, names });
}

interface Found {
  readonly ids: readonly number[];
  readonly total: number;
}

/** Finds all matches, then sorts them. @returns null when they are too many for that */
async function sortMatches(
  database: Kysely<StoreTables>,
  selection: Selection,
  { key, way, ties, form }: Order,
): Promise<Found | null> {
  const { from, where } = scanned(selection);
  const isByName = form === "folded";
  const names = isByName ? sql`cross join name n` : sql``;
  const ofName = isByName ? sql`and n.certificate = c.id` : sql``;
  const { rows } = await sql<{ id: number; total: number }>`
    with matched as materialized (select c.id from ${from} where ${where} limit ${FEW + 1})
    select c.id, (select count(*) from matched) as total
    from matched m cross join certificate c ${names} where c.id = m.id ${ofName}
    order by ${key} is null, ${key} ${way}, ${ties}
    limit (select case when count(*) > ${sql.lit(FEW)} then 1 else ${sql.lit(FEW)} end from matched)`.execute(
    database,
  );
  const total = rows[0]?.total ?? 0;
  return total > FEW ? null : { ids: rows.map(({ id }) => id), total };
}

/**
 * Walks along the order's index until there are enough. Those with a value come first, whichever way it goes.
 * @param total how many match
 */
async function walkSorted(
  database: Kysely<StoreTables>,
  selection: Selection,
  { name, column, key, way, ties, form, limit, total }: Order & { readonly total: number },
): Promise<readonly number[]> {
  const texts = selection.scans.map(
    total > LISTED_SHARE * (await mostRows(database)) ? asLookup : selection.forms.named,
  );
  // No index knows the order of words, so that every row is looked at.
  const where = all([rowsWhere(selection, form === "word" ? "scan" : "index"), ...texts]);
  // In a cross join the left table leads. Source: https://www.sqlite.org/lang_select.html
  const from =
    form === "folded"
      ? sql`name n cross join certificate c where c.id = n.certificate and n.account = ${selection.account} and ${where}`
      : sql`certificate c where ${where}`;
  const idsOf = async (
    presence: RawBuilder<unknown>,
    order: RawBuilder<unknown>,
    most: number,
  ): Promise<number[]> => {
    const { rows } = await sql<{ id: number }>`
      select c.id from ${from} and ${column} ${presence} order by ${order} limit ${most}`.execute(database);
    return rows.map(({ id }) => id);
  };
  // Those that ended long ago stand first, and need not be walked over.
  const isByEnd = name === "expires" && selection.endedBy !== null;
  const present = isByEnd ? sql`> ${selection.endedBy}` : sql`is not null`;
  const first = await idsOf(present, sql`${key} ${way}, ${ties}`, limit);
  if (first.length >= limit) return first;
  return [...first, ...(await idsOf(sql`is null`, ties, limit - first.length))];
}

/** Numbers of the wanted rows in their order, and how many there are in all. */
async function find(
  database: Kysely<StoreTables>,
  query: InventoryQuery,
  { selection, names, known }: Asking,
): Promise<Found> {
  const { account } = selection;
  const order = orderOf(query, await renamingsFor(database, query, { account, names }));
  const few = await known.found(database, { asked: query, account }, () =>
    sortMatches(database, selection, order),
  );
  if (few !== null) return { ids: few.ids.slice(0, order.limit), total: few.total };
  const { total } = await known.of(database, query, selection);
  return { ids: await walkSorted(database, selection, { ...order, total }), total };
}

/** Rows by their number, in the order given. */
export async function readRows(
  database: Kysely<StoreTables>,
  ids: readonly number[],
): Promise<readonly InventoryRow[]> {
  const rows: InventoryRow[] = [];
  for (let start = 0; start < ids.length; start += PORTION) {
    const portion = ids.slice(start, start + PORTION);
    const parts = new Map<number, RowPart[]>();
    const found = await database
      .selectFrom("part")
      .select(["certificate", "json", "sum"])
      .where("source", "in", [0, 1, 2])
      .where("certificate", "in", portion)
      .orderBy("source")
      .execute();
    const read = await readParts(database, found);
    found.forEach(({ certificate }, index) => {
      const part = read[index];
      if (part !== undefined) parts.set(certificate, [...(parts.get(certificate) ?? []), part]);
    });
    for (const id of portion) rows.push(mergeParts(parts.get(id) ?? []));
  }
  return rows;
}

async function labelsOf(
  database: Kysely<StoreTables>,
  ids: readonly number[],
  ruleSet: number | undefined,
): Promise<ReadonlyMap<number, Labels>> {
  const labels = new Map<number, Labels>();
  if (ruleSet === undefined) return labels;
  for (let start = 0; start < ids.length; start += PORTION) {
    const some = await labelsBy(database, ruleSet, ids.slice(start, start + PORTION));
    for (const [certificate, one] of some) labels.set(certificate, one);
  }
  return labels;
}

export const NO_LABELS: Labels = { tags: [], owners: [], attributes: {} };

/**
 * Reads the rows that are wanted, sorted and cut off, and gives them one by one, so that few are held at a time.
 * @returns how many match in all
 */
export async function walkRows(
  database: Kysely<StoreTables>,
  query: InventoryQuery,
  asking: Asking,
  take: (row: InventoryEntry) => void,
): Promise<number> {
  const { ids, total } = await find(database, query, asking);
  for (let start = 0; start < ids.length; start += WALKED) {
    const portion = ids.slice(start, start + WALKED);
    const rows = await readRows(database, portion);
    const labels = await labelsOf(database, portion, asking.selection.ruleSet);
    for (const [index, row] of rows.entries()) {
      const { tags, owners, attributes } = labels.get(portion[index] ?? -1) ?? NO_LABELS;
      const businessUnit = businessUnitOf(query.view.businessUnits, row);
      take(presentRow({ ...row, tags, owners, attributes, businessUnit }, asking.names));
    }
  }
  return total;
}
