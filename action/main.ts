/**
 * Entry point of the Action: hands over what nothing else may reach for (inputs, environment, clock, randomness, signals),
 * runs the command, and turns whatever happens into annotations and an exit code.
 */
import { ConfigError, refuseUnverifiedTls, systemClock } from "../core/index.ts";
import { checkBusinessUnit } from "./business-units.ts";
import { clockFor } from "./connect.ts";
import { type ExitCode, exitCodeOf } from "./exit.ts";
import { refuseUnmerged } from "./github/ordering-event.ts";
import { InputFaults } from "./inputs/all-faults.ts";
import { secretsOf } from "./inputs/connection.ts";
import { type ActionInputs, type Command, loadInputs } from "./inputs.ts";
import { failureOutputs, writeOutputs } from "./outputs.ts";
import { problemOf } from "./problem.ts";
import type { Step } from "./step.ts";
import { problemList, writeSummary } from "./summary.ts";
import { githubSurroundings, isPlainCommand, readText, type Surroundings } from "./surroundings.ts";
import { openWorkspace } from "./workspace.ts";

type Run = (inputs: ActionInputs, step: Step) => Promise<ExitCode>;

/** Each is loaded when it is asked for: a step runs one of them, and waits for what it loads. */
const COMMANDS: { readonly [Name in Command]: () => Promise<Run> } = {
  enroll: async () => (await import("./commands/enroll.ts")).enroll,
  check: async () => (await import("./commands/check.ts")).check,
  collect: async () => (await import("./commands/collect.ts")).collect,
  revoke: async () => (await import("./commands/revoke.ts")).revoke,
  import: async () => (await import("./commands/import.ts")).importInventory,
  inventory: async () => (await import("./commands/inventory.ts")).inventory,
  validate: async () => (await import("./commands/validate.ts")).validate,
  contract: async () => (await import("./commands/contract.ts")).contract,
};

// biome-ignore lint/style/noProcessEnv: the only place that reads it
const environment = process.env;

async function run(at: Surroundings): Promise<ExitCode> {
  const { read, variables, log, outlet } = at;
  for (const secret of secretsOf(read, variables)) log.mask(secret);
  refuseUnverifiedTls(variables);
  if (at.faults.length > 0) throw new InputFaults(at.faults);
  const inputs = loadInputs(read, variables, readText);
  if (!at.hasPostStep) (await import("./plain/kept-key.ts")).refuseUnkept(inputs.agent);
  // An inventory shows only rows of allowed units; everything else works for one unit as a whole.
  if (inputs.command !== "inventory") checkBusinessUnit(inputs.businessUnits);
  await refuseUnmerged(inputs, variables);
  const workspace = await openWorkspace(workspaceOf(at));
  const clock = clockFor(inputs.connection.baseUrl, variables, systemClock());
  const step: Step = {
    ...{ variables, workspace, clock, log, outlet },
    ...{ random: Math.random, signal: cancelled() },
  };
  return (await COMMANDS[inputs.command]())(inputs, step);
}

function workspaceOf({ root }: Surroundings): string {
  if (root) return root;
  throw new ConfigError("find the workspace: GITHUB_WORKSPACE is not set", {
    code: "config.workspace",
    hint: "Run this as a step of a GitHub Actions job, or set it to the root of the repository.",
  });
}

/** The runner sends SIGINT when a run is cancelled, SIGTERM some seconds later; an order under way outlasts both. */
function cancelled(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => controller.abort());
  return controller.signal;
}

async function tellFailure(thrown: unknown, at: Surroundings): Promise<ExitCode> {
  const faults = thrown instanceof InputFaults ? thrown.faults : [thrown];
  const problems = faults.map((fault) => problemOf(fault));
  for (const problem of problems) at.log.tell(problem);
  await writeOutputs(failureOutputs(problems), { ...at, random: Math.random });
  await writeSummary(`## Certificates: the step failed\n${problemList(problems)}`, at);
  return exitCodeOf(thrown);
}

async function main(args: readonly string[]): Promise<ExitCode> {
  const at = isPlainCommand(args, environment)
    ? (await import("./plain/surroundings.ts")).plainSurroundings(args, environment, {
        folder: process.cwd(),
        write: (line) => void process.stdout.write(`${line}\n`),
      })
    : githubSurroundings(environment);
  if (typeof at === "number") return at;
  const code = await run(at).catch((thrown: unknown) => tellFailure(thrown, at));
  return await at.finish(code);
}

// Not awaited: the bundle is CommonJS.
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
