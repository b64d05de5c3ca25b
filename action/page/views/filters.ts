import { type ComponentChild, h } from "preact";
import { EVERYTHING, withToggled } from "../address.ts";
import { count } from "../words.ts";
import type { ViewProps } from "./props.ts";

/** Search, what is filtered by, and how many are left. */
export function Filters({ shelf: { table, facets }, view, go, selection }: ViewProps): ComponentChild {
  const titles = new Map(facets.map(({ name, title }) => [name, title]));
  const chips = [...view.picks].flatMap(([name, values]) =>
    values.map((value) =>
      chip(`${titles.get(name) ?? name}: ${value}`, () => go(withToggled(view, name, value))),
    ),
  );
  if (view.alone !== null)
    chips.unshift(chip(`within ${view.alone} days, no successor`, () => go({ ...view, alone: null })));
  const isFiltered = chips.length > 0 || view.text !== "";
  return h(
    "section",
    { class: "filters", "aria-label": "Filters" },
    h("label", { for: "text" }, "Search"),
    h("input", {
      id: "text",
      type: "search",
      value: view.text,
      placeholder: "names, ids, serial numbers, issuers, …",
      autocomplete: "off",
      spellcheck: false,
      onInput: (event: InputEvent) =>
        go({ ...view, text: (event.currentTarget as HTMLInputElement).value }, "typed"),
    }),
    chips,
    isFiltered
      ? h(
          "button",
          {
            type: "button",
            class: "clear",
            onClick: () => go({ ...EVERYTHING, sort: view.sort, columns: view.columns }),
          },
          "Show all",
        )
      : null,
    h("p", { role: "status" }, `${count(selection.rows.length)} of ${count(table.size)} certificates`),
  );
}

function chip(text: string, remove: () => void): ComponentChild {
  return h(
    "button",
    { type: "button", class: "chip", key: text, "aria-label": `Remove the filter ${text}`, onClick: remove },
    text,
    h("span", { "aria-hidden": "true" }, " ×"),
  );
}
