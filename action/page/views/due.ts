import { type ComponentChild, h } from "preact";
import { useMemo } from "preact/hooks";
import { aloneWithin } from "../select.ts";
import { daysLeft, idOf, type Table, textAt } from "../table.ts";
import { cellText, count } from "../words.ts";
import { openedBy } from "./open.ts";
import type { ViewProps } from "./props.ts";

const DAYS = [7, 30, 90] as const;
const MOST_FIRST = 8;

/** What needs doing comes first: what ends soon and has nothing that takes its place. */
export function Due({ shelf: { table }, view, go }: ViewProps): ComponentChild {
  const { numbers, unknown, first } = useMemo(() => countDue(table), [table]);
  return h(
    "section",
    { class: "due", "aria-labelledby": "due" },
    h("h2", { id: "due" }, "Ends without a successor"),
    h(
      "div",
      { class: "cards" },
      DAYS.map((days, index) =>
        h(
          "button",
          {
            key: days,
            type: "button",
            class: `card card-${days}`,
            "aria-pressed": view.alone === days,
            onClick: () => go({ ...view, alone: view.alone === days ? null : days }),
          },
          h("b", null, count(numbers[index] ?? 0)),
          ` within ${days} days`,
        ),
      ),
    ),
    unknown > 0
      ? h(
          "p",
          { class: "note" },
          `Of ${count(unknown)} more that end within 90 days SCM tells too little to see a successor.`,
        )
      : null,
    first.length === 0
      ? h("p", null, "Nothing ends within 90 days without a successor.")
      : h(
          "ol",
          { class: "first" },
          first.map((row) => h("li", { key: row }, h(Next, { table, view, row }))),
        ),
  );
}

function Next({
  table,
  view,
  row,
}: Pick<ViewProps, "view"> & { readonly table: Table; readonly row: number }): ComponentChild {
  const organization = textAt(table, "organization", row);
  return h(
    "span",
    null,
    h("b", null, `${daysLeft(table, row) ?? "?"} d`),
    " ",
    h("a", { href: openedBy(view, idOf(table, row)) }, textAt(table, "commonName", row) || idOf(table, row)),
    h("small", null, ` ends ${cellText(table, "end", row)}${organization === "" ? "" : `, ${organization}`}`),
  );
}

function countDue(table: Table) {
  const within = DAYS.map((days) => aloneWithin(table, days));
  const isUnknown = aloneWithin(table, 90, "unknown");
  const numbers = DAYS.map(() => 0);
  const first: number[] = [];
  let unknown = 0;
  // Rows come with the first to end first.
  for (let row = 0; row < table.size; row += 1) {
    within.forEach((isWithin, index) => {
      if (isWithin(row)) numbers[index] = (numbers[index] ?? 0) + 1;
    });
    if (within.at(-1)?.(row) && first.length < MOST_FIRST) first.push(row);
    if (isUnknown(row)) unknown += 1;
  }
  return { numbers, unknown, first };
}
