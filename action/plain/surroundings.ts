import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Variables } from "../inputs/connection.ts";
import type { Surroundings } from "../surroundings.ts";
import { VERSION } from "../version.ts";
import { readArguments } from "./arguments.ts";
import { helpText } from "./help.ts";
import { plainLog } from "./plain-log.ts";
import { keptOutputs, reportText, writeReport } from "./report.ts";

/**
 * A command at a terminal, or in a pipeline that is not GitHub's.
 * @param write puts a line where people read it
 * @returns an exit code where all was said already, as by `--help`
 */
export function plainSurroundings(
  args: readonly string[],
  given: Variables,
  { folder, write }: { readonly folder: string; readonly write: (line: string) => void },
): Surroundings | ExitCode {
  const { read, faults, asks, reports } = readArguments(args, given);
  if (asks === "version") write(VERSION);
  if (asks === "help" || asks === "no_command") write(helpText());
  if (asks === "no_command") write("No command is given.");
  if (asks !== null) return asks === "no_command" ? EXIT.input : EXIT.done;
  const log = plainLog(write, { isDebug: given.RUNNER_DEBUG === "1" });
  const outlet = keptOutputs();
  const markdown = reports["markdown-report"];
  const json = reports["json-report"];
  return {
    ...{ read, log, outlet, faults, root: folder, hasPostStep: false },
    variables: variablesFor(given, markdown === null ? undefined : emptied(resolve(folder, markdown))),
    async finish(code) {
      if (json === null) return code;
      return writeReport(resolve(folder, json), reportText(outlet.values, read("command"), code), {
        code,
        log,
      });
    },
  };
}

/** Without what GitHub's runner alone reads, should this be a shell step there. */
function variablesFor(given: Variables, summary: string | undefined): Variables {
  const kept = Object.entries(given).filter(([name]) => !name.startsWith("INPUT_") && name !== "RUNNER_TEMP");
  return { ...Object.fromEntries(kept), GITHUB_STEP_SUMMARY: summary };
}

/** A report of this run alone: what an earlier one wrote would look like this one's. */
function emptied(path: string): string {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder, say: writing tells.
  }
  return path;
}
