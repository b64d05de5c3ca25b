import { getOctokit } from "@actions/github";
import type { GithubAccess } from "./access.ts";
import type { PullRequest } from "./pull-request.ts";

/** A file that a pull request deletes. A file that is moved is none. */
interface DeletedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/**
 * Text files that a pull request deletes, whole: GitHub shows the old lines of each. Binary ones are left out, as GitHub shows none.
 * Source: GitHub's REST reference, "List pull requests files".
 * @throws what GitHub or the network answers
 */
export async function deletedFiles(
  { owner, repository, number }: PullRequest,
  { token, apiUrl, signal }: GithubAccess,
): Promise<readonly DeletedFile[]> {
  const octokit = getOctokit(token, apiUrl ? { baseUrl: apiUrl } : {});
  const found: DeletedFile[] = [];
  // Page by page: octokit's own pagination drops the signal, so that it would wait for a GitHub that hangs.
  for (let page = 1, isLast = false; !isLast; page += 1) {
    const { data } = await octokit.rest.pulls.listFiles({
      ...{ owner, repo: repository, pull_number: number, per_page: PAGE, page, request: { signal } },
    });
    for (const { status, filename, patch } of data)
      if (status === "removed" && patch !== undefined) found.push({ path: filename, text: oldText(patch) });
    isLast = data.length < PAGE;
  }
  return found;
}

/** As many as GitHub gives at once. */
const PAGE = 100;

function oldText(patch: string): string {
  const lines = patch.split("\n").filter((line) => line.startsWith("-"));
  return `${lines.map((line) => line.slice(1)).join("\n")}\n`;
}
