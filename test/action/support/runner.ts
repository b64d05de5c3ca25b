/**
 * Runs the Action's bundle as GitHub's runner does: inputs as INPUT_* variables, files for outputs, summary and state, and
 * the post step as a second process that gets the first one's state.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const DIST = new URL("../../../action/dist", import.meta.url).pathname;
/** Compiled once for the hundreds of steps that the tests start: a third of their processor time. */
const COMPILE_CACHE = new URL("../../../dist/compile-cache", import.meta.url).pathname;

export type Inputs = Readonly<Record<string, string | number>>;
export type Environment = Readonly<Record<string, string>>;

/** An annotation, as the runner reads it off the log. */
export interface Annotation {
  readonly severity: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
}

/** A step that has ended. */
export interface StepRun {
  readonly code: number | null;
  readonly signal: string | null;
  /** What the process wrote, commands and all. */
  readonly log: string;
  /** Lines that are no commands: what a reader of the log sees. */
  readonly lines: readonly string[];
  readonly annotations: readonly Annotation[];
  /** What the runner was told to mask. */
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A job with a workspace of its own. */
export class Runner {
  readonly #folder = mkdtempSync(join(tmpdir(), "sectigo-runner-"));
  readonly workspace = join(this.#folder, "work", "infra");
  readonly #environment: Environment;
  #transcript = "";

  constructor(environment: Environment, files: Readonly<Record<string, string>> = {}) {
    this.#environment = environment;
    mkdirSync(this.workspace, { recursive: true });
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  /** All that steps have printed, written and put out here so far. */
  get transcript(): string {
    return this.#transcript;
  }

  write(path: string, content: string): void {
    const target = join(this.workspace, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  read(path: string): string {
    return readFileSync(join(this.workspace, path), "utf8");
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs the main step to its end. */
  run(inputs: Inputs, environment: Environment = {}): Promise<StepRun> {
    return this.start("main.cjs", inputs, environment).done;
  }

  /** Runs the post step with the state that the main step has saved. */
  post(after: StepRun, inputs: Inputs = {}): Promise<StepRun> {
    const state = Object.entries(after.state).map(([name, value]) => [`STATE_${name}`, value]);
    return this.start("post.cjs", inputs, Object.fromEntries(state)).done;
  }

  /** Starts a step, for tests that interrupt it. */
  start(bundle: "main.cjs" | "post.cjs", inputs: Inputs, environment: Environment = {}) {
    const commands = mkdtempSync(join(this.#folder, "commands-"));
    const files = { output: "GITHUB_OUTPUT", state: "GITHUB_STATE", summary: "GITHUB_STEP_SUMMARY" };
    for (const name of Object.keys(files)) writeFileSync(join(commands, name), "");
    const child = spawn(process.execPath, [join(DIST, bundle)], {
      cwd: this.workspace,
      env: {
        ...usualVariables(this.workspace),
        ...Object.fromEntries(
          Object.entries(files).map(([name, variable]) => [variable, join(commands, name)]),
        ),
        ...this.#environment,
        ...environment,
        ...Object.fromEntries(
          Object.entries(inputs).map(([name, value]) => [variableOf(name), String(value)]),
        ),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = { text: "" };
    child.stdout.on("data", (chunk: Buffer) => (output.text += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output.text += chunk.toString()));
    const done = new Promise<StepRun>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => {
        const read = (name: string): string => readFileSync(join(commands, name), "utf8");
        const run = {
          ...{ code, signal, log: output.text, summary: read("summary") },
          ...readLog(output.text),
          outputs: readFileCommands(read("output")),
          state: readFileCommands(read("state")),
        };
        const shown = run.log.split("\n").filter((line) => !line.startsWith("::add-mask::"));
        this.#transcript += [...shown, JSON.stringify([run.outputs, run.state, run.summary])].join("\n");
        resolve(run);
      });
    });
    return { child, done, output };
  }
}

/** Source: GitHub's toolkit, packages/core/src/core.ts, getInput. */
function variableOf(input: string): string {
  return `INPUT_${input.replaceAll(" ", "_").toUpperCase()}`;
}

/** What every step finds, and nothing of the machine's own. */
function usualVariables(workspace: string): Environment {
  return {
    PATH: process.env.PATH ?? "",
    NODE_COMPILE_CACHE: COMPILE_CACHE,
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "example/infra",
    GITHUB_RUN_ID: "4711",
    GITHUB_EVENT_NAME: "push",
  };
}

/** `name<<delimiter`, lines, the delimiter. Source: GitHub's documentation of workflow commands, multiline strings. */
function readFileCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[at] ?? "") ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    found[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return found;
}

/** Takes the log apart as the runner does. Source: actions/runner, src/Runner.Common/ActionCommand.cs. */
export function readLog(log: string): Pick<StepRun, "lines" | "annotations" | "masks"> {
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  const lines: string[] = [];
  for (const line of log.split("\n")) {
    const [, command, properties = "", message = ""] = /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (command === undefined) lines.push(line);
    else if (command === "add-mask") masks.push(unescaped(message));
    else if (["error", "warning", "notice"].includes(command)) {
      const file = /(?:^|,)file=([^,]*)/.exec(properties)?.[1] ?? null;
      const line = /(?:^|,)line=(\d+)/.exec(properties)?.[1] ?? null;
      annotations.push({
        ...{ severity: command, file, line: line === null ? null : Number(line) },
        message: unescaped(message),
      });
    } else if (!["group", "endgroup", "debug"].includes(command)) {
      throw new Error(`the log holds a command that no step of ours gives: ${line}`);
    }
  }
  return { lines, annotations, masks };
}

function unescaped(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
