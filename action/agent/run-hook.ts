import { spawn } from "node:child_process";
import { type Clock, ConfigError, quoted, StateError } from "../../core/index.ts";
import type { Variables } from "../inputs/connection.ts";
import type { StepLog } from "../step-log.ts";

/** What of the step's environment a hook may see: never inputs, tokens or credentials. */
const PASSED_ON = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "TMPDIR"];
/** What a hook says beyond this is its own matter. */
const MOST_OUTPUT = 64 * 1024;

export interface Hook {
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
  }: { readonly environment: Variables; readonly clock: Clock; readonly log: StepLog },
): Promise<void> {
  const [program, ...args] = command;
  const usual = Object.fromEntries(PASSED_ON.map((name) => [name, environment[name]]));
  // A group of its own, so that what it has started ends with it.
  const child = spawn(program, args, {
    ...{ cwd: directory, env: { ...usual, ...variables }, shell: false, detached: true },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output = `${output}${chunk.toString("utf8")}`.slice(0, MOST_OUTPUT);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<string>((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) => reject(notStarted(program, error.code)));
    child.on("close", (code, signal) => resolve(signal ?? String(code)));
  });
  const over = new AbortController();
  const tooLate = clock.wait(timeoutMs, over.signal).then(
    () => null,
    () => null,
  );
  // A timer that is left behind would keep the step waiting for a hook that could not even start.
  const end = await Promise.race([ended, tooLate]).finally(() => over.abort());
  if (end === null) endGroup(child.pid);
  for (const line of output.split("\n").filter((each) => each.trim() !== "")) log.say(`hook: ${line}`);
  if (end === null)
    throw failed("hook_timeout", `did not end within ${timeoutMs / 1000} seconds and was stopped`, program);
  if (end !== "0") throw failed("hook_failed", `ended with ${end}`, program);
}

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
