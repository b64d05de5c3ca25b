import type { Variables } from "../inputs/connection.ts";
import { members, parsedEvent } from "./event.ts";

/** The pull request that a run belongs to. */
export interface PullRequest {
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
  /** Last commit of its branch; null where the event does not say. */
  readonly commit: string | null;
  /** From another repository: then GitHub hands out no secrets and a token that only reads. */
  readonly isFromFork: boolean;
}

/**
 * Reads it from the event; null when the run has another cause.
 * Source: GitHub's documentation of webhook events, `pull_request`.
 */
export async function readPullRequest(variables: Variables): Promise<PullRequest | null> {
  const { GITHUB_REPOSITORY: name } = variables;
  if (!name) return null;
  const pull = members((await parsedEvent(variables)).pull_request);
  const [owner, repository] = name.split("/");
  if (typeof pull.number !== "number" || !owner || !repository) return null;
  const { repo, sha } = members(pull.head);
  const commit = typeof sha === "string" ? sha : null;
  return { owner, repository, number: pull.number, commit, isFromFork: members(repo).full_name !== name };
}

/**
 * Why GitHub has handed out no secrets to this run; null where it has, so that one that is missing is a mistake. A run of
 * `pull_request_target` has them. Source: GitHub's documentation "Using secrets in GitHub Actions" and "Dependabot on GitHub
 * Actions".
 */
export async function whySecretsAreWithheld(variables: Variables): Promise<string | null> {
  const { GITHUB_ACTOR: actor, GITHUB_EVENT_NAME: event = "" } = variables;
  const pull = await readPullRequest(variables);
  if (pull === null || event === "pull_request_target") return null;
  if (pull.isFromFork) return "The pull request comes from a fork";
  return actor === "dependabot[bot]" ? "The pull request is Dependabot's" : null;
}
