import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import type { InventoryPage, InventoryQuery, InventoryView, SortAttribute } from "../domain/inventory.ts";
import type { InventoryRow, Labels } from "../domain/inventory-row.ts";
import { mergeParts, type RowPart } from "../domain/merge-parts.ts";
import { COLUMNS } from "./columns.ts";
import { totalOf } from "./count-rows.ts";
import { any, type Predicate } from "./match.ts";
import type { Selection } from "./selection.ts";
import type { StoreTables } from "./tables.ts";

const DEFAULT_LIMIT = 1_000;
/** Rows are read in portions, since SQLite takes so many values in one statement. */
const PORTION = 5_000;
/** Up to so many matches are found by their cells and sorted; more are met soon enough in the order of the sort. */
const FEW = 10_000;

/** Sorting by a word means by its text. */
function sortKey(by: SortAttribute): RawBuilder<unknown> {
  const column = COLUMNS[by];
  if (column?.form === "folded") return sql.ref(`n.${column.name}`);
  const name = sql.ref(`c.${column?.name ?? "certificate_id"}`);
  return column?.form === "word" ? sql`(select folded from word where id = ${name})` : name;
}

/** @param isLed lets the cells lead to the rows; else whatever index SQLite finds best does */
function rowsWhere(
  { account, cells, rows, state, now }: Selection,
  isLed: "by cells" | "otherwise",
): Predicate {
  const columns = (trait: string): RawBuilder<unknown> => sql.ref(`k.${trait}`);
  // A cell does not know the end of its rows, so that either may hold.
  const mayBe = any([0, 1].map((gone) => state({ status: sql.ref("k.status"), gone: sql.lit(gone) })));
  const inCells = sql`in (select k.id from cell k where k.account = ${account} and ${cells(columns)} and ${mayBe})`;
  // A plus sign keeps SQLite from using a column's index. Source: https://www.sqlite.org/optoverview.html
  const led =
    isLed === "by cells"
      ? sql`+c.account = ${account} and c.cell ${inCells}`
      : sql`c.account = ${account} and +c.cell ${inCells}`;
  const gone = sql`coalesce(+c.expires <= ${now}, 0)`;
  const demands = [led, state({ status: sql.ref("c.status"), gone }), ...(rows === undefined ? [] : [rows])];
  return sql<SqlBool>`${sql.join(demands, sql` and `)}`;
}

interface Order {
  readonly key: RawBuilder<unknown>;
  readonly way: RawBuilder<unknown>;
  readonly ties: RawBuilder<unknown>;
  /** The key stands in NameTable (`n`). */
  readonly isByName: boolean;
  readonly limit: number;
}

function orderOf({ sort, limit = DEFAULT_LIMIT }: InventoryQuery): Order {
  const by = sort?.by ?? "expires";
  const way = sort?.descending ? sql`desc` : sql`asc`;
  const isByName = COLUMNS[by]?.form === "folded";
  const table = isByName ? "n" : "c";
  const ties = sql`${sql.ref(`${table}.type`)} ${way}, ${sql.ref(`${table}.certificate_id`)} ${way}`;
  return { key: sortKey(by), way, ties, isByName, limit };
}

interface Found {
  readonly ids: readonly number[];
  readonly total: number;
}

/** Finds all matches, then sorts them. @returns null when they are too many for that */
async function sortMatches(
  database: Kysely<StoreTables>,
  selection: Selection,
  { key, way, ties, isByName, limit }: Order,
): Promise<Found | null> {
  const where = rowsWhere(selection, selection.rows === undefined ? "by cells" : "otherwise");
  const names = isByName ? sql`cross join name n on n.certificate = c.id` : sql``;
  const { rows } = await sql<{ id: number; total: number }>`
    with matched as materialized (select c.id from certificate c where ${where} limit ${FEW + 1})
    select c.id, (select count(*) from matched) as total
    from matched m cross join certificate c on c.id = m.id ${names}
    order by ${key} is null, ${key} ${way}, ${ties} limit ${Math.max(limit, 1)}`.execute(database);
  const total = rows[0]?.total ?? 0;
  return total > FEW ? null : { ids: rows.slice(0, limit).map(({ id }) => id), total };
}

/** Walks along the order's index until there are enough. Those with a value come first, whichever way it goes. */
async function walkSorted(
  database: Kysely<StoreTables>,
  selection: Selection,
  { key, way, ties, isByName, limit }: Order,
): Promise<readonly number[]> {
  const where = rowsWhere(selection, "otherwise");
  // In a cross join the left table leads. Source: https://www.sqlite.org/lang_select.html
  const from = isByName
    ? sql`name n cross join certificate c on c.id = n.certificate where n.account = ${selection.account} and ${where}`
    : sql`certificate c where ${where}`;
  const idsOf = async (
    presence: RawBuilder<unknown>,
    order: RawBuilder<unknown>,
    most: number,
  ): Promise<number[]> => {
    const { rows } = await sql<{ id: number }>`
      select c.id from ${from} and ${key} ${presence} order by ${order} limit ${most}`.execute(database);
    return rows.map(({ id }) => id);
  };
  const first = await idsOf(sql`is not null`, sql`${key} ${way}, ${ties}`, limit);
  if (first.length >= limit) return first;
  return [...first, ...(await idsOf(sql`is null`, ties, limit - first.length))];
}

/** Numbers of the wanted rows in their order, and how many there are in all. */
async function find(
  database: Kysely<StoreTables>,
  query: InventoryQuery,
  selection: Selection,
): Promise<Found> {
  const order = orderOf(query);
  // Without demands on rows the total costs little, and says which way is the shorter one.
  const known = selection.rows === undefined ? await totalOf(database, selection) : undefined;
  const few = known === undefined || known <= FEW ? await sortMatches(database, selection, order) : null;
  if (few !== null) return few;
  const total = known ?? (await totalOf(database, selection));
  return { ids: await walkSorted(database, selection, order), total };
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
      .select(["certificate", "json"])
      .where("source", "in", [0, 1, 2])
      .where("certificate", "in", portion)
      .orderBy("source")
      .execute();
    for (const { certificate, json } of found) {
      const known = parts.get(certificate);
      // Written by put-rows.ts only.
      const part = JSON.parse(json) as RowPart;
      if (known === undefined) parts.set(certificate, [part]);
      else known.push(part);
    }
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
    const rows = await database
      .selectFrom("label")
      .select(["certificate", "json"])
      .where("rule_set", "=", ruleSet)
      .where("certificate", "in", ids.slice(start, start + PORTION))
      .execute();
    // Written by label-rows.ts only.
    for (const { certificate, json } of rows) labels.set(certificate, JSON.parse(json) as Labels);
  }
  return labels;
}

const NO_LABELS: Labels = { tags: [], owners: [], attributes: {} };

function businessUnitOf({ businessUnits }: InventoryView, { organizationId }: InventoryRow): string | null {
  const named = organizationId === null ? undefined : businessUnits.byOrganizationId.get(organizationId);
  return named ?? businessUnits.forAll;
}

/** The rows that are wanted, sorted and cut off, and how many there are in all. */
export async function queryRows(
  database: Kysely<StoreTables>,
  query: InventoryQuery,
  selection: Selection,
): Promise<InventoryPage> {
  const { ids, total } = await find(database, query, selection);
  const rows = await readRows(database, ids);
  const labels = await labelsOf(database, ids, selection.ruleSet);
  const entries = rows.map((row, index) => ({
    ...row,
    ...(labels.get(ids[index] ?? -1) ?? NO_LABELS),
    businessUnit: businessUnitOf(query.view, row),
  }));
  return { rows: entries, total };
}
