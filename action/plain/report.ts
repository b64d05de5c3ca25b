import { writeFileSync } from "node:fs";
import type { ExitCode } from "../exit.ts";
import { EXIT } from "../exit.ts";
import type { Outlet } from "../outlet.ts";
import { problemOf } from "../problem.ts";
import type { StepLog } from "../step-log.ts";

/** Outputs that are JSON themselves, and stand as such in the report. */
const JSON_OUTPUTS: ReadonlySet<string> = new Set([
  ...["certificates", "matrix", "warnings", "imported-at-by-type", "changes", "counts", "inventory"],
  ...["validations", "contract-unusual", "large-outputs"],
]);

/** Outputs that are kept for the end. */
interface KeptOutputs extends Outlet {
  readonly values: ReadonlyMap<string, string>;
}

export function keptOutputs(): KeptOutputs {
  const values = new Map<string, string>();
  return { values, set: (name, value) => void values.set(name, value), save: () => undefined };
}

/** The report as JSON: all outputs by their names, those that are JSON as such, and how the process ends. Pure. */
export function reportText(values: ReadonlyMap<string, string>, command: string, exitCode: number): string {
  const outputs = [...values].map(([name, value]): [string, unknown] => [
    name,
    JSON_OUTPUTS.has(name) && value !== "" ? JSON.parse(value) : value,
  ]);
  return `${JSON.stringify({ version: 1, command, exitCode, outputs: Object.fromEntries(outputs) }, null, 2)}\n`;
}

/** Writes it; where that fails, the log has said the same, and the process fails. */
export function writeReport(
  path: string,
  text: string,
  { code, log }: { readonly code: ExitCode; readonly log: StepLog },
): ExitCode {
  try {
    writeFileSync(path, text);
    return code;
  } catch (thrown) {
    const { code: why } = thrown as NodeJS.ErrnoException; // node:fs throws nothing else
    log.tell({
      ...problemOf(thrown),
      summary: `The report ${path} could not be written: the system says ${why ?? "an error"}`,
      detail: "The log says the same. Run again; nothing is ordered twice.",
    });
    return code === EXIT.done ? EXIT.failed : code;
  }
}
