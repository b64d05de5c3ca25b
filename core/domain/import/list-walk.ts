import type { WaitOptions } from "../../base/deadline.ts";
import { ContractError } from "../../base/errors.ts";
import { breaksOff, credibleTotal, LARGEST_PAGE, type Page } from "../../scm/pages.ts";

/** A list of SCM, page by page. */
export interface ListSource<Row> {
  readonly what: string;
  fetch(position: number, size: number, options: WaitOptions): Promise<Page<Row>>;
  identify(row: Row): number;
}

interface ListVisit<Row> {
  readonly options: WaitOptions;
  /** Gets each page's rows; rows may come twice. */
  readonly onRows: (rows: readonly Row[]) => Promise<void>;
}

/** A list that keeps moving faster than it can be read would never end. */
const MOST_USELESS_PAGES = 50;

/** Where the walk is: ids of the page before, of which the next one must show the last. */
interface Stand {
  readonly position: number;
  readonly known: ReadonlySet<number>;
}

function restless(what: string): ContractError {
  return new ContractError(`${what}: rows move faster than the pages can be read`, {
    code: "contract.paging",
    hint: "Run again at a quieter time.",
  });
}

/** Rows that went away between two pages make the total shrink; then asking once more tells. */
async function nextPage<Row>(
  source: ListSource<Row>,
  position: number,
  { options }: ListVisit<Row>,
): Promise<Page<Row>> {
  let total = 0;
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const page = await source.fetch(position, LARGEST_PAGE, options);
    total = page.total ?? 0;
    if (page.items.length > 0 || position >= total) return page;
  }
  throw breaksOff(source.what, position, total);
}

/** Where to go on after a page; null at the end of the list. */
function nextStand(stand: Stand, page: Page<unknown>, ids: readonly number[]): Stand | null {
  const end = stand.position + ids.length;
  const isNews = ids.some((id) => !stand.known.has(id));
  // Without a total the end is the last row once more; a page without news may only have been pushed back by new rows.
  const total = credibleTotal(page, end);
  if (total === null ? !isNews && ids.length <= 1 : end >= total) return null;
  return { position: Math.max(stand.position + 1, end - 1), known: new Set(ids) };
}

/**
 * Reads a list while others add and remove: positions shift, so that a page may skip rows that moved to the page
 * before. Each page therefore begins with the last row of the one before; when that is not there, the walk steps back
 * until it meets a row it knows. Rows that are there from the first page to the last are all shown.
 * @throws ContractError `contract.list_breaks_off` for an empty page below the announced total, `contract.paging` for a list
 *         that moves faster than it can be read
 */
export async function walkList<Row>(source: ListSource<Row>, visit: ListVisit<Row>): Promise<void> {
  let stand: Stand | null = { position: 0, known: new Set() };
  let useless = 0;
  while (stand !== null) {
    const { position, known }: Stand = stand;
    const page: Page<Row> = await nextPage(source, position, visit);
    const ids: readonly number[] = page.items.map((row) => source.identify(row));
    await visit.onRows(page.items);
    const isJoined: boolean = position === 0 || ids.some((id) => known.has(id));
    const isNews = ids.some((id) => !known.has(id));
    useless = isJoined && isNews ? 0 : useless + 1;
    if (useless > MOST_USELESS_PAGES) throw restless(source.what);
    stand = isJoined
      ? nextStand(stand, page, ids)
      : { known, position: Math.max(0, position - LARGEST_PAGE + 1) };
  }
}
