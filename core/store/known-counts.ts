import { type Kysely, sql } from "kysely";
import type { InventoryCounts } from "../domain/inventory.ts";
import { countRows } from "./count-rows.ts";
import type { Asked, Selection } from "./selection.ts";
import type { StoreTables } from "./tables.ts";

/** Changes with every row of the account and with every label, whichever process writes them. */
async function stateOf(database: Kysely<StoreTables>, account: number): Promise<string> {
  const { rows } = await sql`
    select a.revision,
      (select count(*) from rule_set where account = a.id) as sets,
      (select sum(revision) from rule_set where account = a.id) as labelled,
      (select sum(used_at) from rule_set where account = a.id) as judged,
      (select sum(sum) from catalog where account = a.id) as names
    from account a where a.id = ${account}`.execute(database);
  return JSON.stringify(rows);
}

/** A question, and what is known of its answer. */
interface Known {
  readonly asked: Asked;
  readonly state: string;
  /** Numbers of all rows that match; null where they are many. */
  few?: Promise<readonly number[] | null>;
  counts?: Promise<InventoryCounts>;
}

function isSame(one: Asked, other: Asked): boolean {
  return one.view === other.view && one.filter === other.filter && one.now.getTime() === other.now.getTime();
}

/**
 * What is known of the last question. A page and its counts are mostly asked for together, by the same view and filter: a
 * million rows need not be looked at twice. Where several connections read at once, one waits for what the other finds. Views
 * and filters are never changed, so that the same object is the same question. All of it happens inside the transactions that
 * read the rows.
 */
export class KnownCounts {
  #last: Known | undefined;

  async #of(database: Kysely<StoreTables>, asked: Asked, account: number): Promise<Known> {
    const state = await stateOf(database, account);
    const last = this.#last;
    if (last !== undefined && last.state === state && isSame(last.asked, asked)) return last;
    this.#last = { asked, state };
    return this.#last;
  }

  /** Looks for the matches of a page, and remembers them for its counts. @param find null where they are many */
  async found<T extends { readonly ids: readonly number[] }>(
    database: Kysely<StoreTables>,
    { asked, account }: { readonly asked: Asked; readonly account: number },
    find: () => Promise<T | null>,
  ): Promise<T | null> {
    const known = await this.#of(database, asked, account);
    const found = find();
    known.few = found.then(
      (few) => few?.ids ?? null,
      () => null,
    );
    return found;
  }

  async of(database: Kysely<StoreTables>, asked: Asked, selection: Selection): Promise<InventoryCounts> {
    const known = await this.#of(database, asked, selection.account);
    const count = async (): Promise<InventoryCounts> =>
      countRows(database, selection, (await known.few) ?? null);
    // What failed on another connection may succeed on this one.
    if (known.counts !== undefined) return known.counts.catch(count);
    known.counts = count();
    return known.counts;
  }
}
