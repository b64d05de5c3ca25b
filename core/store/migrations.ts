import { type Kysely, sql, type Transaction } from "kysely";
import { StoreError } from "../base/errors.ts";
import { formsOf, type TableMaker } from "./sql-forms.ts";
import type { StoreTables } from "./tables.ts";

/** Rows lie in the order of their key. SQLite's words; PostgreSQL's compiler leaves them out. */
const CLUSTERED = sql`without rowid`;

/** What most looks at all rows read comes first: SQLite steps over each column before the wanted one. */
const NUMBERS = ["whole_day", "present", "shared", "status", "origin", "revision", "walk"] as const;
const NUMBERS_OR_NULL = [
  "expires",
  "organization_id",
  "organization",
  "scm_profile_id",
  "scm_profile",
  "issuer",
  "requester",
  "approver",
  "requested_via",
  "key_algorithm",
  "key_size",
  "key_strength",
  "term_days",
  "requested",
  "approved",
  "declined",
  "issued",
  "revoked",
  "replaced",
] as const;
const TEXTS = [
  "common_name",
  "serial_number",
  "sha1_hash",
  "order_number",
  "backend_cert_id",
  "email",
  "person_name",
] as const;

async function createCertificates(database: Transaction<StoreTables>): Promise<void> {
  let table: TableMaker = database.schema
    .createTable("certificate")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("account", "integer", (column) => column.notNull())
    .addColumn("type", "integer", (column) => column.notNull())
    .addColumn("certificate_id", "integer", (column) => column.notNull())
    .addColumn("cell", "integer", (column) => column.notNull());
  for (const name of NUMBERS) table = table.addColumn(name, "integer", (column) => column.notNull());
  for (const name of NUMBERS_OR_NULL) table = table.addColumn(name, "integer");
  await table.execute();
  const index = (name: string, columns: string[]) =>
    database.schema.createIndex(`certificate_${name}`).on("certificate").columns(columns);
  await index("identity", ["account", "type", "certificate_id"]).unique().execute();
  // Cell, end and its kind stand in the indexes so that counting needs no look at the rows.
  await index("expires", ["account", "expires", "type", "certificate_id", "cell", "whole_day"]).execute();
  await index("requested", ["account", "requested", "type", "certificate_id", "cell"]).execute();
  await index("cell", ["cell", "expires", "whole_day"]).execute();
  await index("profile", ["account", "scm_profile_id", "cell", "expires", "whole_day"]).execute();
  await index("requester", ["account", "requester", "cell", "expires", "whole_day"]).execute();
  await index("revision", ["account", "revision"]).execute();
  await index("shared", ["account"]).where("shared", "=", 1).execute();
}

async function createNames({ schema }: Transaction<StoreTables>): Promise<void> {
  let table: TableMaker = schema
    .createTable("name")
    .addColumn("certificate", "integer", (column) => column.primaryKey());
  for (const name of ["account", "type", "certificate_id"])
    table = table.addColumn(name, "integer", (column) => column.notNull());
  for (const name of TEXTS) table = table.addColumn(name, "text");
  await table.execute();
  await schema
    .createIndex("name_common_name")
    .on("name")
    .columns(["account", "common_name", "type", "certificate_id"])
    .execute();
  // What links two records of one certificate.
  for (const name of ["serial_number", "sha1_hash"])
    await schema.createIndex(`name_${name}`).on("name").columns(["account", name]).execute();
}

async function createTexts(database: Transaction<StoreTables>): Promise<void> {
  await database.schema
    .createTable("word")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("text", "text", (column) => column.notNull().unique())
    .addColumn("folded", "text", (column) => column.notNull())
    .execute();
  const part: TableMaker = database.schema
    .createTable("part")
    .addColumn("source", "integer", (column) => column.notNull())
    .addColumn("certificate", "integer", (column) => column.notNull())
    .addColumn("json", "text", (column) => column.notNull())
    .addColumn("sum", "integer", (column) => column.notNull())
    .addColumn("read_at", "integer", (column) => column.notNull());
  await formsOf(database)
    .withAsked(part)
    .addPrimaryKeyConstraint("part_identity", ["source", "certificate"])
    .modifyEnd(CLUSTERED)
    .execute();
  await database.schema
    .createTable("search")
    .addColumn("certificate", "integer", (column) => column.primaryKey())
    .addColumn("text", "text", (column) => column.notNull())
    .execute();
}

async function createCells({ schema }: Transaction<StoreTables>): Promise<void> {
  const traits = [
    "account",
    "type",
    "origin",
    "status",
    "issuer",
    "organization_id",
    "key_type",
    "whole_day",
  ];
  let cell: TableMaker = schema
    .createTable("cell")
    .addColumn("id", "integer", (column) => column.primaryKey());
  for (const name of traits) cell = cell.addColumn(name, "integer", (column) => column.notNull());
  await cell.addUniqueConstraint("cell_traits", traits).execute();
  const key = ["account", "facet", "value", "type", "origin", "status", "whole_day", "expires_day"];
  let tally: TableMaker = schema.createTable("tally");
  for (const name of [...key, "rows"]) tally = tally.addColumn(name, "integer", (column) => column.notNull());
  await tally.addPrimaryKeyConstraint("tally_identity", key).modifyEnd(CLUSTERED).execute();
}

