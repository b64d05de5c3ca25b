import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BugError, plainText } from "../../../core/index.ts";
import type { PageChange, PageData } from "./page-data.ts";
import { type PageTable, pageId } from "./page-table.ts";
import type { Snapshot } from "./snapshot.ts";

/** Beside the bundle, and read only when a page is asked for. */
const TEMPLATE = "inventory-page.html";
/** Where the build leaves a place for the data, once. */
const PLACE = "{{inventory}}";

/**
 * One HTML file that loads nothing, in pieces: whole it would be held several times over.
 * @param table the snapshot's rows
 * @throws BugError `bug.page_template` for a template that was not built
 */
export async function pageText(snapshot: Snapshot, table: PageTable): Promise<Iterable<string>> {
  // The bundle is CommonJS, which has its folder here.
  const template = await readFile(join(__dirname, TEMPLATE), "utf8");
  const [head, tail, ...more] = template.split(PLACE);
  if (head === undefined || tail === undefined || more.length > 0)
    throw new BugError(`write the inventory's page: ${TEMPLATE} has not one place for the data`, {
      code: "bug.page_template",
      hint: "Build the Action again: npm run build.",
    });
  return pieces(head, pageJson(snapshot, table), tail);
}

/** JSON in which nothing can end or open an element: `<` begins both, and is needed nowhere outside strings. */
function* pieces(head: string, json: Iterable<string>, tail: string): Iterable<string> {
  yield head;
  for (const piece of json) yield piece.replaceAll("<", "\\u003c");
  yield tail;
}

/** `PageData` as JSON. */
function* pageJson(snapshot: Snapshot, table: PageTable): Iterable<string> {
  yield `${JSON.stringify(aboutPage(snapshot, table)).slice(0, -1)},"columns":{`;
  yield* table.json(snapshot);
  yield "}}";
}

function aboutPage(snapshot: Snapshot, table: PageTable): Omit<PageData, "columns"> {
  const { now, host, customerUri, trust, counts } = snapshot;
  return {
    madeAt: now.toISOString(),
    host,
    portal: customerUri === "" ? null : `https://${host}/customer/${encodeURIComponent(customerUri)}`,
    complete: trust.isComplete,
    importedAt: [...trust.importedAtByType].map(([type, at]) => [type, at.toISOString()]),
    warnings: trust.gaps,
    total: counts.total,
    rows: table.rows,
    history: historyOf(snapshot, table),
  };
}

function historyOf({ history }: Snapshot, table: PageTable): readonly PageChange[] {
  return history.flatMap(({ row, at, kind, fields }) => {
    const id = pageId(row);
    if (!table.has(id)) return [];
    const texts = fields.map(({ attribute, before, after }) => ({
      attribute: plainText(attribute),
      before: before === null ? null : plainText(before),
      after: after === null ? null : plainText(after),
    }));
    return [{ id, at: at.toISOString(), kind, fields: texts }];
  });
}
