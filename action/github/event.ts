import { readFile } from "node:fs/promises";
import type { Variables } from "../inputs/connection.ts";

/** Members of an object of which nothing is known; none where there is no object. */
export type Members = Readonly<Record<string, unknown>>;

/** The event that started the run; empty where there is no file, or one that is damaged. */
export async function parsedEvent({ GITHUB_EVENT_PATH: path }: Variables): Promise<Members> {
  return path ? members(await readFile(path, "utf8").then(parsed, () => null)) : {};
}

/** The file is GitHub's own; one that is damaged is as good as none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function members(value: unknown): Members {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
