import { sql } from "kysely";
import type { InventoryAttribute } from "../domain/inventory-row.ts";
import { asList } from "./scans.ts";
import { SHORT_KEYS } from "./short-part.ts";
import { LEAST_BUCKET, type SqlForms } from "./sql-forms.ts";
import { insertBySqlite } from "./sqlite-insert.ts";

const pathOf = (member: string) => sql.lit(`$.${member}`);
const shortPath = (attribute: InventoryAttribute) => pathOf(SHORT_KEYS[attribute]);
const memberOf = (attribute: InventoryAttribute) => sql`p.json ->> ${shortPath(attribute)}`;

/** Places in a number that holds cell, bucket and `gone`: more buckets than there are. */
const BUCKETS = 32;

/** Source: https://www.sqlite.org/lang.html and https://www.sqlite.org/json1.html */
export const SQLITE_FORMS: SqlForms = {
  withAsked: (table) => table,
  async tablesOf(database) {
    return (await database.introspection.getTables()).map(({ name }) => name);
  },
  // A writer has the one lock there is.
  claim: async () => undefined,
  lockWords: async () => undefined,
  insertAll: insertBySqlite,
  async takeIds(database, count) {
    const { last } = await database
      .selectFrom("certificate")
      .select(({ fn }) => fn.max("id").as("last"))
      .executeTakeFirstOrThrow();
    return Array.from({ length: count }, (_, index) => (last ?? 0) + 1 + index);
  },
  kept: (text) => text,
  // Source: https://www.sqlite.org/optoverview.html
  unindexed: (column) => sql`+${column}`,
  // SQLite sorts what it groups, a million rows in a second; an aggregate of ours takes a fifth of that.
  grouped({ cell, gone, bucket }, source) {
    const key = sql`(${cell} * ${sql.lit(BUCKETS)} + ${bucket} - ${sql.lit(LEAST_BUCKET)}) * 2 + ${gone}`;
    const place = sql`cast(j.key as integer)`;
    return sql`
      select ${place} / ${sql.lit(2 * BUCKETS)} as cell, ${place} % 2 as gone,
        ${place} / 2 % ${sql.lit(BUCKETS)} + ${sql.lit(LEAST_BUCKET)} as bucket, j.value as n
      from json_each((select alike(${key}) from ${source})) j`;
  },
  named: asList,
  // One value, however many numbers.
  listOf: (numbers) => sql`json_each(${JSON.stringify(numbers)})`,
  askedOf: () => ({}),
  member: {
    text: memberOf,
    folded: (attribute) => sql`fold(${memberOf(attribute)})`,
    number: memberOf,
    flag: memberOf,
  },
  list: {
    from: (attribute) => sql`json_each(p.json, ${shortPath(attribute)}) j`,
    folded: (member) => (member === null ? sql`fold(j.value)` : sql`fold(j.value ->> ${pathOf(member)})`),
  },
};
