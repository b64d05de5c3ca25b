import { type ComponentChild, h } from "preact";
import { useMemo } from "preact/hooks";
import { csvFile } from "../../inventory/csv.ts";
import type { View } from "../address.ts";
import { idOf, type Table } from "../table.ts";
import { cellText, count, offeredColumns, sortColumnOf, TITLES, USUAL } from "../words.ts";
import { Columns } from "./columns.ts";
import { openedBy } from "./open.ts";
import type { ViewProps } from "./props.ts";
import type { Go } from "./use-view.ts";
import { ROW_HEIGHT, useVisibleRows } from "./visible-rows.ts";

/** The table. Of many rows only those that are seen are in the document. */
export function Rows({ shelf: { table }, view, go, selection: { rows } }: ViewProps): ComponentChild {
  const offered = useMemo(() => offeredColumns(table), [table]);
  const columns = (view.columns ?? USUAL).filter((name) => offered.includes(name));
  const visible = useVisibleRows(rows.length);
  const shown = Array.from(rows.subarray(visible.first, visible.last));
  return h(
    "section",
    { class: "rows", "aria-labelledby": "rows" },
    h("h2", { id: "rows" }, "Certificates"),
    h(
      "div",
      { class: "tools" },
      h(Columns, { offered, columns, view, go }),
      h("button", { type: "button", onClick: () => saveCsv(table, columns, rows) }, "Save as CSV"),
    ),
    visible.isCut
      ? h("p", { class: "note" }, `The first ${count(visible.last)} of ${count(rows.length)}.`)
      : null,
    h(
      "div",
      { class: "scroll", ref: visible.box, tabIndex: 0, role: "region", "aria-label": "Table, scrolls" },
      h(
        "table",
        { "aria-rowcount": rows.length + 1 },
        h(
          "thead",
          null,
          h(
            "tr",
            { "aria-rowindex": 1 },
            columns.map((name) => headCell(name, view, go)),
          ),
        ),
        h(
          "tbody",
          null,
          gap("before", visible.first),
          shown.map((row, index) =>
            h(
              "tr",
              { key: row, "aria-rowindex": visible.first + index + 2 },
              columns.map((name, at) => bodyCell({ table, view, row, name, isFirst: at === 0 })),
            ),
          ),
          gap("after", rows.length - visible.last),
        ),
      ),
    ),
    rows.length === 0 ? h("p", { class: "none" }, "No certificate is left by these filters.") : null,
  );
}

function headCell(name: string, view: View, go: Go): ComponentChild {
  const column = sortColumnOf(name);
  const { sort } = view;
  const isSorted = sort.column === column;
  const isDescending = isSorted && !sort.isDescending;
  return h(
    "th",
    {
      key: name,
      scope: "col",
      class: `column-${name}`,
      "aria-sort": isSorted ? (sort.isDescending ? "descending" : "ascending") : undefined,
    },
    h(
      "button",
      { type: "button", onClick: () => go({ ...view, sort: { column, isDescending } }) },
      TITLES[name] ?? name,
      h("span", { "aria-hidden": "true" }, isSorted ? (sort.isDescending ? " ↓" : " ↑") : ""),
    ),
  );
}

interface BodyCell {
  readonly table: Table;
  readonly view: View;
  readonly row: number;
  readonly name: string;
  readonly isFirst: boolean;
}

/** The first cell names the row and opens it. */
function bodyCell({ table, view, row, name, isFirst }: BodyCell): ComponentChild {
  const text = cellText(table, name, row);
  if (!isFirst) return h("td", { key: name, title: text, class: `cell-${name} is-${wordClass(text)}` }, text);
  const id = idOf(table, row);
  return h("th", { key: name, scope: "row", title: text }, h("a", { href: openedBy(view, id) }, text || id));
}

/** States and successors have colours beside their words. */
function wordClass(text: string): string {
  return /^[A-Za-z]{1,12}$/.test(text) ? text.toLowerCase() : "text";
}

/** Room for rows that are not in the document. */
function gap(key: string, rows: number): ComponentChild | null {
  if (rows <= 0) return null;
  return h("tr", { key, "aria-hidden": "true", class: "gap", style: { height: `${rows * ROW_HEIGHT}px` } });
}

function saveCsv(table: Table, columns: readonly string[], rows: Uint32Array): void {
  const titles = columns.map((name) => TITLES[name] ?? name);
  const cells = Array.from(rows, (row) => columns.map((name) => cellText(table, name, row)));
  const link = document.createElement("a");
  // Without the mark spreadsheets read UTF-8 as the system's own set.
  const blob = new Blob(["\uFEFF", csvFile(titles, cells)], { type: "text/csv" });
  link.href = URL.createObjectURL(blob);
  link.download = "certificates.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
