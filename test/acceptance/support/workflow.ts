import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Workspace } from "./terraform.ts";

const EXAMPLES = fileURLToPath(new URL("../../../examples/workflows/", import.meta.url));
const FILES = { GITHUB_OUTPUT: ".github_output", GITHUB_STEP_SUMMARY: ".github_summary" } as const;

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

export interface JobRun {
  /** Of the step that failed; 0 when none did. */
  readonly code: number;
  /** Name of the step that failed. */
  readonly failed: string | null;
  readonly summary: string;
  /** Workflow commands that a runner would have obeyed. */
  readonly commands: readonly string[];
  readonly said: string;
}

/**
 * Runs the `run` steps of an example's only job as GitHub's runner does: a shell each, outputs by file, the first
 * failure ends it. Steps that use an action prepare what a workspace has already.
 */
export async function runWorkflow(
  workspace: Workspace,
  name: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<JobRun> {
  // Ours, and judged by GitHub's own parser elsewhere.
  const { jobs } = parse(readFileSync(join(EXAMPLES, name), "utf8")) as Workflow;
  const [{ steps = [] } = {}] = Object.values(jobs);
  const outputs = new Map<string, string>();
  const files = Object.fromEntries(
    Object.entries(FILES).map(([key, file]) => [key, join(workspace.folder, file)]),
  );
  for (const file of Object.values(files)) rmSync(file, { force: true });
  const done = { commands: [] as string[], said: "" };
  for (const { name: title = "", id, run, env = {} } of steps) {
    if (run === undefined) continue;
    writeFileSync(join(workspace.folder, FILES.GITHUB_OUTPUT), "");
    const given = Object.entries(env).map(([key, text]) => [key, filledIn(text, outputs)]);
    const step = await workspace.shell(run, { ...environment, ...files, ...Object.fromEntries(given) });
    done.said += `${step.stdout}${step.stderr}`;
    done.commands.push(...obeyed(step.stdout));
    if (step.code !== 0) return { ...done, code: step.code, failed: title, summary: summaryOf(workspace) };
    for (const line of workspace.read(FILES.GITHUB_OUTPUT).split("\n")) {
      const [, key, value = ""] = /^([^=]+)=(.*)$/.exec(line) ?? [];
      if (key !== undefined) outputs.set(`${id}.outputs.${key}`, value);
    }
  }
  return { ...done, code: 0, failed: null, summary: summaryOf(workspace) };
}

function filledIn(text: string, outputs: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{ steps\.(\S+) \}\}/g, (_, name: string) => outputs.get(name) ?? "");
}

function summaryOf(workspace: Workspace): string {
  try {
    return workspace.read(FILES.GITHUB_STEP_SUMMARY);
  } catch {
    // No step wrote one.
    return "";
  }
}

/** Source: GitHub's runner, src/Runner.Common/ActionCommand.cs: `::name` at a line's start, `##[name` anywhere. */
function obeyed(stdout: string): string[] {
  const found: string[] = [];
  let token: string | null = null;
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    if (token !== null) {
      if (line.trim() === `::${token}::`) token = null;
      continue;
    }
    const [, stop] = /^\s*::stop-commands::(.+)$/.exec(line) ?? [];
    if (stop !== undefined) token = stop.trim();
    else if (/^\s*::|##\[/.test(line)) found.push(line);
  }
  return found;
}
