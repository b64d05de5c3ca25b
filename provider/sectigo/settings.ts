import {
  allowedHosts,
  CONNECTION_VARIABLES,
  ConfigError,
  type ConnectionSetting,
  type EnvironmentVariables,
  judgeBaseUrl,
  judgeHost,
} from "../../core/index.ts";
import { type Diagnostic, error } from "../framework/diagnostics.ts";
import { path } from "../framework/path.ts";
import { Unknown } from "../framework/value.ts";

/** Settings of the provider block that also come from the environment, by core's names. */
const SETTINGS = {
  base_url: "baseUrl",
  customer_uri: "customerUri",
  username: "username",
  password: "password",
  client_id: "clientId",
  client_secret: "clientSecret",
  token_url: "tokenUrl",
  client_certificate_pem: "clientCertificate",
  client_key_pem: "clientKey",
  ca_certificates_pem: "caCertificates",
} as const satisfies Readonly<Record<string, ConnectionSetting>>;

export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[]; // the record's own keys

const NAMES = new Map<ConnectionSetting, SettingName>(SETTING_NAMES.map((name) => [SETTINGS[name], name]));

/** What core calls a setting, in the provider block. */
export function argumentOf(setting: ConnectionSetting): SettingName {
  // The record has them all, or the base_url that a message names would be the wrong one.
  return NAMES.get(setting) ?? "base_url";
}

/** A setting and where it came from, for messages that must say which of several places to mend. */
interface Setting {
  readonly value: string;
  /** Completes "it comes from …". */
  readonly source: string;
}

/** `source` of what a configuration says, and no operator. */
export const BLOCK = "the provider block";

/** Those that are set; the others are absent. */
export type Settings = { readonly [K in SettingName]?: Setting };

/** Reads a file that the environment names; only the entry point touches the disk. @throws when it can't be read */
export type ReadFile = (path: string) => string;

/**
 * The provider block wins over the environment; an empty variable counts as absent.
 * @throws ConfigError when a file that a variable names can't be read
 */
export function resolveSettings(
  block: Readonly<Record<SettingName, string | null>>,
  variables: EnvironmentVariables,
  readFile: ReadFile,
): Settings {
  const found = SETTING_NAMES.flatMap((name) => {
    const given = block[name];
    const setting =
      given === null ? fromEnvironment(name, variables, readFile) : { value: given, source: BLOCK };
    return setting === null ? [] : [[name, setting] as const];
  });
  return Object.fromEntries(found);
}

export function variableOf(name: SettingName): string {
  return CONNECTION_VARIABLES[SETTINGS[name]];
}

function fromEnvironment(
  name: SettingName,
  variables: EnvironmentVariables,
  readFile: ReadFile,
): Setting | null {
  const variable = variableOf(name);
  const value = variables[variable];
  if (!value) return null;
  const source = `the environment variable ${variable}`;
  // What is PEM may be given as it is, or as the path of a file that holds it.
  if (!name.endsWith("_pem") || value.includes("-----BEGIN")) return { value, source };
  try {
    return { value: readFile(value), source: `the file that ${source} names` };
  } catch (thrown) {
    throw new ConfigError(`read the file that ${variable} names: it can't be read`, {
      code: "config.file_unreadable",
      path: name,
      hint: `Put PEM text, or the path of a file with it, into ${variable}.`,
      cause: thrown,
    });
  }
}

/**
 * Judges, while validating, every address that credentials would go to, so that a wrong one is refused before anything is
 * sent to it.
 */
export function judgeAddresses(
  block: { readonly base_url: string | Unknown | null; readonly token_url: string | Unknown | null },
  variables: EnvironmentVariables,
): readonly Diagnostic[] {
  const judged = { base_url: judgeBaseUrl, token_url: judgeHost };
  return (["base_url", "token_url"] as const).flatMap((name) => {
    const given = block[name];
    const value = given ?? (variables[variableOf(name)] || null);
    if (value === null || value instanceof Unknown) return [];
    const verdict = judged[name](value, allowedHosts(variables));
    if (verdict.ok) return [];
    const source = given === null ? `the environment variable ${variableOf(name)}` : BLOCK;
    const detail = `${verdict.hint}\n\nThe value of ${name} comes from ${source}.`;
    return [error(`${name} is refused: ${verdict.reason}`, detail, path(name))];
  });
}
