import type { Variables } from "./inputs/connection.ts";

/**
 * What tells orders of this repository from those of others: `github.com/example/infra`. Null outside of GitHub, where
 * only a scope that is given tells.
 */
export function repositoryScope({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: name,
}: Variables): string | null {
  if (!name) return null;
  return `${URL.canParse(server ?? "") ? new URL(server ?? "").host : "github.com"}/${name}`;
}
