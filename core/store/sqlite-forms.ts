import { sql } from "kysely";
import type { SqlForms } from "./sql-forms.ts";
import { insertBySqlite } from "./sqlite-insert.ts";

const pathOf = (attribute: string) => sql.lit(`$.${attribute}`);
const memberOf = (attribute: string) => sql`p.json ->> ${pathOf(attribute)}`;

/** Source: https://www.sqlite.org/lang.html and https://www.sqlite.org/json1.html */
export const SQLITE_FORMS: SqlForms = {
  withAsked: (table) => table,
  async indexPresent(database, attribute) {
    const isPresent = sql`json ->> ${pathOf(attribute)} is not null`;
    // The last column lets the index answer alone. Source: https://www.sqlite.org/expridx.html
    await sql`create index ${sql.id(`part_${attribute}`)} on part (source, certificate, ${isPresent}) where ${isPresent}`.execute(
      database,
    );
  },
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
    from: (attribute) => sql`json_each(p.json, ${pathOf(attribute)}) j`,
    folded: (member) => (member === null ? sql`fold(j.value)` : sql`fold(j.value ->> ${pathOf(member)})`),
  },
};
