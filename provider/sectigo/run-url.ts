import type { EnvironmentVariables } from "./settings.ts";

/** Variables in which CI systems give the address of the run, in their own words. */
const DIRECT = ["CI_JOB_URL", "BUILD_URL", "CIRCLE_BUILD_URL", "BUILDKITE_BUILD_URL", "TRAVIS_JOB_WEB_URL"];

/**
 * Address of the CI run that this process is part of, to be shown in SCM beside an order; null outside of CI.
 * Sources: the CI systems' lists of predefined variables (GitHub Actions, GitLab CI, Jenkins, CircleCI, Buildkite, Travis,
 * Azure Pipelines).
 */
export function runUrl(variables: EnvironmentVariables): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = variables;
  if (server && repository && run) return `${server}/${repository}/actions/runs/${run}`;
  const { SYSTEM_COLLECTIONURI: azure, SYSTEM_TEAMPROJECT: project, BUILD_BUILDID: build } = variables;
  if (azure && project && build) return `${azure}${project}/_build/results?buildId=${build}`;
  return DIRECT.map((name) => variables[name]).find((value) => value) ?? null;
}
