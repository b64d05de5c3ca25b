import type { InventoryEntry, ScmClient } from "../../core/index.ts";
import { connect } from "../connect.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { inputFault } from "../inputs/forms.ts";
import type { ActionInputs } from "../inputs.ts";
import { type Filled, fillInventory } from "../inventory/fill.ts";
import { importMarkdown, sayWrites } from "../inventory/import-report.ts";
import { applyWrites, planWrites, refuseUnknownFields } from "../inventory/write-back.ts";
import { writeOutputs } from "../outputs.ts";
import type { Problem } from "../problem.ts";
import type { Step } from "../step.ts";
import { problemList, writeSummary } from "../summary.ts";

/** Imports the inventory, applies the rules, and writes what they say into SCM, if that is wished in words. */
export async function importInventory(inputs: ActionInputs, step: Step): Promise<ExitCode> {
  const { writeBack, rules } = inputs.inventory;
  if (writeBack === "apply" && rules === null)
    throw inputFault(
      "write-back",
      "there are no rules to write back",
      "Name the file of the rules in the input rules.",
    );
  const client = connect(inputs.connection, step);
  try {
    const filled = await step.log.group("Import", () => fillInventory(client, inputs, step));
    try {
      return await writeBackAll(client, filled, { inputs, step });
    } finally {
      await filled.store.close();
    }
  } finally {
    await client.close();
  }
}

async function writeBackAll(
  client: ScmClient,
  filled: Filled,
  { inputs, step }: { readonly inputs: ActionInputs; readonly step: Step },
): Promise<ExitCode> {
  const { writeBack } = inputs.inventory;
  const isOff = writeBack === "off" || filled.rules === null;
  if (!isOff) await refuseUnknownFields(client, filled.rules?.attributes ?? [], step);
  const rows = isOff ? [] : await labelledRows(filled, inputs, step);
  const plan = await planWrites(client, rows, step);
  const done =
    writeBack === "apply"
      ? await applyWrites(client, plan.writes, step)
      : { written: 0, problems: [] as Problem[] };
  const problems = [...filled.problems, ...plan.problems, ...done.problems];
  for (const problem of problems) step.log.tell(problem);
  const { rows: imported, added, changed } = filled.outcome;
  writeOutputs({
    ...{ imported: String(imported), added: String(added), changed: String(changed) },
    ...{ "to-write": String(plan.writes.length), written: String(done.written) },
  });
  const mode = filled.rules === null ? "none" : writeBack;
  const report = { outcome: filled.outcome, mode, writes: plan.writes, written: done.written } as const;
  await writeSummary(`${importMarkdown(report)}${problemList(problems)}`, step);
  step.log.say(sayWrites(mode, plan.writes.length, done.written));
  return problems.some(({ severity }) => severity === "error") ? EXIT.failed : EXIT.done;
}

/** All rows that have labels: rules may say something of every certificate there is. */
async function labelledRows({ store, view }: Filled, { businessUnits }: ActionInputs, { clock }: Step) {
  const filter = businessUnits.allowed === null ? {} : { businessUnits: businessUnits.allowed };
  const { rows } = await store.query({ view, filter, now: clock.now(), limit: Number.MAX_SAFE_INTEGER });
  return rows.filter(
    ({ owners, attributes }: InventoryEntry) => owners.length > 0 || Object.keys(attributes).length > 0,
  );
}
