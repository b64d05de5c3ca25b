import { getOctokit } from "@actions/github";
import { cutAtLine } from "../summary.ts";
import type { GithubAccess } from "./access.ts";
import type { PullRequest } from "./pull-request.ts";

/** What became of the comment. `not_allowed`: the token only reads, as in pull requests from forks. */
export type Posted = "created" | "updated" | "unchanged" | "not_allowed";

/** GitHub takes 65,536 characters; an octet is never more than one. */
const LARGEST_OCTETS = 65_000;

const COMMENTS = `query($owner: String!, $repository: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repository) {
    pullRequest(number: $number) {
      comments(first: 100, after: $after) {
        nodes { databaseId body viewerDidAuthor }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

interface CommentPage {
  readonly repository: {
    readonly pullRequest: {
      readonly comments: {
        readonly nodes: readonly {
          readonly databaseId: number;
          readonly body: string;
          readonly viewerDidAuthor: boolean;
        }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  };
}

/**
 * Puts a comment on a pull request, in place of the one that an earlier run has put there under the same key. Only comments
 * of this token's own account count: another account's with our mark in it would put our words under their name.
 * @param key tells several checks of one pull request apart
 * @throws whatever the network throws; GitHub's refusal to write is an outcome
 */
export async function postSticky(
  pull: PullRequest,
  { key, body }: { readonly key: string; readonly body: string },
  { token, apiUrl, signal }: GithubAccess,
): Promise<Posted> {
  const octokit = getOctokit(token, apiUrl ? { baseUrl: apiUrl } : {});
  const mark = `<!-- sectigo-check: ${key.replace(/[^\w .-]/g, "_").replaceAll("--", "__")} -->`;
  const text = `${mark}\n${cutAtLine(body, LARGEST_OCTETS, "… cut here: the job's summary has all of it.")}`;
  const request = { signal };
  const place = { owner: pull.owner, repo: pull.repository };
  try {
    const own = await findOwn(octokit, pull, { mark, signal });
    if (own?.body === text) return "unchanged";
    if (own === null) {
      await octokit.rest.issues.createComment({ ...place, issue_number: pull.number, body: text, request });
      return "created";
    }
    await octokit.rest.issues.updateComment({ ...place, comment_id: own.databaseId, body: text, request });
    return "updated";
  } catch (thrown) {
    if (isRefusal(thrown)) return "not_allowed";
    throw thrown;
  }
}

async function findOwn(
  octokit: ReturnType<typeof getOctokit>,
  pull: PullRequest,
  { mark, signal }: { readonly mark: string; readonly signal: AbortSignal },
) {
  const { owner, repository, number } = pull;
  let after: string | null = null;
  do {
    const page: CommentPage = await octokit.graphql<CommentPage>(COMMENTS, {
      owner,
      repository,
      number,
      after,
      request: { signal },
    });
    const { nodes, pageInfo } = page.repository.pullRequest.comments;
    const own = nodes.find(({ body, viewerDidAuthor }) => viewerDidAuthor && body.startsWith(mark));
    if (own !== undefined) return own;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return null;
}

/** 401 and 403 for a token that may not; 404 where GitHub hides that there is something. */
function isRefusal(thrown: unknown): boolean {
  const status = thrown instanceof Error && "status" in thrown ? thrown.status : undefined;
  if (status === 401 || status === 403 || status === 404) return true;
  // GraphQL answers 200 with an error of this type.
  return thrown instanceof Error && /Resource not accessible|FORBIDDEN/.test(thrown.message);
}
