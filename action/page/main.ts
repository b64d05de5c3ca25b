/** Entry point of the inventory's page. Everything is in the document: nothing is asked of a network, nothing is kept. */
import { h, render } from "preact";
import type { PageData } from "../inventory/reports/page-data.ts";
import { facetsOf } from "./facets.ts";
import { createSearch } from "./search.ts";
import { createSorter } from "./sort.ts";
import { readTable } from "./table.ts";
import { App } from "./views/app.ts";

const root = document.getElementById("page");
const source = document.getElementById("inventory");
if (root === null || source === null) throw new Error("the page is not whole");
const table = readTable(JSON.parse(source.textContent) as PageData); // the Action's own words
// A copy of some megabytes that is not read any more.
source.remove();
const search = createSearch(table);
const shelf = { table, facets: facetsOf(table), search };
root.replaceChildren();
render(h(App, { shelf, sorter: createSorter(table) }), root);
prepare();

/** In slices, after the page is shown, so that the first letter finds everything ready and nothing waits for it. */
function prepare(): void {
  setTimeout(() => {
    if (search.prepareSome()) prepare();
  }, 20);
}
