import { ConfigError, DEFAULT_BASE_URL, judgeBaseUrl } from "../../core/index.ts";
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

/** A setting and where it came from, for messages that must say which of several places to mend. */
interface Setting {
  readonly value: string;
  /** Completes "it comes from …". */
  readonly source: string;
}

export type Settings = Readonly<Record<SettingName, Setting>>;

/**
 * The provider block wins over the environment; an empty variable counts as absent.
 * @throws ConfigError naming every setting that is found in neither place
 */
export function resolveSettings(
  block: Readonly<Record<SettingName, string | null>>,
  variables: EnvironmentVariables,
): Settings {
  const find = (name: SettingName): Setting | null => {
    const given = block[name];
    return given === null ? fromEnvironment(name, variables) : { value: given, source: "the provider block" };
  };
  const credentials = {
    customer_uri: find("customer_uri"),
    username: find("username"),
    password: find("password"),
  };
  const { customer_uri, username, password } = credentials;
  if (customer_uri === null || username === null || password === null) throw missingSettings(credentials);
  const base_url = find("base_url") ?? { value: DEFAULT_BASE_URL, source: "the default" };
  return { base_url, customer_uri, username, password };
}

function fromEnvironment(name: SettingName, variables: EnvironmentVariables): Setting | null {
  const value = variables[VARIABLES[name]];
  return value ? { value, source: `the environment variable ${VARIABLES[name]}` } : null;
}

/** All at once: who has forgotten one has often forgotten three. */
function missingSettings(credentials: Readonly<Partial<Record<SettingName, Setting | null>>>): ConfigError {
  // Object.keys widens; these are the names that were handed in.
  const names = (Object.keys(credentials) as SettingName[]).filter((name) => credentials[name] === null);
  const verb = names.length === 1 ? "is" : "are";
  return new ConfigError(`configure the provider: ${names.join(", ")} ${verb} missing`, {
    code: "config.setting_missing",
    path: names[0],
    hint: names.map(howToSet).join(" "),
  });
}

function howToSet(name: SettingName): string {
  return name === "password"
    ? `Set ${VARIABLES[name]}, or "password" from an ephemeral variable, so that it stands in no file.`
    : `Set "${name}" in the provider block, or ${VARIABLES[name]}.`;
}

/** Hosts that the operator allows beside Sectigo's own and loopback. HCL can't widen them. */
export function allowedHosts(variables: EnvironmentVariables): readonly string[] {
  const list = variables.SECTIGO_ALLOWED_HOSTS ?? "";
  return list
    .split(",")
    .map((host) => host.trim())
    .filter((host) => host !== "");
}

/** Judges the address while validating, so that a wrong one is refused before anything is sent to it. */
export function judgeAddress(
  baseUrl: string | Unknown | null,
  variables: EnvironmentVariables,
): readonly Diagnostic[] {
  if (baseUrl instanceof Unknown) return [];
  const setting =
    baseUrl === null
      ? fromEnvironment("base_url", variables)
      : { value: baseUrl, source: "the provider block" };
  if (setting === null) return [];
  const verdict = judgeBaseUrl(setting.value, allowedHosts(variables));
  if (verdict.ok) return [];
  const detail = `${verdict.hint}\n\nThe value of base_url comes from ${setting.source}.`;
  return [error(`base_url is refused: ${verdict.reason}`, detail, path("base_url"))];
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
