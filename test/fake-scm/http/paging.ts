import { fieldInvalid } from "../errors.ts";
import type { Selection } from "../store.ts";
import type { StrictOptions } from "../strict-options.ts";
import { isVisible } from "../tenant.ts";
import { type Answer, json } from "./answer.ts";
import type { Call } from "./call.ts";

const LARGEST_PAGE = 200;

type Page = { readonly position: number; readonly size: number };

/**
 * Reads `position` (a record offset, not a page number) and `size`. The reference names 200 as the largest size and
 * no standard; without `size` clients assume up to 200.
 * @throws ScmError -1601
 */
function readPage(query: URLSearchParams, strict: StrictOptions): Page {
  const position = readCount(query, "position") ?? 0;
  const size = readCount(query, "size") ?? (strict.smallDefaultPage ? 25 : LARGEST_PAGE);
  if (size > LARGEST_PAGE && strict.refuseLargePages) throw fieldInvalid("size");
  return { position, size: Math.min(size, LARGEST_PAGE) };
}

function readCount(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === "") return undefined;
  if (!/^\d{1,9}$/.test(text)) throw fieldInvalid(name);
  return Number(text);
}

/** An answer with one page of all matches, and how many there are in `X-Total-Count`. */
export function pageAnswer<Row>(call: Call, rows: Selection<Row>, show: (row: Row) => unknown): Answer {
  const { strict } = call.scm.options;
  const { position, size } = readPage(call.query, strict);
  const shown = (strict.newestFirst ? fromTheEnd(rows, position, size) : rows.slice(position, size)).map(
    show,
  );
  return json(shown, { "X-Total-Count": String(rows.count) });
}

function fromTheEnd<Row>(rows: Selection<Row>, position: number, size: number): Row[] {
  const end = Math.max(0, rows.count - position);
  const start = Math.max(0, end - size);
  return rows.slice(start, end - start).reverse();
}

/** Refuses parameters that nobody documents, where the switch says so. @throws ScmError -1601 */
export function checkFilters(call: Call, known: ReadonlySet<string>): void {
  if (!call.scm.options.strict.refuseUnknownFilters) return;
  const unknown = [...call.query.keys()].find((name) => !known.has(name));
  if (unknown !== undefined) throw fieldInvalid(unknown);
}

/** A plain list as a selection. */
export function selectionOf<Row>(rows: readonly Row[]): Selection<Row> {
  return {
    count: rows.length,
    slice: (position, size) => rows.slice(position, position + size),
    all: () => rows,
  };
}

/** Same text, same filters and same sight; what page is wanted and how dates look is left out. */
export function selectionKey(call: Call): string {
  const filters = [...call.query].filter(([name]) => !["position", "size", "dateFormat"].includes(name));
  return JSON.stringify([call.administrator.organizations ?? null, filters]);
}

/** Whether a record of some organization is visible; undefined for those who see all. */
export function sightOf({ administrator, scm }: Call): ((record: { orgId: number }) => boolean) | undefined {
  if (administrator.organizations === undefined) return undefined;
  return ({ orgId }) => isVisible(scm.tenant, administrator, orgId);
}

/** Whole number of a query, e.g. an id. @throws ScmError -1601 */
export function readInteger(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === "") return undefined;
  if (!/^-?\d{1,15}$/.test(text)) throw fieldInvalid(name);
  return Number(text);
}
