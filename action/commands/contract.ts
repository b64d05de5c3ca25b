import { basename, dirname, join } from "node:path";
import { contractReport, runContract, unusual } from "../../core/index.ts";
import { clientOptions } from "../connect.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { ActionInputs } from "../inputs.ts";
import { writeOutputs } from "../outputs.ts";
import type { Step } from "../step.ts";
import { writeSummary } from "../summary.ts";
import { VERSION } from "../version.ts";
import { writeWhole } from "../write-files.ts";

/**
 * Asks the account how it reads what SCM's documents leave open, and writes a report without names. It only reads: to order
 * for it takes a person's yes, which `npm run contract` asks for.
 */
export async function contract(inputs: ActionInputs, step: Step): Promise<ExitCode> {
  const outcome = await runContract({
    client: clientOptions(inputs.connection, step),
    clock: step.clock,
    signal: step.signal,
    progress: ({ question }) => step.log.debug(question),
  });
  const report = contractReport(outcome, VERSION);
  const directory = await step.workspace.directory(dirname(inputs.report));
  const path = join(directory, basename(inputs.report));
  await writeWhole([{ path, content: report, mode: inputs.files.certificateMode }], step.random);
  const seen = outcome.findings.filter(({ reading }) => reading !== null).length;
  const odd = unusual(outcome);
  const where = step.workspace.relative(path);
  step.log.say(`${seen} of ${outcome.findings.length} points seen, ${odd.length} unusual: ${where}`);
  await writeSummary(report, step);
  const outputs = {
    "contract-report": where,
    "contract-unusual": JSON.stringify(odd.map(({ point, reading }) => ({ point: point.id, reading }))),
  };
  return (await writeOutputs(outputs, step)) ? EXIT.done : EXIT.failed;
}
