import { type ComponentChild, h } from "preact";
import { useMemo } from "preact/hooks";
import { type Shelf, select } from "../select.ts";
import type { createSorter } from "../sort.ts";
import { idOf } from "../table.ts";
import { Certificate } from "./certificate.ts";
import { Due } from "./due.ts";
import { Facets } from "./facets.ts";
import { Filters } from "./filters.ts";
import { Head } from "./head.ts";
import { Rows } from "./rows.ts";
import { Timeline } from "./timeline.ts";
import { useView } from "./use-view.ts";

interface AppProps {
  readonly shelf: Shelf;
  readonly sorter: ReturnType<typeof createSorter>;
}

/** The whole page: one certificate, or what needs doing, plots and table. */
export function App({ shelf, sorter }: AppProps): ComponentChild {
  const { table } = shelf;
  const [view, go] = useView();
  const { text, picks, alone, sort } = view;
  const selection = useMemo(
    () => select(shelf, { text, picks, alone }, sorter(sort)),
    [shelf, text, picks, alone, sort.column, sort.isDescending],
  );
  const open = useMemo(() => rowOf(shelf, view.certificate), [shelf, view.certificate]);
  const all = { shelf, view, go, selection };
  return h(
    "div",
    { class: "page" },
    h(Head, { data: table.data }),
    view.certificate !== null
      ? h("main", null, h(Certificate, { table, view, go, row: open }))
      : h("main", null, h(Due, all), h(Timeline, all), h(Facets, all), h(Filters, all), h(Rows, all)),
    h(
      "footer",
      null,
      "This file holds all that it shows and loads nothing. It is as old as the time at the top says; SCM is where certificates live.",
    ),
  );
}

function rowOf({ table }: Shelf, id: string | null): number | null {
  if (id === null) return null;
  for (let row = 0; row < table.size; row += 1) if (idOf(table, row) === id) return row;
  return null;
}
