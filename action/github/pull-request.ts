import { readFile } from "node:fs/promises";
import type { Variables } from "../inputs/connection.ts";

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
  const { GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: name } = variables;
  if (!path || !name) return null;
  const event = members(await readFile(path, "utf8").then(parsed, () => null));
  const pull = members(event.pull_request);
  const [owner, repository] = name.split("/");
  if (typeof pull.number !== "number" || !owner || !repository) return null;
  const head = members(members(pull.head).repo);
  return { owner, repository, number: pull.number, isFromFork: head.full_name !== name };
}

/** The file is GitHub's own; one that is damaged is as good as none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
