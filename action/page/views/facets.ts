import { type ComponentChild, h } from "preact";
import { useState } from "preact/hooks";
import { withToggled } from "../address.ts";
import type { Facet } from "../facets.ts";
import { count } from "../words.ts";
import type { ViewProps } from "./props.ts";

const FEW = 6;
const MOST = 60;

/** A bar for each value, the largest first; a click filters by it. */
export function Facets(props: ViewProps): ComponentChild {
  const shown = props.shelf.facets.filter(({ name, labels }) => name !== "week" && labels.length > 0);
  return h(
    "section",
    { class: "facets", "aria-label": "Counts" },
    shown.map((facet) => h(Bars, { key: facet.name, facet, ...props })),
  );
}

function Bars({ facet, view, go, selection }: ViewProps & { readonly facet: Facet }): ComponentChild {
  const [isLong, setLong] = useState(false);
  const counts = selection.counts.get(facet.name) ?? new Uint32Array();
  const picks = view.picks.get(facet.name) ?? [];
  const order = facet.labels
    .map((label, index) => ({ label, number: counts[index] ?? 0, isPicked: picks.includes(label) }))
    .filter(({ number, isPicked }) => number > 0 || isPicked)
    .sort((one, other) => other.number - one.number || (one.label < other.label ? -1 : 1));
  const most = Math.max(1, ...order.map(({ number }) => number));
  const shown = order.filter(({ isPicked }, index) => isPicked || index < (isLong ? MOST : FEW));
  const title = `facet-${facet.name}`;
  return h(
    "section",
    { class: "facet", "aria-labelledby": title },
    h("h3", { id: title }, facet.title),
    h(
      "ul",
      null,
      shown.map(({ label, number, isPicked }) =>
        h(
          "li",
          { key: label },
          h(
            "button",
            {
              type: "button",
              "aria-pressed": isPicked,
              title: label,
              onClick: () => go(withToggled(view, facet.name, label)),
            },
            h("span", { class: "label" }, label),
            h("span", { class: "number" }, count(number)),
            h("span", { class: "bar", style: { width: `${(100 * number) / most}%` } }),
          ),
        ),
      ),
    ),
    order.length === 0 ? h("p", { class: "none" }, "none") : null,
    order.length > FEW
      ? h(
          "button",
          {
            type: "button",
            class: "more",
            "aria-expanded": isLong,
            "aria-describedby": title,
            onClick: () => setLong(!isLong),
          },
          isLong ? "fewer" : `all ${count(order.length)}`,
        )
      : null,
    isLong && order.length > MOST ? h("p", { class: "none" }, `the largest ${MOST} are shown`) : null,
  );
}