async function createBookkeeping(database: Transaction<StoreTables>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable("account")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("host", "text", (column) => column.notNull())
    .addColumn("customer_uri", "text", (column) => column.notNull())
    .addColumn("administrator", "text", (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("walk", "integer", (column) => column.notNull().defaultTo(0))
    .addUniqueConstraint("account_identity", ["host", "customer_uri", "administrator"])
    .execute();
  let coverage: TableMaker = schema
    .createTable("coverage")
    .addColumn("account", "integer", (column) => column.notNull())
    .addColumn("question", "text", (column) => column.notNull());
  for (const name of ["known_until", "walked_at", "open_walk", "open_since", "failed_at", "watched_since"])
    coverage = coverage.addColumn(name, "integer");
  for (const name of ["open_place", "failure_code", "failure"]) coverage = coverage.addColumn(name, "text");
  await coverage
    .addColumn("due", "integer", (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint("coverage_identity", ["account", "question"])
    .execute();
}

async function createTouched({ schema }: Transaction<StoreTables>): Promise<void> {
  const key = ["account", "type", "certificate_id"];
  let table: TableMaker = schema.createTable("touched");
  for (const name of key) table = table.addColumn(name, "integer", (column) => column.notNull());
  await table.addPrimaryKeyConstraint("touched_identity", key).modifyEnd(CLUSTERED).execute();
}

async function createCatalog({ schema }: Transaction<StoreTables>): Promise<void> {
  await schema
    .createTable("catalog")
    .addColumn("account", "integer", (column) => column.notNull())
    .addColumn("part", "text", (column) => column.notNull())
    .addColumn("json", "text", (column) => column.notNull())
    .addColumn("sum", "integer", (column) => column.notNull())
    .addColumn("read_at", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("catalog_identity", ["account", "part"])
    .execute();
}

async function createChanges({ schema }: Transaction<StoreTables>): Promise<void> {
  let table: TableMaker = schema
    .createTable("change")
    .addColumn("id", "integer", (column) => column.primaryKey());
  for (const name of ["account", "at", "kind", "type", "certificate_id", "origin"])
    table = table.addColumn(name, "integer", (column) => column.notNull());
  for (const name of ["organization_id", "scm_profile_id"]) table = table.addColumn(name, "integer");
  for (const name of ["attributes", "json"])
    table = table.addColumn(name, "text", (column) => column.notNull());
  await table.execute();
  await schema.createIndex("change_time").on("change").columns(["account", "at"]).execute();
}

async function createLabels({ schema }: Transaction<StoreTables>): Promise<void> {
  await schema
    .createTable("rule_set")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("account", "integer", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("used_at", "integer", (column) => column.notNull())
    .addUniqueConstraint("rule_set_identity", ["account", "name"])
    .execute();
  await schema
    .createTable("label_set")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("json", "text", (column) => column.notNull())
    .execute();
  let label: TableMaker = schema.createTable("label");
  for (const name of ["rule_set", "certificate", "label_set"])
    label = label.addColumn(name, "integer", (column) => column.notNull());
  await label
    .addPrimaryKeyConstraint("label_identity", ["rule_set", "certificate"])
    .modifyEnd(CLUSTERED)
    .execute();
  await schema
    .createTable("label_value")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("label_set", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("label_value_identity", ["kind", "value", "label_set"])
    .modifyEnd(CLUSTERED)
    .execute();
}

async function createAll(database: Transaction<StoreTables>): Promise<void> {
  await database.schema
    .createTable("store_version")
    .addColumn("version", "integer", (column) => column.notNull())
    .execute();
  await database.insertInto("store_version").values({ version: 0 }).execute();
  await createBookkeeping(database);
  await createTexts(database);
  await createCells(database);
  await createCertificates(database);
  await createNames(database);
  await createTouched(database);
  await createCatalog(database);
  await createChanges(database);
  await createLabels(database);
}

/**
 * Rows are laid out anew with every version, and a store is a copy: one of an older version is emptied, and the next import
 * fills it. Raise the number with every change of a table.
 */
const STORE_VERSION = 13;

async function dropAll(database: Transaction<StoreTables>): Promise<void> {
  for (const name of await formsOf(database).tablesOf(database))
    await database.schema.dropTable(name).ifExists().execute();
}

async function versionOf(database: Kysely<StoreTables>): Promise<number> {
  const tables = await formsOf(database).tablesOf(database);
  if (!tables.includes("store_version")) return 0;
  const { version } = await database.selectFrom("store_version").select("version").executeTakeFirstOrThrow();
  return version;
}

/**
 * Brings a store to this program's version, wholly or not at all; several processes may try at once.
 * @throws StoreError `store.newer` when a newer program made it
 */
export async function migrate(database: Kysely<StoreTables>, name: string): Promise<void> {
  const found = await versionOf(database);
  if (found > STORE_VERSION) {
    throw new StoreError(
      `open the inventory store ${name}: a newer version of this provider made it (store version ${found}, this one knows ${STORE_VERSION})`,
      {
        code: "store.newer",
        hint: "Use the newer version of the provider, or name another file in SECTIGO_INVENTORY_STORE.",
      },
    );
  }
  if (found === STORE_VERSION) return;
  await database.transaction().execute(async (transaction) => {
    await formsOf(transaction).claim(transaction);
    // Another process may have been faster while this one waited for the lock.
    const from = await versionOf(transaction);
    if (from === STORE_VERSION) return;
    await dropAll(transaction);
    await createAll(transaction);
    await sql`update store_version set version = ${STORE_VERSION}`.execute(transaction);
  });
}
