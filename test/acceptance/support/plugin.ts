import { spawnSync } from "node:child_process";
import type { Stage } from "./scm.ts";
import type { Run } from "./terraform.ts";

type Environment = Readonly<Record<string, string>>;

const APPLY = ["apply", "-auto-approve", "-no-color"];

/** An apply in the middle of its work. */
export interface HeldApply {
  /** The provider is gone from one moment to the next, as when the machine's memory is full. */
  readonly killProvider: () => Promise<Run>;
  /** What a terminal does at Ctrl-C: everybody in the foreground gets the signal, the provider too. */
  readonly pressCtrlC: () => Promise<Run>;
}

/** Starts an apply, and looks until it has come as far as `isThere` says. @throws when it ends before */
export async function applyUntil(
  { workspace }: Stage,
  isThere: () => Promise<boolean>,
  environment: Environment = {},
): Promise<HeldApply> {
  const apply = workspace.start(APPLY, environment);
  let isOver = false;
  apply.done.finally(() => {
    isOver = true;
  });
  while (!(await isThere())) {
    if (isOver) throw new Error(`the apply never came so far: ${JSON.stringify(await apply.done)}`);
  }
  const signal = (name: "SIGKILL" | "SIGINT"): void => {
    for (const pid of providersOf(apply.child.pid)) process.kill(pid, name);
  };
  return {
    killProvider() {
      signal("SIGKILL");
      return apply.done;
    },
    pressCtrlC() {
      signal("SIGINT");
      apply.child.kill("SIGINT");
      return apply.done;
    },
  };
}

/** Whether a planted fault holds a request. */
export async function isHeld({ scm }: Stage): Promise<boolean> {
  return (await scm.control.faults()).some(({ hits }) => hits > 0);
}

/** Whether somebody has looked at the last record: nobody does before it is ordered. */
export async function isLookedAt({ scm }: Stage): Promise<boolean> {
  const last = (await scm.control.certificates()).at(-1);
  const requests = await scm.control.requests();
  return requests.some(({ method, path }) => method === "GET" && path.endsWith(`/ssl/v1/${last?.sslId}`));
}

/** Our processes below a terraform's. @throws when there is none */
function providersOf(terraform: number | undefined): readonly number[] {
  const { stdout } = spawnSync("ps", ["-axo", "pid=,ppid=,args="], { encoding: "utf8" });
  const rows = stdout.split("\n").map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? []);
  const found = rows.filter(
    ([, parent, command]) => Number(parent) === terraform && command?.includes("/sectigo/") === true,
  );
  if (found.length === 0) throw new Error("terraform runs no provider now");
  return found.map(([pid]) => Number(pid));
}
