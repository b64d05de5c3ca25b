import type { WaitOptions } from "../../base/deadline.ts";
import { LostError, OutageError, PrivilegeError, SectigoError } from "../../base/errors.ts";
import type { ScmClient } from "../../scm/client.ts";

/** How one way to SCM is at this moment. */
export interface SensorFinding {
  /** Null for the only way, where no sensor is declared. */
  readonly name: string | null;
  /** `untried`: SCM had answered by another sensor already, and would answer the same by this one. */
  readonly state: "active" | "action_needed" | "untried";
  readonly trouble: SectigoError | null;
}

/**
 * Tries every sensor by one cheap call, one after the other. Where SCM itself refuses, the others are not tried: a wrong
 * password sent by each of them would lock the administrator.
 * @param names in order; empty tries the only way there is
 */
export async function trySensors(
  client: ScmClient,
  names: readonly string[],
  wait: WaitOptions = {},
): Promise<readonly SensorFinding[]> {
  const findings: SensorFinding[] = [];
  for (const name of names.length === 0 ? [null] : names) {
    const hasRefused = findings.some(({ trouble }) => trouble !== null && !isOnTheWay(trouble));
    findings.push(hasRefused ? { name, state: "untried", trouble: null } : await tryOne(client, name, wait));
  }
  return findings;
}

async function tryOne(client: ScmClient, name: string | null, wait: WaitOptions): Promise<SensorFinding> {
  try {
    await client.through(name === null ? null : [name]).profiles.list({}, wait);
    return { name, state: "active", trouble: null };
  } catch (thrown) {
    // Signed in all the same.
    if (thrown instanceof PrivilegeError) return { name, state: "active", trouble: null };
    const trouble = SectigoError.from(thrown);
    if (wait.signal?.aborted) throw trouble;
    return { name, state: "action_needed", trouble };
  }
}

/** Whether the way failed, not SCM. */
function isOnTheWay(trouble: SectigoError): boolean {
  return (trouble instanceof OutageError || trouble instanceof LostError) && trouble.status === undefined;
}
