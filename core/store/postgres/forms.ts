import { sql } from "kysely";
import { StoreError } from "../../base/errors.ts";
import { INVENTORY_ATTRIBUTES, type InventoryAttribute } from "../../domain/inventory-row.ts";
import type { RowPart } from "../../domain/merge-parts.ts";
import { COLUMNS } from "../columns.ts";
import { asLookup } from "../scans.ts";
import type { SqlForms } from "../sql-forms.ts";
import { fold, TABLE_NAMES } from "../tables.ts";
import { insertByArrays } from "./insert.ts";
import { kept } from "./kept.ts";
import { keyOf } from "./keys.ts";
import { insufficientPrivilege } from "./postgres-error.ts";

const OCTETS = sql`collate "C"`;
const memberOf = (attribute: string) => sql`(p.asked ->> ${sql.lit(attribute)})`;
const textOf = (attribute: string) => sql`(${memberOf(attribute)} ${OCTETS})`;

/** Longer than most imports take, which the tables must not vanish under. */
const LONGEST_WAIT = "60s";

function foldedMember(attribute: InventoryAttribute, value: unknown): unknown {
  const folded = (text: string): string => kept(fold(text));
  // Written as the kind of the attribute says.
  switch (INVENTORY_ATTRIBUTES[attribute].kind) {
    case "text":
      return folded(String(value));
    case "texts":
      return (value as readonly string[]).map(folded);
    case "fields":
      return (value as readonly Readonly<Record<"name" | "value", string>>[]).map((field) => ({
        name: folded(field.name),
        value: folded(field.value),
      }));
    default:
      return value;
  }
}

/** What conditions may ask of a part's JSON: members without a column. PostgreSQL's own `lower` depends on the server. */
function askedOf(part: RowPart): { readonly asked: string } {
  const members = Object.entries(part) as [InventoryAttribute, unknown][]; // the part's own members
  const asked = members.filter(
    ([name, value]) => COLUMNS[name] === undefined && value !== null && value !== undefined,
  );
  return {
    asked: JSON.stringify(
      Object.fromEntries(asked.map(([name, value]) => [name, foldedMember(name, value)])),
    ),
  };
}

/** What PostgreSQL says. Source: PostgreSQL 14 documentation. */
export function postgresForms(schema: string, name: string): SqlForms {
  const tablesOf: SqlForms["tablesOf"] = async (database) => {
    const { rows } = await sql<{ name: string; isReachable: boolean }>`
      select tablename as name, has_schema_privilege(schemaname, 'usage') as "isReachable"
      from pg_catalog.pg_tables where schemaname = ${schema}`.execute(database);
    // PostgreSQL shows them to everybody, and says of a schema without that right only that its tables are not there.
    if (rows.some(({ isReachable }) => !isReachable)) throw insufficientPrivilege();
    return rows.map((row) => row.name);
  };
  return {
    tablesOf,
    withAsked: (table) => table.addColumn("asked", "jsonb", (column) => column.notNull()),
    async claim(database) {
      // Tables outlast a crash, if rows of the last second do not.
      await sql`select set_config('lock_timeout', ${LONGEST_WAIT}, true), set_config('synchronous_commit', 'on', true)`.execute(
        database,
      );
      await sql`select pg_advisory_xact_lock(${keyOf(schema, "tables")}::bigint)`.execute(database);
      const { rows } = await sql`select 1 from pg_catalog.pg_namespace where nspname = ${schema}`.execute(
        database,
      );
      if (rows.length === 0) await database.schema.createSchema(schema).execute();
      const foreign = (await tablesOf(database)).find((table) => !TABLE_NAMES.has(table));
      if (foreign === undefined) return;
      throw new StoreError(
        `open the inventory store ${name}: the schema has a table of another program, ${foreign}`,
        {
          code: "store.foreign",
          hint: "Name a schema of its own in SECTIGO_INVENTORY_STORE: ?schema=sectigo_inventory.",
        },
      );
    },
    async lockWords(database) {
      await sql`select pg_advisory_xact_lock(${keyOf(schema, "words")}::bigint)`.execute(database);
    },
    insertAll: insertByArrays,
    async takeIds(database, count) {
      const { rows } = await sql<{ id: number }>`
        select nextval(pg_get_serial_sequence('certificate', 'id')) as id from generate_series(1, ${count})`.execute(
        database,
      );
      return rows.map(({ id }) => id);
    },
    kept,
    // Its planner knows how many rows each condition leaves.
    unindexed: (column) => column,
    grouped: ({ cell, gone, bucket }, source) => sql`
      select ${cell} as cell, ${gone} as gone, ${bucket} as bucket, count(*) as n
      from ${source} group by 1, 2, 3`,
    // It joins, whichever way is shorter. A list that is too long for the server's memory would be read again for each row.
    named: asLookup,
    listOf: (numbers) => sql`unnest(${numbers}::bigint[]) as listed (value)`,
    askedOf,
    member: {
      text: textOf,
      folded: textOf,
      number: (attribute) => sql`${memberOf(attribute)}::numeric`,
      flag: (attribute) => sql`${memberOf(attribute)}::boolean::integer`,
    },
    list: {
      from: (attribute) => sql`jsonb_array_elements(p.asked -> ${sql.lit(attribute)}) as j (value)`,
      folded: (member) =>
        member === null ? sql`(j.value #>> '{}') ${OCTETS}` : sql`(j.value ->> ${sql.lit(member)}) ${OCTETS}`,
    },
  };
}
