import { parseArgs } from "node:util";
import { type ConfigError, nearest } from "../../core/index.ts";
import { isSetting, type Variables } from "../inputs/connection.ts";
import { inputFault, type ReadInput } from "../inputs/forms.ts";
import { INPUT_NAMES } from "../inputs/names.ts";

/** What GitHub alone has. */
const OF_GITHUB: ReadonlySet<string> = new Set(["github-token", "comment"]);
/** A command line is seen by every user of a machine, and kept in its history. */
export const SECRETS: ReadonlySet<string> = new Set([
  ...["password", "client-secret", "client-key", "pkcs12-password", "sensors"],
]);
/** Variables of these names have a meaning of their own, in every surrounding. */
const OWN_VARIABLE: ReadonlySet<string> = new Set(["order-scope", "business-units"]);
const REPORTS = ["markdown-report", "json-report"] as const;

/** Inputs that a command line has beside its command. */
export const FLAG_NAMES: readonly string[] = INPUT_NAMES.filter(
  (name) => name !== "command" && !OF_GITHUB.has(name),
);
const KNOWN: readonly string[] = [...FLAG_NAMES, ...REPORTS];

/** A command line, read together with the environment. */
interface PlainArguments {
  readonly read: ReadInput;
  readonly faults: readonly ConfigError[];
  /** `--help`, `--version`, or no command at all. */
  readonly asks: "help" | "version" | "no_command" | null;
  readonly reports: Readonly<Record<(typeof REPORTS)[number], string | null>>;
}

/** Name of the variable that stands in for an option. */
export function variableOf(name: string): string {
  return `SECTIGO_${name.toUpperCase().replaceAll("-", "_")}`;
}

/**
 * `enroll --csr a.csr --csr b.csr`: an option that is given several times has several lines. What no option gives is taken
 * from `SECTIGO_<NAME>`. Pure.
 */
export function readArguments(args: readonly string[], variables: Variables): PlainArguments {
  const options = Object.fromEntries(
    KNOWN.map((name) => [name, { type: "string", multiple: true }] as const),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...options, help: { type: "boolean", short: "h" }, version: { type: "boolean" } },
    ...{ strict: false, allowPositionals: true, tokens: true },
  });
  const given = new Map<string, string[]>();
  const words: string[] = [];
  const faults: ConfigError[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const fault = faultOf(token);
    if (fault !== null) faults.push(fault);
    else given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ""]);
  }
  const [command = variables.SECTIGO_COMMAND?.trim() ?? "", ...more] = words;
  // An option that is not known takes no value, so that its value would be told as well.
  if (more.length > 0 && faults.length === 0)
    faults.push(
      inputFault(
        "command",
        `${JSON.stringify(more[0])} follows it`,
        "Give one command, then --name value. Put a pattern in quotes, or the shell makes several words of it: --csr 'certs/*.csr'.",
      ),
    );
  const read: ReadInput = (name) => {
    if (name === "command") return command;
    if (OF_GITHUB.has(name)) return "";
    // Those of the sign-in and of guards are read from the environment where they are judged.
    const isJudgedThere = isSetting(name) || OWN_VARIABLE.has(name);
    return given.get(name)?.join("\n") ?? (isJudgedThere ? "" : (variables[variableOf(name)] ?? ""));
  };
  const wants = (name: string): boolean => given.has(name);
  return {
    ...{ read, faults: [...faults, ...misspelt(variables)] },
    asks: wants("help") ? "help" : wants("version") ? "version" : command === "" ? "no_command" : null,
    reports: {
      "markdown-report": read("markdown-report").trim() || null,
      "json-report": read("json-report").trim() || null,
    },
  };
}

function faultOf({ name, value }: { readonly name: string; readonly value?: string | undefined }) {
  if (name === "help" || name === "h" || name === "version") return null;
  if (SECRETS.has(name))
    return inputFault(
      name,
      "a command line is not a place for a secret: every user of the machine sees it",
      `Set the environment variable ${variableOf(name)}.`,
    );
  if (!KNOWN.includes(name)) {
    const [near] = nearest(name, KNOWN, 1);
    return inputFault(
      name,
      "there is no such option",
      near === undefined ? "See --help." : `Did you mean --${near}?`,
    );
  }
  return value === undefined
    ? inputFault(
        name,
        "no value follows it",
        `Write --${name}=VALUE; a value that begins with a dash needs the =.`,
      )
    : null;
}

/** A bound that is misspelt would bound nothing. Only what is nearly an option's name is told: others' variables are others'. */
function misspelt(variables: Variables): readonly ConfigError[] {
  const known = new Set([...KNOWN, "command"].map(variableOf));
  return Object.keys(variables)
    .filter((name) => name.startsWith("SECTIGO_") && !known.has(name) && !OTHERS.has(name))
    .flatMap((name) => {
      const bare = name.slice("SECTIGO_".length).toLowerCase().replaceAll("_", "-");
      const [near] = nearest(bare, KNOWN, 1);
      return near === undefined
        ? []
        : [inputFault(bare, `nothing reads the variable ${name}`, `Did you mean ${variableOf(near)}?`)];
    });
}

/** Read by the product beside those of options. */
const OTHERS: ReadonlySet<string> = new Set([
  ...["SECTIGO_ALLOWED_HOSTS", "SECTIGO_ORDER_SCOPE", "SECTIGO_BUSINESS_UNITS", "SECTIGO_INVENTORY_STORE"],
  ...["SECTIGO_TEST_CLOCK", "SECTIGO_SHUT_OUT_PASSWORD"],
]);
