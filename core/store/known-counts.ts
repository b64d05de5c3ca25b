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

interface Known {
  readonly asked: Asked;
  readonly state: string;
  readonly counts: Promise<InventoryCounts>;
}

function isSame(one: Asked, other: Asked): boolean {
  return one.view === other.view && one.filter === other.filter && one.now.getTime() === other.now.getTime();
}

/**
 * Counts of the last question. A page and its counts are mostly asked for one after the other, by the same view and filter:
 * a million rows need not be looked at twice, and where several connections
 * read at once the second waits for what the first counts. Views and filters are never changed, so that the same object is the same question.
 */
export class KnownCounts {
  #last: Known | undefined;

  /** Inside the transaction that reads the rows as well. */
  async of(database: Kysely<StoreTables>, asked: Asked, selection: Selection): Promise<InventoryCounts> {
    const state = await stateOf(database, selection.account);
    const last = this.#last;
    const count = (): Promise<InventoryCounts> => countRows(database, selection);
    // What failed on another connection may succeed on this one.
    if (last !== undefined && last.state === state && isSame(last.asked, asked))
      return last.counts.catch(count);
    const counts = count();
    this.#last = { asked, state, counts };
    return counts;
  }
}
