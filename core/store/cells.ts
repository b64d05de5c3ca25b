import type { Kysely } from "kysely";
import type { CellTraits } from "./columns.ts";
import type { StoreTables } from "./tables.ts";

/** Beyond so many cells the memory is emptied; they are found again in the table. */
const KEPT_CELLS = 50_000;

const TRAITS = [
  "type",
  "origin",
  "status",
  "issuer",
  "organization_id",
  "key_type",
  "whole_day",
] as const satisfies readonly (keyof CellTraits)[];

const keyOf = (traits: CellTraits): string => TRAITS.map((name) => traits[name]).join();

/** Numbers of combinations of traits. Cells are never removed, so that a number learnt once stays right. */
export class Cells {
  readonly #known = new Map<string, number>();
  readonly #account: number;
  #isRead = false;

  constructor(account: number) {
    this.#account = account;
  }

  /** The cell of these traits, made when there is none. Inside the caller's transaction. */
  async numberOf(database: Kysely<StoreTables>, traits: CellTraits): Promise<number> {
    const key = keyOf(traits);
    await this.#read(database);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = await this.#find(database, traits);
    if (this.#known.size >= KEPT_CELLS) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }

  /** Forgets what was learnt in a transaction that did not come to its end. */
  forget(): void {
    this.#known.clear();
    this.#isRead = false;
  }

  /** Reads those that there are in one go: a question for each costs a way to the server and back. */
  async #read(database: Kysely<StoreTables>): Promise<void> {
    if (this.#isRead) return;
    this.#isRead = true;
    const rows = await database
      .selectFrom("cell")
      .select(["id", ...TRAITS])
      .where("account", "=", this.#account)
      .limit(KEPT_CELLS)
      .execute();
    for (const { id, ...traits } of rows) this.#known.set(keyOf(traits), id);
  }

  async #find(database: Kysely<StoreTables>, traits: CellTraits): Promise<number> {
    const account = this.#account;
    let query = database.selectFrom("cell").select("id").where("account", "=", account);
    for (const [name, value] of Object.entries(traits) as [keyof CellTraits, number][])
      query = query.where(name, "=", value);
    const found = await query.executeTakeFirst();
    if (found !== undefined) return found.id;
    const made = await database
      .insertInto("cell")
      .values({ ...traits, account })
      .returning("id")
      .executeTakeFirstOrThrow();
    return made.id;
  }
}
