import type { Kysely } from "kysely";
import { BugError } from "../base/errors.ts";
import type { CellTraits } from "./columns.ts";
import { insertAll } from "./insert-all.ts";
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

  constructor(account: number) {
    this.#account = account;
  }

  /** Learns the cells of these traits, and makes those that there are not. Inside the caller's transaction. */
  async learn(database: Kysely<StoreTables>, wanted: readonly CellTraits[]): Promise<void> {
    if (this.#known.size >= KEPT_CELLS) this.#known.clear();
    const distinct = new Map(wanted.map((traits) => [keyOf(traits), traits]));
    const unknown = await this.#find(database, [...distinct.values()]);
    if (unknown.length === 0) return;
    const rows = unknown.map((traits) => ({ ...traits, account: this.#account }));
    await insertAll(database, { table: "cell", conflict: "on conflict do nothing" }, rows);
    await this.#find(database, unknown);
  }

  /** The cell of traits that were learnt since the last `learn`. */
  numberOf(traits: CellTraits): number {
    const known = this.#known.get(keyOf(traits));
    if (known !== undefined) return known;
    throw new BugError("lay out a row: a cell was not learnt", { code: "bug.word", hint: "Report this." });
  }

  /** Forgets what was learnt in a transaction that did not come to its end. */
  forget(): void {
    this.#known.clear();
  }

  /** Looks for those that are not known yet, in one go. @returns those that are not there */
  async #find(database: Kysely<StoreTables>, wanted: readonly CellTraits[]): Promise<readonly CellTraits[]> {
    const isUnknown = (traits: CellTraits): boolean => !this.#known.has(keyOf(traits));
    const unknown = wanted.filter(isUnknown);
    if (unknown.length === 0) return [];
    const valuesOf = (name: keyof CellTraits): number[] => [...new Set(unknown.map((one) => one[name]))];
    const rows = await database
      .selectFrom("cell")
      .select(["id", ...TRAITS])
      .where("account", "=", this.#account)
      .where("issuer", "in", valuesOf("issuer"))
      .where("organization_id", "in", valuesOf("organization_id"))
      .where("key_type", "in", valuesOf("key_type"))
      .execute();
    for (const { id, ...traits } of rows) this.#known.set(keyOf(traits), id);
    return unknown.filter(isUnknown);
  }
}
