import { readFileSync } from "node:fs";
import { getInput } from "@actions/core";
import type { ConfigError } from "../core/index.ts";
import type { ExitCode } from "./exit.ts";
import type { Variables } from "./inputs/connection.ts";
import type { ReadInput } from "./inputs/forms.ts";
import { githubOutlet, type Outlet } from "./outlet.ts";
import { createStepLog, type StepLog } from "./step-log.ts";

/** Who has started this process: what it reads from and writes to. */
export interface Surroundings {
  readonly read: ReadInput;
  readonly variables: Variables;
  /** Folder that files stay in; undefined where it is not told. */
  readonly root: string | undefined;
  readonly log: StepLog;
  readonly outlet: Outlet;
  /** What is wrong with how it was started. */
  readonly faults: readonly ConfigError[];
  /** Whether a post step removes keys when the job ends. */
  readonly hasPostStep: boolean;
  /** Writes what is written last. @returns how the process ends */
  finish(code: ExitCode): Promise<ExitCode>;
}

/** A step of GitHub Actions. */
export function githubSurroundings(variables: Variables): Surroundings {
  const log = countedLog(createStepLog());
  return {
    // Blanks at both ends are the user's: an argument of the hook may be nothing else.
    read: (name) => getInput(name, { trimWhitespace: false }),
    ...{ variables, root: variables.GITHUB_WORKSPACE },
    ...{ log, outlet: githubOutlet(), faults: [], hasPostStep: true },
    finish: async (code) => {
      log.sayCut();
      return code;
    },
  };
}

/** Of one severity in one step. Source: actions/toolkit, docs/problem-matchers.md, "Limitations". */
const MOST_ANNOTATIONS = 10;

/** A log that says in the end what the page of the run does not show. */
function countedLog(log: StepLog): StepLog & { sayCut(): void } {
  const told = { error: 0, warning: 0, notice: 0 };
  return {
    ...log,
    tell(problem) {
      told[problem.severity] += 1;
      log.tell(problem);
    },
    sayCut() {
      for (const [severity, count] of Object.entries(told))
        if (count > MOST_ANNOTATIONS)
          log.say(
            `GitHub shows ${MOST_ANNOTATIONS} of ${count} ${severity}s as annotations: this log and the summary have all.`,
          );
    },
  };
}

/** GitHub starts the bundle without arguments and says that it is GitHub; everyone else is at a command line. */
export function isPlainCommand(args: readonly string[], { GITHUB_ACTIONS: isGithub }: Variables): boolean {
  return args.length > 0 || isGithub !== "true";
}

export const readText = (path: string): string => readFileSync(path, "utf8");
