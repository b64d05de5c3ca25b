import {
  allowedHosts,
  CONNECTION_VARIABLES,
  ConfigError,
  type ConnectionSetting,
  type Login,
  loginOf,
  marksOf,
  needsOf,
  percentDecoded,
  type Sensor,
  signInWays,
  systemAuthorities,
} from "../../core/index.ts";
import { inputFault, type ReadInput, textOrNull, wholeNumber } from "./forms.ts";
import { readSensors, sensorSecrets } from "./sensors.ts";

/** Environment variables as this process was given them; only the entry point reads the real ones. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Settings that are inputs, and environment variables for who shares them between steps, by core's names. The input wins. */
const SETTINGS = {
  "base-url": "baseUrl",
  "customer-uri": "customerUri",
  username: "username",
  password: "password",
  "client-id": "clientId",
  "client-secret": "clientSecret",
  "token-url": "tokenUrl",
  "client-certificate": "clientCertificate",
  "client-key": "clientKey",
  "ca-certificates": "caCertificates",
} as const satisfies Readonly<Record<string, ConnectionSetting>>;

type SettingName = keyof typeof SETTINGS;
const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[]; // the record's own keys
const NAMES = new Map<ConnectionSetting, SettingName>(SETTING_NAMES.map((name) => [SETTINGS[name], name]));

function inputOf(setting: ConnectionSetting): SettingName {
  // The record has them all.
  return NAMES.get(setting) ?? "base-url";
}

function variableOf(name: SettingName): string {
  return CONNECTION_VARIABLES[SETTINGS[name]];
}

/** Their values are masked before anything else happens. */
const SECRET_SETTINGS = ["password", "client-secret", "client-key"] as const;

/** How SCM is reached and as whom. */
export interface ConnectionInputs {
  readonly baseUrl: string | null;
  /** Null when what it needs is missing: then `missing` says what. */
  readonly login: Login | null;
  readonly missing: readonly string[];
  readonly allowedHosts: readonly string[];
  /** Ways out, tried in this order; none: straight. */
  readonly sensors: readonly Sensor[];
  /** Authorities beside the system's: those of the workflow, and those of who runs the machine. PEM. */
  readonly caCertificatesPem: string | null;
  readonly systemAuthoritiesPem: string | null;
  readonly maxParallelRequests: number | null;
}

/** Every secret value that inputs and environment hold, to be masked line by line before its first use. */
export function secretsOf(read: ReadInput, variables: Variables): readonly string[] {
  const values = SECRET_SETTINGS.flatMap((name) => [read(name), variables[variableOf(name)] ?? ""]);
  const others = ["pkcs12-password", "github-token"].map(read);
  const all = [
    ...values,
    ...others,
    ...sensorSecrets(read),
    ...addressSecrets(variables),
    variables.PGPASSWORD ?? "",
  ];
  return all.filter((value) => value !== "");
}

/** Passwords in the addresses of the usual proxy variables and of a database, as they stand there and as they are meant. */
function addressSecrets(variables: Variables): readonly string[] {
  return ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "SECTIGO_INVENTORY_STORE"].flatMap(
    (name) => {
      const [, password = ""] =
        /^[^@]*:([^@:]*)@/.exec((variables[name] ?? "").replace(/^\w+:\/\//, "")) ?? [];
      return [password, percentDecoded(password)];
    },
  );
}

/** Reads a file that the environment names; only the entry point touches the disk. @throws when it can't be read */
export type ReadFile = (path: string) => string;

/** @throws ConfigError when two ways to sign in are set at once, or a file can't be read */
export function readConnection(read: ReadInput, variables: Variables, readFile: ReadFile): ConnectionInputs {
  const settings = new Map<SettingName, string>();
  for (const name of SETTING_NAMES) {
    const value = textOrNull(read, name) ?? given(variables, name);
    if (value !== null) settings.set(name, value);
  }
  const kind = chooseWay((name) => textOrNull(read, name) !== null, settings);
  const missing = needsOf(kind)
    .map(inputOf)
    .filter((name) => !settings.has(name));
  return {
    baseUrl: settings.get("base-url") ?? null,
    login: missing.length === 0 ? loginOf(kind, (setting) => settings.get(inputOf(setting))) : null,
    missing,
    allowedHosts: allowedHosts(variables),
    sensors: readSensors(read),
    ...readAuthorities(read, variables, readFile),
    maxParallelRequests: wholeNumber(read, "max-parallel-requests", 1),
  };
}

/** A file that was read into a variable ends with a new line, which is not part of a password. */
function given(variables: Variables, name: SettingName): string | null {
  return variables[variableOf(name)]?.trim() || null;
}

/** An input is the workflow's word, which proxies must be listed for; the environment is the operator's. */
function readAuthorities(read: ReadInput, variables: Variables, readFile: ReadFile) {
  const pem = (text: string | null): string | null =>
    text === null || text.includes("-----BEGIN") ? text : authorityFile(text, readFile);
  const ofInput = pem(textOrNull(read, "ca-certificates"));
  const ofVariable = ofInput === null ? pem(given(variables, "ca-certificates")) : null;
  const ofOperator = [ofVariable, systemAuthorities(variables, readFile)].filter((text) => text !== null);
  return { caCertificatesPem: ofInput, systemAuthoritiesPem: ofOperator.join("\n") || null };
}

function authorityFile(path: string, readFile: ReadFile): string {
  try {
    return readFile(path);
  } catch {
    // The reason would say no more than the path, which may stand in for a PEM text that lost its first line.
    throw inputFault(
      "ca-certificates",
      "it is neither PEM text nor a file that can be read",
      "Give PEM text, or the path of a file with it.",
    );
  }
}

/** What is given by input decides before the environment, so that a job's variables do not get in the way of a step. */
function chooseWay(
  isInput: (name: SettingName) => boolean,
  settings: ReadonlyMap<SettingName, string>,
): Login["kind"] {
  const found = signInWays((setting) => {
    const name = inputOf(setting);
    if (!settings.has(name)) return null;
    return isInput(name) ? "given" : "environment";
  });
  const [chosen = "password", other] = found;
  if (other === undefined) return chosen;
  throw inputFault(
    marksOf(other).map(inputOf)[0] ?? other,
    `it is set together with ${marksOf(chosen).map(inputOf).join(" and ")}, which are two ways to sign in`,
    "Keep one: a password, a client certificate with its key, or a client id with its secret.",
  );
}

export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

const SECRETS: ReadonlySet<string> = new Set([...SECRET_SETTINGS, "pkcs12-password"]);

/** What to do about a setting that is missing; names the place to set it. */
export function howToSet(name: string): string {
  const upper = name.toUpperCase().replaceAll("-", "_");
  return SECRETS.has(name)
    ? `Add a secret SECTIGO_${upper} (Settings, Secrets and variables, Actions) and pass it: ${name}: \${{ secrets.SECTIGO_${upper} }}; outside GitHub set the environment variable SECTIGO_${upper}.`
    : `Set the input ${name}, or the environment variable ${isSetting(name) ? variableOf(name) : `SECTIGO_${upper}`}.`;
}

/** All at once: who has forgotten one has often forgotten three. */
export function missingSettings(names: readonly string[]): ConfigError {
  const isAre = names.length === 1 ? "is" : "are";
  return new ConfigError(`sign in to SCM: ${names.join(", ")} ${isAre} missing`, {
    code: "config.setting_missing",
    path: names[0],
    hint:
      `${names.map(howToSet).join(" ")} In pull requests from forks GitHub hands out no secrets, and a secret of an ` +
      "environment needs the job's `environment:`.",
  });
}
