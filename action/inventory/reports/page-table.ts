import { GatheredColumn } from "./gathered-column.ts";
import { type Pick, pageColumns, successorWord } from "./page-columns.ts";
import type { PageValue } from "./page-data.ts";
import { type About, endsWithin, type ReportRow, type Snapshot, SOON_DAYS } from "./snapshot.ts";

interface Gathered {
  readonly name: string;
  readonly pick: Pick;
  readonly column: GatheredColumn;
}

/** The page's columns, gathered while the rows pass by, so that no row need be held. */
export class PageTable {
  readonly #columns: readonly Gathered[];
  readonly #now: Date;
  /** Places of the rows that end soon, in their order. */
  readonly #soon: number[] = [];
  /** Rows that something is told of besides, and those of them that passed. */
  readonly #asked: ReadonlySet<string>;
  readonly #passed = new Set<string>();
  #rows = 0;

  constructor(about: About) {
    this.#now = about.now;
    this.#asked = new Set(about.history.map(({ row }) => pageId(row)));
    this.#columns = Object.entries(pageColumns(about)).map(([name, pick]) => ({
      ...{ name, pick },
      column: new GatheredColumn(),
    }));
  }

  get rows(): number {
    return this.#rows;
  }

  add(row: ReportRow): void {
    for (const { pick, column } of this.#columns) column.add(flat(pick(row)));
    if (endsWithin(row, SOON_DAYS, this.#now)) this.#soon.push(this.#rows);
    if (this.#asked.size > 0 && this.#asked.has(pageId(row.entry))) this.#passed.add(pageId(row.entry));
    this.#rows += 1;
  }

  /** Whether a row passed of which the history tells. */
  has(id: string): boolean {
    return this.#passed.has(id);
  }

  /** Members of `PageData.columns` as JSON, in pieces. @param snapshot of the same rows */
  *json(snapshot: Snapshot): Iterable<string> {
    const columns = [...this.#columns, { name: "successor", column: this.#successors(snapshot) }];
    const shown = columns.filter(({ column }) => !column.isEmpty);
    for (const [index, { name, column }] of shown.entries()) {
      yield `${index === 0 ? "" : ","}${JSON.stringify(name)}:{`;
      yield* column.json();
      yield "}";
    }
  }

  /** Known only when all rows have passed. */
  #successors({ told, now }: Snapshot): GatheredColumn {
    const words = told.filter((row) => endsWithin(row, SOON_DAYS, now)).map(successorWord);
    const column = new GatheredColumn();
    let next = 0;
    for (let place = 0; place < this.#rows; place += 1) {
      const isSoon = this.#soon[next] === place;
      column.add(isSoon ? (words[next] ?? null) : null);
      if (isSoon) next += 1;
    }
    return column;
  }
}

/** As the page's address names it. */
export function pageId({ type, certificateId }: { readonly type: string; readonly certificateId: number }) {
  return `${type}-${certificateId}`;
}

function flat(value: ReturnType<Pick>): PageValue {
  if (typeof value !== "object" || value === null) return value === "" ? null : value;
  return value.length === 0 ? null : value.map((member) => member.replaceAll("\n", " ")).join("\n");
}
