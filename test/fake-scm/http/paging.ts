import { fieldInvalid } from "../errors.ts";
import type { StrictOptions } from "../options.ts";
import { type Answer, json } from "./answer.ts";

const LARGEST_PAGE = 200;

export type Page = { readonly position: number; readonly size: number };

/**
 * Reads `position` (a record offset, not a page number) and `size`. The reference names 200 as the largest size and
 * no standard; without `size` clients assume up to 200.
 * @throws ScmError -1601
 */
export function readPage(query: URLSearchParams, strict: StrictOptions): Page {
  const position = readCount(query, "position") ?? 0;
  const size = readCount(query, "size") ?? LARGEST_PAGE;
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
export function pageAnswer<Row>(rows: readonly Row[], page: Page, show: (row: Row) => unknown): Answer {
  const shown = rows.slice(page.position, page.position + page.size).map(show);
  return json(shown, { "X-Total-Count": String(rows.length) });
}

/** Whole number of a query, e.g. an id. @throws ScmError -1601 */
export function readInteger(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === "") return undefined;
  if (!/^-?\d{1,15}$/.test(text)) throw fieldInvalid(name);
  return Number(text);
}
