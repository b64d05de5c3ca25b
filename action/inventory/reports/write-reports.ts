import { basename, dirname, join } from "node:path";
import type { ActionInputs } from "../../inputs.ts";
import type { Step } from "../../step.ts";
import { writeWhole } from "../../write-files.ts";
import { calendarText } from "./calendar.ts";
import { documentText } from "./document.ts";
import { openMetricsText } from "./open-metrics.ts";
import { pageText } from "./page.ts";
import type { Snapshot } from "./snapshot.ts";

/** Whether any report is asked for: without one nothing is read for them. */
export function wantsReports({ inventory: { reports } }: ActionInputs): boolean {
  return Object.values(reports).some((path) => path !== null);
}

/** Writes what is asked for; each file appears whole or not at all. */
export async function writeReports(snapshot: Snapshot, { inventory, files }: ActionInputs, step: Step) {
  const { reports, limit } = inventory;
  const contents: readonly (readonly [string | null, () => string | Promise<string>])[] = [
    [reports.html, () => pageText(snapshot)],
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
