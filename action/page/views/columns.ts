import { type ComponentChild, h } from "preact";
import type { View } from "../address.ts";
import { TITLES, USUAL } from "../words.ts";
import type { Go } from "./use-view.ts";

interface ColumnsProps {
  readonly offered: readonly string[];
  /** At least one of them. */
  readonly columns: readonly string[];
  readonly view: View;
  readonly go: Go;
}

/** Which columns are shown; the table has them in the order of this list. */
export function Columns({ offered, columns, view, go }: ColumnsProps): ComponentChild {
  const toggle = (name: string): void => {
    const next = offered.filter((each) => (each === name) !== columns.includes(each));
    if (next.length === 0) return;
    go({ ...view, columns: next.join() === USUAL.join() ? null : next });
  };
  return h(
    "details",
    { class: "columns" },
    h("summary", null, "Columns"),
    h(
      "fieldset",
      null,
      h("legend", null, "Columns of table and CSV"),
      offered.map((name) =>
        h(
          "label",
          { key: name },
          h("input", { type: "checkbox", checked: columns.includes(name), onChange: () => toggle(name) }),
          ` ${TITLES[name] ?? name}`,
        ),
      ),
    ),
  );
}
