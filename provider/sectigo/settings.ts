import { ConfigError, judgeBaseUrl } from "../../core/index.ts";
import { type Diagnostic, error } from "../framework/diagnostics.ts";
import { path } from "../framework/path.ts";
import { Unknown } from "../framework/value.ts";

/** Environment variables as this process was given them; only the entry point reads the real ones. */
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/** Settings of the provider block that also come from the environment. */
const VARIABLES = {
  base_url: "SECTIGO_BASE_URL",
  customer_uri: "SECTIGO_CUSTOMER_URI",
  username: "SECTIGO_USERNAME",
  password: "SECTIGO_PASSWORD",
} as const;

type SettingName = keyof typeof VARIABLES;

/** A setting and where it came from, for messages that must say which of two places to mend. */
export interface Setting {
  readonly value: string;
  readonly source: string;
}

export type Settings = Readonly<Record<SettingName, Setting>>;

const DEFAULT_BASE_URL = "https://cert-manager.com";

/**
 * The provider block wins over the environment; an empty variable counts as absent.
 * @throws ConfigError naming the first setting that is found in neither place
 */
export function resolveSettings(
  block: Readonly<Record<SettingName, string | null>>,
  variables: EnvironmentVariables,
): Settings {
  const find = (name: SettingName): Setting | null => {
    const given = block[name];
    if (given !== null) return { value: given, source: `"${name}" in the provider block` };
    const variable = variables[VARIABLES[name]];
    return variable ? { value: variable, source: `environment variable ${VARIABLES[name]}` } : null;
  };
  return {
    base_url: find("base_url") ?? { value: DEFAULT_BASE_URL, source: "the default" },
    customer_uri: find("customer_uri") ?? missing("customer_uri"),
    username: find("username") ?? missing("username"),
    password: find("password") ?? missing("password"),
  };
}

/** Hosts that the operator allows beside Sectigo's own and loopback. HCL can't widen them. */
export function allowedHosts(variables: EnvironmentVariables): readonly string[] {
  const list = variables.SECTIGO_ALLOWED_HOSTS ?? "";
  return list
    .split(",")
    .map((host) => host.trim())
    .filter((host) => host !== "");
}

/** Judges `base_url` while validating, so that a wrong address is refused before anything is sent to it. */
export function judgeAddress(
  baseUrl: string | Unknown | null,
  variables: EnvironmentVariables,
): readonly Diagnostic[] {
  if (baseUrl === null || baseUrl instanceof Unknown) return [];
  const verdict = judgeBaseUrl(baseUrl, allowedHosts(variables));
  return verdict.ok
    ? []
    : [error("base_url is refused", `${verdict.reason}. ${verdict.hint}`, path("base_url"))];
}

/**
 * `SECTIGO_TEST_CLOCK`: the instant at which the clock stands still, for tests.
 * @throws ConfigError when it is no instant
 */
export function testInstant(variables: EnvironmentVariables): Date | null {
  const text = variables.SECTIGO_TEST_CLOCK;
  if (!text) return null;
  const instant = new Date(text);
  if (!Number.isNaN(instant.getTime())) return instant;
  throw new ConfigError(`read SECTIGO_TEST_CLOCK: ${JSON.stringify(text)} is no instant`, {
    code: "config.test_clock",
    hint: "Write it like 2026-03-16T00:00:00Z, or unset it.",
  });
}

function missing(name: SettingName): never {
  const where =
    name === "password"
      ? `Set ${VARIABLES[name]}, or "password" from an ephemeral variable, so that it stands in no file.`
      : `Set "${name}" in the provider block, or ${VARIABLES[name]}.`;
  throw new ConfigError(`configure the provider: ${name} is missing`, {
    code: `config.${name}_missing`,
    path: name,
    hint: where,
  });
}
