import { ConfigError } from "../../core/index.ts";
import type { Variables } from "../inputs/connection.ts";
import { type Members, members, parsedEvent } from "./event.ts";

/** Commands that cost money or end certificates; all others only read, or write records of certificates that exist. */
const ORDERING: ReadonlySet<string> = new Set(["enroll", "revoke"]);

/**
 * Refuses orders and revocations in runs whose files come from a branch that nobody has merged: whoever opens a pull request
 * would decide what is bought. `workflow_run` starts after another workflow, also after one of a fork, and holds secrets.
 * Source: GitHub's documentation "Events that trigger workflows", and of the webhook events `workflow_run` and `pull_request`.
 * @throws ConfigError `config.event`
 */
export async function refuseUnmerged(
  { command, allowsPullRequests }: { readonly command: string; readonly allowsPullRequests: boolean },
  variables: Variables,
): Promise<void> {
  if (allowsPullRequests || !ORDERING.has(command)) return;
  const cause = unmergedCause(variables.GITHUB_EVENT_NAME ?? "", await parsedEvent(variables));
  if (cause === null) return;
  throw new ConfigError(
    `run command ${command}: ${cause}, and nothing is ${command === "enroll" ? "ordered" : "revoked"} there`,
    {
      code: "config.event",
      path: "command",
      hint:
        "Use `command: check` in pull requests, and run this step after the merge: " +
        "`if: github.event_name == 'push'`. If it is meant, set allow-pull-requests: true.",
    },
  );
}

/** Why the files of a run are not those of a merged branch; null when they are. Pure. */
function unmergedCause(name: string, event: Members): string | null {
  if (name.startsWith("pull_request")) return `the event is ${name}`;
  if (name !== "workflow_run") return null;
  const { event: before, head_repository: head } = members(event.workflow_run);
  if (typeof before === "string" && before.startsWith("pull_request"))
    return `the event is workflow_run after ${before}`;
  const from = members(head).full_name;
  const here = members(event.repository).full_name;
  // What the event does not say is not taken for our own.
  return typeof from === "string" && from === here
    ? null
    : "the event is workflow_run after a run of another repository";
}
