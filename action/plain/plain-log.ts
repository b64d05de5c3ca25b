import { logLines, logText } from "../escape.ts";
import { linesToMask } from "../mask.ts";
import type { StepLog } from "../step-log.ts";

/** Shorter ones would blacken ordinary words. */
const SHORTEST_SECRET = 4;

/**
 * A log for terminals and for runners that know no commands: whatever is masked elsewhere never reaches it, since here
 * nothing stands between it and its reader.
 */
export function plainLog(write: (line: string) => void, { isDebug }: { readonly isDebug: boolean }): StepLog {
  const secrets = new Set<string>();
  const put = (line: string): void => {
    write([...secrets].reduce((text, secret) => text.replaceAll(secret, "***"), line));
  };
  return {
    say: (line) => put(logText(line)),
    debug: (line) => {
      if (isDebug) put(`debug: ${logText(line)}`);
    },
    async group(title, work) {
      put(logText(title));
      return await work();
    },
    tell({ severity, summary, detail, path }) {
      put(`${severity}: ${path === null ? "" : `${logText(path)}: `}${logText(summary)}`);
      for (const line of logLines(detail)) put(`  ${line}`);
    },
    mask(secret) {
      for (const line of linesToMask(secret)) if (line.length >= SHORTEST_SECRET) secrets.add(line);
    },
  };
}
