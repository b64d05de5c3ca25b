import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import { CERTIFICATE_TYPES } from "../domain/inventory-row.ts";
import type { Names } from "../domain/present-names.ts";
import { lockAccount } from "./put-rows.ts";
import { fold, type StoreTables } from "./tables.ts";

const SSL = CERTIFICATE_TYPES.indexOf("ssl");
/** Rows of one revision are judged in one go: not more than so many. */
const ROWS_AT_ONCE = 1_000;

/** Rows of one id that were read with one name. */
interface ReadWith {
  readonly id: number;
  /** Id of the name's text; null where SCM gave none. */
  readonly word: number | null;
  readonly text: string | null;
}

interface Kind {
  readonly id: RawBuilder<unknown>;
  readonly word: RawBuilder<unknown>;
  /** Rows whose name the catalog tells. */
  readonly named: RawBuilder<unknown>;
}

const KINDS: Readonly<Record<keyof Names, Kind>> = {
  organizations: {
    id: sql.ref("c.organization_id"),
    word: sql.ref("c.organization"),
    named: sql`c.organization_id is not null`,
  },
  profiles: {
    id: sql.ref("c.scm_profile_id"),
    word: sql.ref("c.scm_profile"),
    named: sql`c.type = ${sql.lit(SSL)} and c.scm_profile_id is not null`,
  },
};

/** Every id with every name that its rows were read with: a look at all rows. */
async function readNames(
  database: Kysely<StoreTables>,
  account: number,
  { id, word, named }: Kind,
): Promise<readonly ReadWith[]> {
  const { rows } = await sql<ReadWith>`
    select g.id, g.word, w.text from (
      select distinct ${id} as id, ${word} as word from certificate c where c.account = ${account} and ${named}) g
    left join word w on w.id = g.word`.execute(database);
  return rows;
}

/** An id whose rows show another name than some of them were read with. */
export interface Renaming {
  readonly kind: keyof Names;
  readonly id: number;
  readonly name: string;
}

export async function renamingsOf(
  database: Kysely<StoreTables>,
  account: number,
  { kind, names }: { readonly kind: keyof Names; readonly names: Names },
): Promise<readonly Renaming[]> {
  if (names[kind].size === 0) return [];
  const found = await readNames(database, account, KINDS[kind]);
  const renamed = new Map(
    found.flatMap(({ id, text }) => {
      const name = names[kind].get(id);
      return name === undefined || name === text ? [] : [[id, name] as const];
    }),
  );
  return [...renamed].map(([id, name]) => ({ kind, id, name }));
}

/** The name that a row (`c`) shows, folded. @param read the one that it was read with */
export function shownName(read: RawBuilder<unknown>, renamings: readonly Renaming[]): RawBuilder<unknown> {
  if (renamings.length === 0) return read;
  const cases = renamings.map(({ kind, id, name }) => {
    const { id: column, named } = KINDS[kind];
    return sql`when ${named} and ${column} = ${id} then ${fold(name)}`;
  });
  return sql`(case ${sql.join(cases, sql` `)} else ${read} end)`;
}

interface Renamed {
  readonly before: Names;
  readonly after: Names;
}

/** Rows that show another name than before. */
async function renamedIds(
  database: Transaction<StoreTables>,
  account: number,
  { before, after, kind }: Renamed & { readonly kind: keyof Names },
): Promise<readonly number[]> {
  const [was, is] = [before[kind], after[kind]];
  const isSame = [...new Set([...was.keys(), ...is.keys()])].every((id) => was.get(id) === is.get(id));
  if (isSame) return [];
  const { id: column, word: name, named } = KINDS[kind];
  const ids: number[] = [];
  for (const { id, word, text } of await readNames(database, account, KINDS[kind])) {
    if ((was.get(id) ?? text) === (is.get(id) ?? text)) continue;
    const isRead = word === null ? sql`${name} is null` : sql`${name} = ${word}`;
    const { rows } = await sql<{ id: number }>`
      select c.id from certificate c where c.account = ${account} and ${named} and ${column} = ${id} and ${isRead}`.execute(
      database,
    );
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}

/** Rules and filters look again at rows that show another name, as they do at rows that changed. */
export async function judgeRenamedAnew(
  database: Transaction<StoreTables>,
  account: number,
  renamed: Renamed,
): Promise<void> {
  const kinds = ["organizations", "profiles"] as const;
  const each: number[] = [];
  for (const kind of kinds) each.push(...(await renamedIds(database, account, { ...renamed, kind })));
  const ids = [...new Set(each)];
  if (ids.length === 0) return;
  let { revision } = await lockAccount(database, account);
  for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
    revision += 1;
    await database
      .updateTable("certificate")
      .set({ revision })
      .where("id", "in", ids.slice(start, start + ROWS_AT_ONCE))
      .execute();
  }
  await database.updateTable("account").set({ revision }).where("id", "=", account).execute();
}
