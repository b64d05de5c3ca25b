import type { Kysely } from "kysely";
import { BugError } from "../base/errors.ts";
import { insertAll } from "./insert-all.ts";
import { formsOf } from "./sql-forms.ts";
import { fold, type StoreTables } from "./tables.ts";

/** Beyond so many different words the memory is emptied: requesters may be as many as certificates. */
const KEPT_WORDS = 50_000;
/** Looked for in one statement. */
const AT_ONCE = 1_000;

/**
 * Numbers of texts that many rows share. Words are never removed, so that a number learnt once stays right, whatever
 * other processes do.
 */
export class Words {
  readonly #known = new Map<string, number>();

  /** Learns the numbers of these texts, and gives numbers to new ones, inside the caller's transaction. */
  async learn(database: Kysely<StoreTables>, texts: Iterable<string>): Promise<void> {
    if (this.#known.size >= KEPT_WORDS) this.#known.clear();
    const unknown = await this.#find(database, [...new Set(texts)]);
    if (unknown.length === 0) return;
    const forms = formsOf(database);
    await forms.lockWords(database);
    const rows = unknown.map((text) => ({ text: forms.kept(text), folded: fold(text) }));
    await insertAll(database, { table: "word", conflict: "on conflict do nothing" }, rows);
    await this.#find(database, unknown);
  }

  /** Looks for those that are not known yet. @returns those that have no number */
  async #find(database: Kysely<StoreTables>, texts: readonly string[]): Promise<readonly string[]> {
    const { kept } = formsOf(database);
    const unknown = texts.filter((text) => !this.#known.has(text));
    for (let start = 0; start < unknown.length; start += AT_ONCE) {
      const some = unknown.slice(start, start + AT_ONCE);
      const rows = await database
        .selectFrom("word")
        .select(["id", "text"])
        .where("text", "in", some.map(kept))
        .execute();
      const found = new Map(rows.map(({ id, text }) => [text, id]));
      for (const text of some) {
        const id = found.get(kept(text));
        if (id !== undefined) this.#known.set(text, id);
      }
    }
    return unknown.filter((text) => !this.#known.has(text));
  }

  /** The number of a text that was learnt since the last `learn`. */
  numberOf(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    throw new BugError("lay out a row: a word was not learnt", {
      code: "bug.word",
      hint: "Report this with the steps that lead to it.",
    });
  }

  /** Forgets what was learnt in a transaction that did not come to its end. */
  forget(): void {
    this.#known.clear();
  }
}
