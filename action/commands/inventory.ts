import { join } from "node:path";
import { findSuccessors } from "../../core/index.ts";
import { connect } from "../connect.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { ActionInputs } from "../inputs.ts";
import { askedOf } from "../inventory/asked.ts";
import { changeOutputs, changesJson } from "../inventory/changes.ts";
import { countedBy } from "../inventory/counted.ts";
import { type Filled, fillInventory } from "../inventory/fill.ts";
import { inventoryMarkdown } from "../inventory/inventory-report.ts";
import { csvOf, withoutPersons } from "../inventory/inventory-rows.ts";
import { takeSnapshot } from "../inventory/reports/snapshot.ts";
import { wantsReports, writeReports } from "../inventory/reports/write-reports.ts";
import { problemsOf, trustOf, trustOutputs } from "../inventory/trust.ts";
import { type GivenView, viewOf } from "../inventory/view-of.ts";
import { failureOutputs, writeOutputs } from "../outputs.ts";
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
  const { expiresWithinDays, limit, showsPersons } = inputs.inventory;
  const now = step.clock.now();
  const { filter, gaps } = await askedOf(filled, { inputs, asked, now });
  const [counts, page, soon] = await Promise.all([
    store.count({ view, filter, now }),
    store.query({ view, filter, now, limit }),
    store.query({
      view,
      filter: { ...filter, expiresWithinDays, statuses: ["Issued"] },
      now,
      limit: MOST_EXPIRING,
    }),
  ]);
  const trust = await trustOf(filled, { filter, now, more: gaps });
  const problems = [...filled.problems, ...problemsOf(trust, inputs.inventory)];
  for (const problem of problems) step.log.tell(problem);
  const hasSuccessor = await findSuccessors({ store, view, rows: soon.rows, now });
  const alone = soon.rows.filter((row) => hasSuccessor(row) === false);
  const unknown = soon.rows.filter((row) => hasSuccessor(row) === null);
  const rows = showsPersons ? page.rows : withoutPersons(page.rows);
  const counted = await countedBy(store, { view, filter, now }, { counts, showsPersons });
  const isWritten = await writeOutputs(
    {
      ...trustOutputs(trust),
      ...failureOutputs(problems),
      ...changeOutputs(filled.changes, showsPersons),
      total: String(counts.total),
      expiring: String(soon.total),
      "expiring-without-successor": String(alone.length),
      "expiring-successor-unknown": String(unknown.length),
      counts: JSON.stringify(counted),
      inventory: JSON.stringify(rows),
      "inventory-csv": csvOf(rows),
    },
    step,
  );
  await writeFiles(
    {
      "inventory.json": JSON.stringify(rows, null, 2),
      "inventory.csv": csvOf(rows),
      "changes.json": changesJson(filled.changes, showsPersons),
    },
    inputs,
    step,
  );
  if (wantsReports(inputs)) {
    const wanted = { filter, now, limit: MOST_REPORTED, showsPersons, trust, counts };
    await writeReports(await takeSnapshot(filled, wanted), inputs, step);
  }
  const report = {
    ...{ counts, expiring: alone, unknown: unknown.length },
    ...{ expiringTotal: soon.total, expiresWithinDays, showsPersons },
  };
  await writeSummary(`${inventoryMarkdown(report)}${problemList(problems)}`, step);
  step.log.say(
    `${counts.total} certificates, ${soon.total} end within ${expiresWithinDays} days, ${alone.length} of them without a successor${unknown.length === 0 ? "" : `, ${unknown.length} of which SCM does not tell it`}`,
  );
  const isFailed = !isWritten || problems.some(({ severity }) => severity === "error");
  return isFailed ? EXIT.failed : EXIT.done;
}

/** All of them are looked at: which ones lack a successor is what an alarm is about. */
const MOST_EXPIRING = 100_000;

/** A page of more would no longer open at once. */
const MOST_REPORTED = 250_000;

async function writeFiles(
  contents: Readonly<Record<string, string>>,
  { files }: ActionInputs,
  { workspace, random }: Step,
): Promise<void> {
  if (files.outputDirectory === null) return;
  const directory = await workspace.directory(files.outputDirectory);
  const whole = Object.entries(contents).map(([name, content]) => ({
    ...{ path: join(directory, name), content, mode: files.certificateMode },
  }));
  await writeWhole(whole, random);
}
