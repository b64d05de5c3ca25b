import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BugError, plainText } from "../../../core/index.ts";
import { type Pick, pageColumns } from "./page-columns.ts";
import type { PageChange, PageColumn, PageData, PageValue } from "./page-data.ts";
import type { ReportRow, Snapshot } from "./snapshot.ts";

/** Beside the bundle, and read only when a page is asked for. */
const TEMPLATE = "inventory-page.html";
/** Where the build leaves a place for the data, once. */
const PLACE = "{{inventory}}";

/** One HTML file that loads nothing. @throws BugError `bug.page_template` for a template that was not built */
export async function pageText(snapshot: Snapshot): Promise<string> {
  // The bundle is CommonJS, which has its folder here.
  const template = await readFile(join(__dirname, TEMPLATE), "utf8");
  const [head, tail, ...more] = template.split(PLACE);
  if (head === undefined || tail === undefined || more.length > 0)
    throw new BugError(`write the inventory's page: ${TEMPLATE} has not one place for the data`, {
      code: "bug.page_template",
      hint: "Build the Action again: npm run build.",
    });
  return `${head}${embedded(pageData(snapshot))}${tail}`;
}

/** JSON in which nothing can end or open an element: `<` begins both, and is needed nowhere outside strings. */
function embedded(data: PageData): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

function pageData(snapshot: Snapshot): PageData {
  const { now, host, customerUri, trust, counts, rows } = snapshot;
  const columns = Object.entries(pageColumns(snapshot)).map(([name, pick]): [string, PageColumn] => [
    name,
    encoded(rows, pick),
  ]);
  return {
    madeAt: now.toISOString(),
    host,
    portal: customerUri === "" ? null : `https://${host}/customer/${encodeURIComponent(customerUri)}`,
    complete: trust.isComplete,
    importedAt: [...trust.importedAtByType].map(([type, at]) => [type, at.toISOString()]),
    warnings: trust.gaps,
    total: counts.total,
    rows: rows.length,
    history: historyOf(snapshot),
    columns: Object.fromEntries(columns.filter(([, { values }]) => values.some((value) => value !== null))),
  };
}

function historyOf({ history, rows }: Snapshot): readonly PageChange[] {
  const shown = new Set(rows.map(({ entry }) => `${entry.type}-${entry.certificateId}`));
  return history.flatMap(({ row, at, kind, fields }) => {
    const id = `${row.type}-${row.certificateId}`;
    if (!shown.has(id)) return [];
    const texts = fields.map(({ attribute, before, after }) => ({
      attribute: plainText(attribute),
      before: before === null ? null : plainText(before),
      after: after === null ? null : plainText(after),
    }));
    return [{ id, at: at.toISOString(), kind, fields: texts }];
  });
}

/** Each different value once where many rows share it. What readers would act on, or not see, is taken apart. */
function encoded(rows: readonly ReportRow[], pick: Pick): PageColumn {
  const codeOf = new Map<PageValue, number>();
  const codes = rows.map((row) => {
    const value = flat(pick(row));
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    return code;
  });
  const values = [...codeOf.keys()].map(harmless);
  return values.length * 2 < rows.length
    ? { values, codes }
    : { values: codes.map((code) => values[code] ?? null) };
}

function flat(value: ReturnType<Pick>): PageValue {
  if (typeof value !== "object" || value === null) return value === "" ? null : value;
  return value.length === 0 ? null : value.map((member) => member.replaceAll("\n", " ")).join("\n");
}

function harmless(value: PageValue): PageValue {
  return typeof value === "string"
    ? value
        .split("\n")
        .map((line) => plainText(line, line.length))
        .join("\n")
    : value;
}
