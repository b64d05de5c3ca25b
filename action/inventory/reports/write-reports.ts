import { basename, dirname, join } from "node:path";
import type { Completeness, InventoryCounts, InventoryFilter } from "../../../core/index.ts";
import type { ActionInputs } from "../../inputs.ts";
import type { Step } from "../../step.ts";
import { type GivenFile, writeWhole } from "../../write-files.ts";
import type { Filled } from "../fill.ts";
import { calendarText } from "./calendar.ts";
import { documentText } from "./document.ts";
import { openMetricsText } from "./open-metrics.ts";
import { pageText } from "./page.ts";
import { PageTable } from "./page-table.ts";
import { aboutOf, takeSnapshot } from "./snapshot.ts";

/** Whether any report is asked for: without one nothing is read for them. */
export function wantsReports({ inventory: { reports } }: ActionInputs): boolean {
  return Object.values(reports).some((path) => path !== null);
}

interface Wanted {
  readonly filter: InventoryFilter;
  readonly now: Date;
  readonly showsPersons: boolean;
  readonly trust: Completeness;
  readonly counts: InventoryCounts;
}

/** More would make a page that does not open at once. */
const MOST_ROWS = 250_000;

/** Writes what is asked for; each file appears whole or not at all. */
export async function writeReports(
  filled: Filled,
  { inputs: { inventory, files }, ...wanted }: Wanted & { readonly inputs: ActionInputs },
  step: Step,
): Promise<void> {
  const { reports, limit } = inventory;
  const about = await aboutOf(filled, wanted);
  const table = reports.html === null ? null : new PageTable(about);
  const request = { about, filter: wanted.filter, most: MOST_ROWS, limit };
  const snapshot = await takeSnapshot(filled, request, (row) => table?.add(row));
  const contents: readonly (readonly [
    string | null,
    () => GivenFile["content"] | Promise<Iterable<string>>,
  ])[] = [
    [reports.html, () => (table === null ? "" : pageText(snapshot, table))],
    [reports.json, () => documentText(snapshot, limit)],
    [reports.openmetrics, () => openMetricsText(snapshot, limit)],
    [reports.ical, () => calendarText(snapshot, limit)],
  ];
  for (const [path, make] of contents) {
    if (path === null) continue;
    const directory = await step.workspace.directory(dirname(path));
    const file = {
      path: join(directory, basename(path)),
      content: await make(),
      mode: files.certificateMode,
    };
    await writeWhole([file], step.random);
    step.log.say(`wrote ${step.workspace.relative(file.path)}`);
  }
}
