import type { Variables } from "../inputs/connection.ts";
import { members, parsedEvent } from "./event.ts";

/** The pull request that a run belongs to. */
export interface PullRequest {
  readonly owner: string;
  readonly repository: string;
  readonly number: number;
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
  const head = members(members(pull.head).repo);
  return { owner, repository, number: pull.number, isFromFork: head.full_name !== name };
}
