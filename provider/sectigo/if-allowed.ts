import { PrivilegeError } from "../../core/index.ts";
import type { Log } from "../framework/log.ts";

/**
 * Who may order may still not be allowed to look; then SCM itself judges at apply.
 * @param what SCM's records that are asked for, for the log
 * @returns undefined where this administrator may not ask
 */
export async function ifAllowed<T>(log: Log, what: string, question: Promise<T>): Promise<T | undefined> {
  try {
    return await question;
  } catch (thrown) {
    if (!(thrown instanceof PrivilegeError)) throw thrown;
    log.info(`SCM does not show ${what}; the order is judged without`, { code: thrown.code });
    return undefined;
  }
}
