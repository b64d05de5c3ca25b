import { type ComponentChild, h } from "preact";
import type { PageData } from "../../inventory/reports/page-data.ts";
import { count, instant } from "../words.ts";

const DAY_MS = 86_400_000;
/** Pages are made every night; one that is older is worth a word. */
const FRESH_DAYS = 2;

/** Where the inventory is from, how old it is, and whether something is missing. */
export function Head({ data }: { readonly data: PageData }): ComponentChild {
  const { madeAt, host } = data;
  const ageDays = Math.floor((Date.now() - Date.parse(madeAt)) / DAY_MS);
  return h(
    "header",
    null,
    h("h1", null, "Certificates"),
    h("p", { class: "origin" }, "of ", h("b", null, host), ", as of ", h("b", null, instant(madeAt))),
    ageDays >= FRESH_DAYS
      ? h("p", { class: "note" }, `This page is ${count(ageDays)} days old. What came since is not in it.`)
      : null,
    h(Trust, { data }),
  );
}

function Trust({ data }: { readonly data: PageData }): ComponentChild {
  const { complete, importedAt, warnings, total, rows } = data;
  // The plots count what is on the page, so that a page without the last ones must not look whole.
  const isCut = total > rows;
  const times = importedAt.map(([type, at]) =>
    h("div", { key: type }, h("dt", null, type), h("dd", null, instant(at))),
  );
  return h(
    "section",
    { class: complete && !isCut ? "trust whole" : "trust partial", "aria-label": "Completeness" },
    isCut
      ? h(
          "p",
          null,
          h("b", null, "Not all are on this page."),
          ` Of ${count(total)} certificates it has the ${count(rows)} that end first; its counts, search and CSV know only those.`,
        )
      : null,
    h(
      "p",
      null,
      h("b", null, complete ? (isCut ? "The inventory is complete." : "Complete.") : "Not complete."),
      complete
        ? " Every type was read, nothing failed, nothing is withheld."
        : ` ${warnings.length === 1 ? "One part is" : `${warnings.length} parts are`} missing:`,
    ),
    warnings.length === 0
      ? null
      : h(
          "ul",
          null,
          warnings.map(({ type, missing, why }, index) =>
            h("li", { key: index }, `${type === null ? "" : `${type}: `}${missing} (${why}).`),
          ),
        ),
    times.length === 0
      ? h("p", null, "No type was ever read to its end.")
      : h("dl", { class: "times" }, h("div", null, h("dt", null, "Imported"), h("dd", null, "")), times),
  );
}
