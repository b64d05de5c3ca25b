import {
  type CertificateDetails,
  type InventoryEntry,
  type InventoryFilter,
  rememberWritten,
  type ScmClient,
} from "../../core/index.ts";
import { connect } from "../connect.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { inputFault } from "../inputs/forms.ts";
import type { ActionInputs } from "../inputs.ts";
import { changeOutputs } from "../inventory/changes.ts";
import { type Filled, fillInventory } from "../inventory/fill.ts";
import { importMarkdown, sayWrites } from "../inventory/import-report.ts";
import type { GivenRules } from "../inventory/read-rules.ts";
import { problemsOf, trustOf, trustOutputs } from "../inventory/trust.ts";
import {
  applyWrites,
  judgeNumber,
  planWrites,
  refuseUnknownFields,
  type WritePlan,
} from "../inventory/write-back.ts";
import { failureOutputs, writeOutputs } from "../outputs.ts";
import type { Problem } from "../problem.ts";
import type { Step } from "../step.ts";
import { problemList, writeSummary } from "../summary.ts";

/** Imports the inventory, applies the rules, and writes what they say into SCM, if the input asks for it. */
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
      // What rules write back has to be what SCM holds now.
      if (filled.outcome.refused !== null) throw filled.outcome.refused.error;
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
  const { writeBack, mostWrites } = inputs.inventory;
  const { rules } = filled;
  const plan =
    writeBack === "off" || rules === null ? NO_PLAN : await planAll(client, filled, { inputs, step, rules });
  const fuse = judgeNumber(plan.writes, mostWrites);
  const isApplied = writeBack === "apply" && fuse === null;
  const done = isApplied ? await applyWrites(client, plan.writes, step) : NOT_DONE;
  await remember(filled, [...plan.read, ...done.read], step);
  const trust = await trustOf(filled, { filter: filterOf(inputs), now: step.clock.now() });
  const problems = [
    ...[...filled.problems, ...problemsOf(trust, inputs.inventory), ...plan.problems],
    ...[...(fuse === null ? [] : [writeBack === "apply" ? fuse : warned(fuse)]), ...done.problems],
  ];
  for (const problem of problems) step.log.tell(problem);
  const { rows: imported, added, changed } = filled.outcome;
  const isWritten = await writeOutputs(
    {
      ...trustOutputs(trust),
      ...failureOutputs(problems),
      ...changeOutputs(filled.changes, inputs.inventory.showsPersons),
      ...{ imported: String(imported), added: String(added), changed: String(changed) },
      ...{ "to-write": String(plan.writes.length), written: String(done.written) },
    },
    step,
  );
  const mode = rules === null ? "none" : writeBack;
  const { showsPersons } = inputs.inventory;
  const report = {
    outcome: filled.outcome,
    mode,
    writes: plan.writes,
    written: done.written,
    showsPersons,
  } as const;
  await writeSummary(`${importMarkdown(report)}${problemList(problems)}`, step);
  step.log.say(sayWrites(mode, plan.writes.length, done.written));
  const isFailed = !isWritten || problems.some(({ severity }) => severity === "error");
  return isFailed ? EXIT.failed : EXIT.done;
}

const NO_PLAN: WritePlan = { writes: [], problems: [], read: [] };
const NOT_DONE = { written: 0, problems: [] as Problem[], read: [] as CertificateDetails[] };

/** A dry run that would be refused is not a failure yet. */
function warned(fuse: Problem): Problem {
  return {
    ...fuse,
    severity: "warning",
    detail: "Applied, nothing would be written: raise max-writes, or narrow the rules.",
  };
}

interface Planning {
  readonly inputs: ActionInputs;
  readonly step: Step;
  readonly rules: GivenRules;
}

async function planAll(
  client: ScmClient,
  filled: Filled,
  { inputs, step, rules }: Planning,
): Promise<WritePlan> {
  await refuseUnknownFields(client, rules.attributes, step);
  const rows = await labelledRows(filled, inputs, step);
  const units = inputs.businessUnits.allowed;
  const scope = {
    view: filled.view,
    rules,
    units,
    writesTo: inputs.inventory.writeTo,
    now: step.clock.now(),
  };
  return planWrites(client, rows, { scope, step });
}

/** What was read one by one is in the store at once, or the next run would read it all again. */
async function remember(
  { store, view }: Filled,
  read: readonly CertificateDetails[],
  { clock, signal }: Step,
) {
  if (read.length > 0) await rememberWritten({ store, account: view.account, read, clock }, { signal });
}

function filterOf({ businessUnits }: ActionInputs): InventoryFilter {
  return businessUnits.allowed === null ? {} : { businessUnits: businessUnits.allowed };
}

/** All rows that have labels: rules may say something of every certificate there is. */
async function labelledRows({ store, view }: Filled, inputs: ActionInputs, { clock }: Step) {
  const filter = filterOf(inputs);
  const { rows } = await store.query({ view, filter, now: clock.now(), limit: Number.MAX_SAFE_INTEGER });
  return rows.filter(
    ({ owners, attributes }: InventoryEntry) => owners.length > 0 || Object.keys(attributes).length > 0,
  );
}
