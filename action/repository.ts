import type { Variables } from "./inputs/connection.ts";

/** The scope of a repository, and what it was called before. */
interface RepositoryScope {
  readonly scope: string;
  readonly former: readonly string[];
}

/**
 * What tells orders of this repository from those of others: `github.com/repositories/1296269`, by the id that stays
 * when a repository is renamed or transferred (GitHub's documentation of variables, GITHUB_REPOSITORY_ID). Orders of runs that knew
 * the name alone, `github.com/example/infra`, are found by it. Null outside of GitHub, where only a scope that is given tells.
 */
export function repositoryScope({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: name,
  GITHUB_REPOSITORY_ID: id,
}: Variables): RepositoryScope | null {
  if (!name) return null;
  const host = URL.canParse(server ?? "") ? new URL(server ?? "").host : "github.com";
  const named = `${host}/${name}`;
  return id ? { scope: `${host}/repositories/${id}`, former: [named] } : { scope: named, former: [] };
}
