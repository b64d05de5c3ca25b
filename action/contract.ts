/**
 * `npm run contract -- --base-url URL …`: asks a real or fake SCM how it reads what the documents leave open, and writes a
 * report. It only reads, unless `--with-orders` names for whom it may order; then it asks first.
 */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import {
  assumptionsTable,
  CONNECTION_VARIABLES,
  type ConnectionSetting,
  contractReport,
  type Login,
  loginOf,
  needsOf,
  runContract,
  SectigoError,
  signInWays,
  systemClock,
  unusual,
} from "../core/index.ts";
import { VERSION } from "./version.ts";
import { WORDS } from "./words.ts";

const HELP = `Asks SCM how it reads what the documents leave open. Reads only, unless told otherwise.

  --base-url URL             address of SCM; default https://cert-manager.com
  --customer-uri TEXT        customer; or SECTIGO_CUSTOMER_URI
  --username TEXT            administrator; or SECTIGO_USERNAME. Password: SECTIGO_PASSWORD only
  --report FILE              where to write the report (Markdown); default contract.md
  --with-orders              order, renew, replace and revoke some twenty certificates, after a question
    --organization ID          for this organization or department
    --profile ID               with this SCM profile
    --term DAYS                of this validity
    --domain NAME              with names below this validated domain
    --yes                      without the question
  --assumptions              print the table of docs/scm-assumptions.md, and end
  --shut-out-username TEXT   a suspended administrator; password: SECTIGO_SHUT_OUT_PASSWORD

A token instead: SECTIGO_CLIENT_ID, SECTIGO_CLIENT_SECRET, SECTIGO_TOKEN_URL; or a client certificate:
SECTIGO_CLIENT_CERTIFICATE and SECTIGO_CLIENT_KEY beside customer and username. More hosts: SECTIGO_ALLOWED_HOSTS.
`;

// biome-ignore lint/style/noProcessEnv: an entry point
const variables = process.env;

const { values } = parseArgs({
  options: {
    "base-url": { type: "string" },
    "customer-uri": { type: "string" },
    username: { type: "string" },
    report: { type: "string", default: "contract.md" },
    "with-orders": { type: "boolean", default: false },
    organization: { type: "string" },
    profile: { type: "string" },
    term: { type: "string" },
    domain: { type: "string" },
    yes: { type: "boolean", default: false },
    "shut-out-username": { type: "string" },
    assumptions: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function login(): Login {
  const given: Partial<Record<ConnectionSetting, string | undefined>> = {
    customerUri: values["customer-uri"],
    username: values.username,
  };
  const settingOf = (setting: ConnectionSetting): string | undefined =>
    given[setting] ?? (variables[CONNECTION_VARIABLES[setting]] || undefined);
  const [kind = "password", other] = signInWays((setting) =>
    settingOf(setting) === undefined ? null : "environment",
  );
  if (other !== undefined) throw new TypeError(`keep one way to sign in: ${kind} or ${other}`);
  const missing = needsOf(kind).filter((setting) => settingOf(setting) === undefined);
  if (missing.length === 0) return loginOf(kind, settingOf);
  throw new TypeError(`missing: ${missing.map((setting) => CONNECTION_VARIABLES[setting]).join(", ")}`);
}

function shutOutLogin() {
  const username = values["shut-out-username"];
  const password = variables.SECTIGO_SHUT_OUT_PASSWORD ?? "";
  const customerUri = values["customer-uri"] ?? variables[CONNECTION_VARIABLES.customerUri] ?? "";
  return username === undefined
    ? undefined
    : ({ kind: "password", username, password, customerUri } as const);
}

function ordersOf() {
  if (!values["with-orders"]) return undefined;
  const [organizationId, profileId, termDays] = (["organization", "profile", "term"] as const).map(wholeOf);
  const domain = values.domain ?? "";
  if (domain === "") throw new TypeError("--with-orders needs --domain");
  const label = randomBytes(3).toString("hex");
  return {
    organizationId: organizationId ?? 0,
    profileId: profileId ?? 0,
    termDays: termDays ?? 0,
    ...{ domain, label },
  };
}

function wholeOf(name: "organization" | "profile" | "term"): number {
  const number = Number(values[name]);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new TypeError(`--with-orders needs --${name}, a whole number`);
}

/** Orders cost money, so a person says yes. */
async function confirm({ domain }: { readonly domain: string }): Promise<boolean> {
  if (values.yes) return true;
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(
    `This orders some twenty certificates below ${domain} and revokes them again. Type "order" to go on: `,
  );
  prompt.close();
  return answer.trim() === "order";
}

async function main(): Promise<number> {
  if (values.help) {
    say(HELP);
    return 0;
  }
  if (values.assumptions) {
    say(assumptionsTable());
    return 0;
  }
  const orders = ordersOf();
  if (orders !== undefined && !(await confirm(orders))) return 1;
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  const outcome = await runContract({
    client: {
      baseUrl: values["base-url"],
      allowedHosts: (variables.SECTIGO_ALLOWED_HOSTS ?? "").split(",").filter((host) => host !== ""),
      login: login(),
      variables,
    },
    shutOut: shutOutLogin(),
    orders,
    clock: systemClock(),
    signal: controller.signal,
    progress: ({ question }) => say(`… ${question}`),
  });
  writeFileSync(values.report, contractReport(outcome, VERSION));
  const seen = outcome.findings.filter(({ reading }) => reading !== null).length;
  say(
    `${seen} of ${outcome.findings.length} points seen, ${unusual(outcome).length} unusual: ${values.report}`,
  );
  return outcome.leftBehind.length === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    if (thrown instanceof SectigoError) say(thrown.messageIn(WORDS));
    else say(thrown instanceof TypeError ? thrown.message : String(thrown));
    if (thrown instanceof SectigoError) say(thrown.hintIn(WORDS));
    process.exitCode = 1;
  },
);
