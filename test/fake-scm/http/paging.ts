import { fieldInvalid } from "../errors.ts";
import type { StrictOptions } from "../options.ts";
import type { Selection } from "../store.ts";
import { isVisible } from "../tenant.ts";
import { type Answer, json } from "./answer.ts";
import type { Call } from "./call.ts";

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
export function pageAnswer<Row>(rows: Selection<Row>, page: Page, show: (row: Row) => unknown): Answer {
  const shown = rows.slice(page.position, page.size).map(show);
  return json(shown, { "X-Total-Count": String(rows.count) });
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
