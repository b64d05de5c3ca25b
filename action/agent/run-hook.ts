import { type SpawnOptions, spawn } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, resolve } from "node:path";
import { type Clock, ConfigError, quoted, StateError } from "../../core/index.ts";
import type { Variables } from "../inputs/connection.ts";
import type { StepLog } from "../step-log.ts";

/** What of the step's environment a hook may see: never inputs, tokens or credentials. */
const PASSED_ON = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "TMPDIR"];
/** What a hook says beyond this is its own matter. */
const MOST_OUTPUT = 64 * 1024;
/** For what it has written just before its end. */
const LAST_WORDS_MS = 500;

interface Hook {
  /** Program and arguments, taken as they are: there is no shell in between. */
  readonly command: readonly [string, ...string[]];
  readonly timeoutMs: number;
  /** What it is told beside the usual. */
  readonly variables: Readonly<Record<string, string>>;
  readonly directory: string;
}

/**
 * Runs a program of the host, such as `systemctl reload nginx`, and waits for its end.
 * @throws StateError `state.hook_failed`, `state.hook_timeout`; ConfigError `config.hook` when it can't be started
 */
export async function runHook(
  { command, timeoutMs, variables, directory }: Hook,
  {
    environment,
    clock,
    log,
    signal,
  }: {
    readonly environment: Variables;
    readonly clock: Clock;
    readonly log: StepLog;
    /** Of the run: one that is cancelled stops the program. */
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const [program] = command;
  const usual = Object.fromEntries(PASSED_ON.map((name) => [name, environment[name]]));
  const run = start(command, { cwd: directory, env: { ...usual, ...variables } });
  const end = await within(run.ended, { clock, ms: timeoutMs, signal });
  if (end === null) endGroup(run.pid);
  await within(run.saidAll, { clock, ms: LAST_WORDS_MS });
  const lines = run.output().split("\n");
  for (const line of lines.filter((each) => each.trim() !== "")) log.say(`hook: ${line}`);
  if (end === null && signal.aborted)
    throw failed("hook_failed", "was stopped, since the run was cancelled", program);
  if (end === null)
    throw failed("hook_timeout", `did not end within ${timeoutMs / 1000} seconds and was stopped`, program);
  if (end !== "0") throw failed("hook_failed", `ended with ${end}`, program);
}

/**
 * Looks for the program as the system will, so that one that is not there is found before anything is ordered.
 * @throws ConfigError `config.hook`
 */
export async function refuseMissingHook(
  [program]: Hook["command"],
  directory: string,
  { PATH: path = "" }: Variables,
): Promise<void> {
  const folders = program.includes("/") ? [directory] : path.split(delimiter).filter(Boolean);
  for (const folder of folders) {
    const isThere = await access(resolve(folder, program), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  throw notStarted(program, "ENOENT, or EACCES where it may not be executed");
}

interface Run {
  readonly pid: number | undefined;
  /** Its exit code or signal; throws when it can't be started. */
  readonly ended: Promise<string>;
  /** Comes when no process can write into its output any more: a server that it has started may hold it for long. */
  readonly saidAll: Promise<void>;
  /** What it has written so far; nothing more is read after that. */
  readonly output: () => string;
}

function start([program, ...args]: Hook["command"], options: Pick<SpawnOptions, "cwd" | "env">): Run {
  // A group of its own, so that what it has started ends with it.
  const own = { shell: false, detached: true } as const;
  const child = spawn(program, args, { ...options, ...own, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      text = `${text}${chunk.toString("utf8")}`.slice(0, MOST_OUTPUT);
    });
  return {
    pid: child.pid,
    ended: new Promise((resolve, reject) => {
      child.on("error", (error: NodeJS.ErrnoException) => reject(notStarted(program, error.code)));
      child.on("exit", (code, signal) => resolve(signal ?? String(code)));
    }),
    saidAll: new Promise((resolve) => child.on("close", () => resolve())),
    output: () => {
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
      return text;
    },
  };
}

/** Waits so long for something; null when it has not come, or the signal fired first. */
async function within<Value>(
  wished: Promise<Value>,
  { clock, ms, signal }: { readonly clock: Clock; readonly ms: number; readonly signal?: AbortSignal },
): Promise<Value | null> {
  const over = new AbortController();
  const stops = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal]);
  // Stopped when the other came first.
  const late = clock.wait(ms, stops).then(nothing, nothing);
  try {
    return await Promise.race([wished, late]);
  } finally {
    // Also when it throws: a timer that is left behind would keep the step waiting for a hook that could not even start.
    over.abort();
  }
}

const nothing = (): null => null;

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended in this very moment, which is what was wanted.
  }
}

function notStarted(program: string, code: string | undefined): ConfigError {
  return new ConfigError(`run the hook ${quoted(program)}: the system says ${code ?? "no"}`, {
    code: "config.hook",
    path: "hook",
    hint: "Give the program on the first line and each argument on a line of its own; there is no shell in between.",
  });
}

function failed(code: string, found: string, program: string): StateError {
  return new StateError(`run the hook ${quoted(program)}: it ${found}`, {
    code: `state.${code}`,
    path: "hook",
    hint: "The new certificate and its key are in their places; see what the hook says above. The next run runs it again.",
  });
}
