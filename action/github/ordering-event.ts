import { ConfigError } from "../../core/index.ts";
import type { Variables } from "../inputs/connection.ts";
import type { InventoryInputs } from "../inputs/inventory.ts";
import type { ActionInputs } from "../inputs.ts";
import { type Members, members, parsedEvent } from "./event.ts";

/** Commands that cost money, end certificates or change their records, and what is not done in words. All others only read. */
const WRITING: Readonly<Record<string, string>> = {
  enroll: "ordered",
  revoke: "revoked",
  import: "written to SCM",
};

type GuardedInputs = Pick<ActionInputs, "command" | "allowsPullRequests"> & {
  readonly inventory: Pick<InventoryInputs, "writeBack">;
};

/**
 * Refuses orders, revocations and changes of records in runs whose files come from a branch that is not merged: everyone who opens a pull request
 * would decide what is bought. `workflow_run` starts after another workflow, also after one of a fork, and holds secrets.
 * Source: GitHub's documentation "Events that trigger workflows", and of the webhook events `workflow_run` and `pull_request`.
 * @throws ConfigError `config.event`
 */
export async function refuseUnmerged(
  { command, allowsPullRequests, inventory: { writeBack } }: GuardedInputs,
  variables: Variables,
): Promise<void> {
  const act = WRITING[command];
  if (allowsPullRequests || act === undefined || (command === "import" && writeBack !== "apply")) return;
  const cause =
    unmergedCause(variables.GITHUB_EVENT_NAME ?? "", await parsedEvent(variables)) ??
    causeElsewhere(variables);
  if (cause === null) return;
  throw new ConfigError(`run command ${command}: ${cause}, and nothing is ${act} there`, {
    code: "config.event",
    path: "command",
    hint:
      `Use ${command === "import" ? "`write-back: dry-run`" : "`command: check`"} in pull requests, and run this step after the merge: ` +
      "`if: github.event_name == 'push'`. If it is meant, set allow-pull-requests: true.",
  });
}

/**
 * The same in other pipelines, as they tell it themselves. Pure. Source: GitLab, "Predefined CI/CD variables reference"; Azure
 * Pipelines, "Use predefined variables"; Jenkins, "Pipeline Multibranch", environment of change requests.
 */
function causeElsewhere(variables: Variables): string | null {
  const { CI_PIPELINE_SOURCE: gitlab, BUILD_REASON: azure, CHANGE_ID: jenkins } = variables;
  if (gitlab === "merge_request_event" || gitlab === "external_pull_request_event")
    return `GitLab says ${gitlab}`;
  if (azure === "PullRequest") return "Azure Pipelines says PullRequest";
  return jenkins && variables.JENKINS_URL ? `Jenkins builds change ${jenkins}` : null;
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
