import { ContractError } from "../base/errors.ts";

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Matches in all, from `X-Total-Count`; null when SCM did not say. */
  readonly total: number | null;
}

/**
 * A list that is not asked for yet. `await` it for the first page (one request); iterate it for every item, page by
 * page, de-duplicated, since rows move while one pages. Order is SCM's, which promises none.
 */
export interface Paged<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {}

interface PageSource<T> {
  /** For messages: "list certificates". */
  readonly what: string;
  readonly size: number;
  readonly position: number;
  /** What makes two rows the same. */
  identify(item: T): string | number;
  fetch(position: number, size: number): Promise<Page<T>>;
}

/** SCM's largest page. Source: Admin Operations OpenAPI file 25.9.2, parameter `size` of every paged call. */
export const LARGEST_PAGE = 200;

function repeats(what: string): ContractError {
  return new ContractError(
    `${what}: SCM sends the same full page again and again, so the list can't be completed`,
    {
      code: "contract.paging",
      hint: "Narrow the filter, and report it.",
    },
  );
}

/** Part of a list that would look like the whole. */
export function breaksOff(what: string, found: number, total: number): ContractError {
  return new ContractError(
    `${what}: SCM says that there are ${total}, and sends none after ${found}, asked twice`,
    {
      code: "contract.list_breaks_off",
      hint: "Part of the list would look like the whole, so nothing was done with it. Try again later; if it stays so, report it.",
    },
  );
}

/**
 * What a page says of the whole, where it does not contradict itself: a list of fewer rows than came so far is none. The
 * walk then goes on as without a total, and asks once more rather than taking a part for the whole.
 * @param received rows up to the end of this page
 */
export function credibleTotal({ total }: Page<unknown>, received: number): number | null {
  return total !== null && total < received ? null : total;
}

/**
 * How far a page leads. A row that stands twice in one page was received once; the next page would begin too far on. A page
 * without news is left behind whole, since a list may really hold a row twice.
 */
function stepOf(ids: readonly (string | number)[], hasNews: boolean): number {
  return hasNews ? new Set(ids).size : ids.length;
}

/**
 * Walks all pages. The next one starts behind the rows received, not behind the rows asked for, so that short pages
 * lose nothing. The end is: as many rows as announced; without an announcement an empty page, or one that repeats only what is
 * known and is not full (servers that ignore `position` send everything each time).
 * @throws ContractError `contract.list_breaks_off` for an empty page below the announced total, unless it has shrunk when
 *         asked again
 */
async function* walk<T>(source: PageSource<T>): AsyncGenerator<T, void, undefined> {
  const seen = new Set<string | number>();
  let position = source.position;
  let stale = 0;
  let announced: number | null = null;
  for (;;) {
    const page: Page<T> = await nextPage(source, position, announced);
    const before = seen.size;
    for (const item of page.items) {
      const identity = source.identify(item);
      if (seen.has(identity)) continue;
      seen.add(identity);
      yield item;
    }
    const hasNews = seen.size > before;
    position += stepOf(page.items.map(source.identify), hasNews);
    const total = credibleTotal(page, position);
    announced = total ?? announced;
    if (page.items.length === 0) return;
    if (total !== null && position >= total) return;
    stale = hasNews ? 0 : stale + 1;
    if (stale > 0 && total === null && page.items.length < source.size) return;
    // One page without news happens when rows moved; two in a row mean that paging does not work here.
    if (stale > 1) throw repeats(source.what);
  }
}

/** Rows that went away between two pages make the total shrink; then asking once more tells. */
async function nextPage<T>(
  source: PageSource<T>,
  position: number,
  announced: number | null,
): Promise<Page<T>> {
  let total = announced;
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const page = await source.fetch(position, source.size);
    total = page.total ?? total;
    if (page.items.length > 0 || total === null || position >= total) return page;
  }
  throw breaksOff(source.what, position, total ?? 0);
}

/** Makes the list; nothing is asked before it is awaited or iterated. */
export function paged<T>(source: PageSource<T>): Paged<T> {
  return {
    // biome-ignore lint/suspicious/noThenProperty: an awaitable list is the point of Paged
    then(onFulfilled, onRejected) {
      return source.fetch(source.position, source.size).then(onFulfilled, onRejected);
    },
    [Symbol.asyncIterator]: () => walk(source),
  };
}

/** Reads `X-Total-Count`, a decimal string; null when absent or not a number. */
export function readTotal(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header.trim()) ? Number(header) : null;
}
