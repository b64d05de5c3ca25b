import { ConfigError } from "./errors.ts";

/** Environment variables as a process was given them; only entry points read the real ones. */
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

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

/** Hosts that the operator allows beside Sectigo's own and loopback. No configuration can widen them. */
export function allowedHosts({ SECTIGO_ALLOWED_HOSTS: list = "" }: EnvironmentVariables): readonly string[] {
  return list
    .split(",")
    .map((host) => host.trim())
    .filter((host) => host !== "");
}

/**
 * `SECTIGO_TEST_CLOCK`: the instant at which the clock stands still, for tests.
 * @throws ConfigError when it is not an instant
 */
export function testInstant({ SECTIGO_TEST_CLOCK: text }: EnvironmentVariables): Date | null {
  if (!text) return null;
  const instant = new Date(text);
  if (!Number.isNaN(instant.getTime())) return instant;
  throw new ConfigError(`read SECTIGO_TEST_CLOCK: ${JSON.stringify(text)} is not an instant`, {
    code: "config.test_clock",
    hint: "Write it like 2026-03-16T00:00:00Z, or unset it.",
  });
}
