import type { Kysely } from "kysely";
import { BugError } from "../base/errors.ts";
import { fold, type StoreTables } from "./tables.ts";

/** Beyond so many different words the memory is emptied: requesters may be as many as certificates. */
const KEPT_WORDS = 50_000;

/**
 * Numbers of texts that many rows share. Words are never removed, so that a number learnt once stays right, whatever
 * other processes do.
 */
export class Words {
  readonly #known = new Map<string, number>();

  /** Learns the numbers of these texts, and gives numbers to new ones, inside the caller's transaction. */
  async learn(database: Kysely<StoreTables>, texts: Iterable<string>): Promise<void> {
    if (this.#known.size >= KEPT_WORDS) this.#known.clear();
    for (const text of texts) {
      if (this.#known.has(text)) continue;
      const found = await database
        .selectFrom("word")
        .select("id")
        .where("text", "=", text)
        .executeTakeFirst();
      const { id } =
        found ??
        (await database
          .insertInto("word")
          .values({ text, folded: fold(text) })
          .returning("id")
          .executeTakeFirstOrThrow());
      this.#known.set(text, id);
    }
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
