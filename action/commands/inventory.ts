import { join } from "node:path";
import type { Completeness, InventoryCounts, InventoryFilter } from "../../core/index.ts";
import { connect } from "../connect.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { ActionInputs } from "../inputs.ts";
import { askedOf } from "../inventory/asked.ts";
import { changeOutputs, changesJson } from "../inventory/changes.ts";
import { countedBy } from "../inventory/counted.ts";
import { type EndingSoon, endingSoon } from "../inventory/ending-soon.ts";
import { type Filled, fillInventory } from "../inventory/fill.ts";
import { inventoryMarkdown } from "../inventory/inventory-report.ts";
import { csvOf, withoutPersons } from "../inventory/inventory-rows.ts";
import { wantsReports, writeReports } from "../inventory/reports/write-reports.ts";
import { problemsOf, trustOf, trustOutputs } from "../inventory/trust.ts";
import { type GivenView, viewOf } from "../inventory/view-of.ts";
import { failureOutputs, writeOutputs } from "../outputs.ts";
import type { Problem } from "../problem.ts";
import type { Step } from "../step.ts";
import { problemList, writeSummary } from "../summary.ts";
import { writeWhole } from "../write-files.ts";

/** Shows what certificates there are, and which end soon. Writes nothing to SCM. */
export async function inventory(inputs: ActionInputs, step: Step): Promise<ExitCode> {
  const asked = await viewOf(inputs.inventory, step.workspace);
  const client = connect(inputs.connection, step);
  try {
    const filled = await step.log.group("Import", () => fillInventory(client, inputs, step));
    try {
      return await show(filled, { inputs, asked }, step);
    } finally {
      await filled.store.close();
    }
  } finally {
    await client.close();
  }
}

interface Shown {
  readonly inputs: ActionInputs;
  readonly asked: GivenView | null;
}

async function show(filled: Filled, { inputs, asked }: Shown, step: Step): Promise<ExitCode> {
  const { store, view } = filled;
  const { expiresWithinDays, showsPersons } = inputs.inventory;
  const now = step.clock.now();
  const { filter, gaps } = await askedOf(filled, { inputs, asked, now });
  const counts = await store.count({ view, filter, now });
  const trust = await trustOf(filled, { filter, now, more: gaps });
  const problems = [...filled.problems, ...problemsOf(trust, inputs.inventory)];
  for (const problem of problems) step.log.tell(problem);
  const told = { inputs, filter, now, showsPersons, trust, counts };
  const isWritten = await tell(filled, { ...told, expiresWithinDays, problems }, step);
  if (wantsReports(inputs)) await writeReports(filled, told, step);
  const isFailed = !isWritten || problems.some(({ severity }) => severity === "error");
  return isFailed ? EXIT.failed : EXIT.done;
}

interface Told {
  readonly inputs: ActionInputs;
  readonly filter: InventoryFilter;
  readonly now: Date;
  readonly showsPersons: boolean;
  readonly expiresWithinDays: number;
  readonly trust: Completeness;
  readonly counts: InventoryCounts;
  readonly problems: readonly Problem[];
}

/** Outputs, files and summary. What they are made of is not held when it returns. @returns whether outputs could be written */
async function tell(filled: Filled, told: Told, step: Step): Promise<boolean> {
  const { filter, now, expiresWithinDays, showsPersons, counts, problems } = told;
  const soon = await endingSoon(filled, { filter, expiresWithinDays, now });
  const isWritten = await tellRows(filled, { ...told, soon }, step);
  const report = {
    ...{ counts, expiring: soon.alone, unknown: soon.unknown },
    ...{ expiringTotal: soon.total, expiresWithinDays, showsPersons },
  };
  await writeSummary(`${inventoryMarkdown(report)}${problemList(problems)}`, step);
  step.log.say(
    `${counts.total} certificates, ${soon.total} end within ${expiresWithinDays} days, ${soon.alone.length} of them without a successor${soon.unknown === 0 ? "" : `, ${soon.unknown} of which SCM does not tell it`}`,
  );
  return isWritten;
}

async function tellRows(
  filled: Filled,
  { inputs, filter, now, showsPersons, trust, counts, problems, soon }: Told & { readonly soon: EndingSoon },
  step: Step,
): Promise<boolean> {
  const { store, view } = filled;
  const page = await store.query({ view, filter, now, limit: inputs.inventory.limit });
  const rows = showsPersons ? page.rows : withoutPersons(page.rows);
  const csv = csvOf(rows);
  const isWritten = await writeOutputs(
    {
      ...trustOutputs(trust),
      ...failureOutputs(problems),
      ...changeOutputs(filled.changes, showsPersons),
      total: String(counts.total),
      expiring: String(soon.total),
      "expiring-without-successor": String(soon.alone.length),
      "expiring-successor-unknown": String(soon.unknown),
      counts: JSON.stringify(await countedBy(store, { view, filter, now }, { counts, showsPersons })),
      inventory: JSON.stringify(rows),
      "inventory-csv": csv,
    },
    step,
  );
  await writeFiles(
    {
      "inventory.json": () => JSON.stringify(rows, null, 2),
      "inventory.csv": () => csv,
      "changes.json": () => changesJson(filled.changes, showsPersons),
    },
    inputs,
    step,
  );
  return isWritten;
}

async function writeFiles(
  contents: Readonly<Record<string, () => string>>,
  { files }: ActionInputs,
  { workspace, random }: Step,
): Promise<void> {
  if (files.outputDirectory === null) return;
  const directory = await workspace.directory(files.outputDirectory);
  const whole = Object.entries(contents).map(([name, make]) => ({
    ...{ path: join(directory, name), content: make(), mode: files.certificateMode },
  }));
  await writeWhole(whole, random);
}
