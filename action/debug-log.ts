import type { LogFields, Logger } from "../core/index.ts";
import type { Step } from "./step.ts";

/** Core's log, for runs with debug logging; its fields have passed core's allow-list. */
export function createDebugLog({ log, variables }: Pick<Step, "log" | "variables">): Logger | undefined {
  // Source: GitHub's documentation "Default environment variables".
  if (variables.RUNNER_DEBUG !== "1") return undefined;
  const write = (message: string, fields?: LogFields): void =>
    log.debug(fields === undefined ? message : `${message} ${JSON.stringify(fields)}`);
  return { trace: write, debug: write, info: write, warn: write, error: write };
}
