import { debug, error, group, info, notice, setSecret, warning } from "@actions/core";
import { logLines, logText } from "./escape.ts";
import { linesToMask } from "./mask.ts";
import type { Problem } from "./problem.ts";

/** The step's log, as its reader sees it. Everything is escaped on the way. */
export interface StepLog {
  /** One line of progress. */
  say(line: string): void;
  /** A line for runs with debug logging alone; the runner leaves it out of all others. */
  debug(line: string): void;
  /** Lines of a piece of work, folded. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** An annotation: in the log, on the run's page, and at the file where there is one. */
  tell(problem: Problem): void;
  /** From here on the runner shows no line of a secret. */
  mask(secret: string): void;
}

const ANNOTATE = { error, warning, notice };

export function createStepLog(): StepLog {
  return {
    say: (line) => info(logText(line)),
    debug: (line) => debug(logText(line)),
    group: (title, work) => group(logText(title), work),
    tell({ severity, summary, detail, path, line = 1 }) {
      // The toolkit escapes line breaks, so that the text stays one command.
      const text = logLines(`${summary}\n${detail}`).join("\n");
      const place = path === null ? {} : { file: path, startLine: line };
      ANNOTATE[severity](text, { title: "Sectigo certificates", ...place });
    },
    mask(secret) {
      for (const line of linesToMask(secret)) setSecret(line);
    },
  };
}
