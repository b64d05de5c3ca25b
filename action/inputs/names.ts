import { type ConfigError, nearest } from "../../core/index.ts";
import type { Variables } from "./connection.ts";
import { inputFault } from "./forms.ts";

/** Inputs that mean nothing unless a key is made here. */
export const INPUTS_OF_KEY = [
  "common-name",
  "agent-directory",
  "pkcs12-password",
  "key-mode",
  "keep-key",
  "on-lost-key",
  "hook",
  "hook-timeout",
  "location",
  "endpoint",
  "endpoint-timeout",
] as const;

/** All inputs, as in action.yml, which a test compares. */
export const INPUT_NAMES: readonly string[] = [
  "command",
  "base-url",
  "customer-uri",
  "username",
  "password",
  "client-certificate",
  "client-key",
  "client-id",
  "client-secret",
  "token-url",
  "ca-certificates",
  "sensors",
  "max-parallel-requests",
  "csr",
  "if-no-files-found",
  "organization",
  "profile",
  "subject-alternative-names",
  "term-days",
  "trust-type",
  "external-requesters",
  "custom-fields",
  "comments",
  "allowed-names",
  "common-name-from-san",
  "skip-validation-check",
  "renew-before",
  "on-existing",
  "order-scope",
  "order-key",
  "adopt-within",
  "max-orders",
  "wait",
  "on-pending",
  "fail-below-days",
  "on-mismatch",
  "preferred-chain",
  "key",
  ...INPUTS_OF_KEY,
  "output-directory",
  "formats",
  "name",
  "certificate-mode",
  "github-token",
  "comment",
  "fail-on",
  "if-unreachable",
  "ssl-id",
  "reason",
  "reason-text",
  "max-revocations",
  "certificate-types",
  "statuses",
  "organization-ids",
  "include-discovered",
  "include-expired",
  "include-revoked",
  "view",
  "views",
  "rules",
  "store",
  "refresh",
  "write-back",
  "write-to",
  "max-writes",
  "require-complete",
  "expires-within-days",
  "limit",
  "show-persons",
  "html",
  "json",
  "openmetrics",
  "ical",
  "report",
  "allow-pull-requests",
  "business-unit",
  "business-units",
  "business-units-by-organization",
];

/**
 * Variables of this form that no workflow has given: the runner takes `args` and `entryPoint` of container actions out of
 * `with:`, and desktops name the way to type letters. Source: actions/runner, docs of `runs.args`; the X Input Method.
 */
const OTHERS: ReadonlySet<string> = new Set(["ARGS", "ENTRYPOINT", "METHOD"]);

/** Inputs whose default acts: given empty, as by an expression that came out empty, they do not take it. */
const ACTING = ["command", "reason"] as const;

/**
 * Inputs that are given and not known, or given empty where the default would act. The runner warns of the first and passes
 * them on as `INPUT_<NAME>`; a bound that is misspelt would bound nothing.
 */
export function judgePresence(variables: Variables): readonly ConfigError[] {
  const given = Object.keys(variables).flatMap((name) => (name.startsWith("INPUT_") ? [name.slice(6)] : []));
  const known = new Set(INPUT_NAMES.map((name) => name.toUpperCase()));
  const unknown = given.filter((name) => !known.has(name) && !OTHERS.has(name)).sort();
  return [
    ...unknown.map((name) => unknownInput(name.toLowerCase())),
    ...ACTING.filter((name) => isEmpty(variables, name)).map((name) =>
      inputFault(
        name,
        "it is there and empty",
        `Leave ${name} out for its default, or see why its expression comes out empty. Nothing was done.`,
      ),
    ),
  ];
}

/** A reason counts only where something is revoked. */
function isEmpty(variables: Variables, name: (typeof ACTING)[number]): boolean {
  const text = variables[`INPUT_${name.toUpperCase()}`];
  if (text === undefined || text.trim() !== "") return false;
  return name === "command" || variables.INPUT_COMMAND?.trim().toLowerCase() === "revoke";
}

function unknownInput(name: string): ConfigError {
  const [near] = nearest(name, INPUT_NAMES, 1);
  return inputFault(
    name,
    "there is no such input",
    near === undefined ? "See action/README.md for those there are; remove it." : `Did you mean ${near}?`,
  );
}
