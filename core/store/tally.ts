import type { Kysely, Selectable } from "kysely";
import { type CellTraits, dayOf } from "./columns.ts";
import { insertAll } from "./insert-all.ts";
import type { StoreTables, TallyTable } from "./tables.ts";

const KEY = "account, facet, value, type, origin, status, whole_day, expires_day";
const ADD = `on conflict (${KEY}) do update set rows = tally.rows + excluded.rows`;

/** What of a row the tally counts it by. */
interface Counted extends CellTraits {
  /** Seconds since 1970. */
  readonly expires: number | null;
}

/** Changes of the tally, added up and written once per batch: many rows of a batch have the same traits. */
export class TallyChanges {
  readonly #lines = new Map<string, Selectable<TallyTable>>();
  readonly #account: number;

  constructor(account: number) {
    this.#account = account;
  }

  /** @param rows 1 for a row that came, -1 for one that went */
  add({ type, origin, status, expires, whole_day, ...facets }: Counted, rows: 1 | -1): void {
    const values = [0, facets.issuer, facets.organization_id, facets.key_type];
    const expiresDay = expires === null ? 0 : dayOf(expires);
    for (const [facet, value] of values.entries()) {
      const key = `${facet},${value},${type},${origin},${status},${whole_day},${expiresDay}`;
      const line = this.#lines.get(key) ?? {
        account: this.#account,
        facet,
        value,
        type,
        origin,
        status,
        whole_day,
        expires_day: expiresDay,
        rows: 0,
      };
      this.#lines.set(key, { ...line, rows: line.rows + rows });
    }
  }

  /** Writes them, inside the transaction that changes the rows. */
  async write(database: Kysely<StoreTables>): Promise<void> {
    const lines = [...this.#lines.values()].filter(({ rows }) => rows !== 0);
    this.#lines.clear();
    await insertAll(database, { table: "tally", conflict: ADD }, lines);
  }
}

/** Removes lines that count nothing any more. */
export async function sweepTally(database: Kysely<StoreTables>, account: number): Promise<void> {
  await database.deleteFrom("tally").where("account", "=", account).where("rows", "=", 0).execute();
}
