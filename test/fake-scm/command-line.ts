import { parseArgs } from "node:util";
import { CHALLENGE_WAYS } from "./acme/orders.ts";
import type { FakeScmChoices } from "./options.ts";
import { STRICT_NAMES, STRICT_SWITCHES, type StrictOptions } from "./strict-options.ts";

/** What the command was asked to do. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string }
  | { readonly kind: "run"; readonly choices: FakeScmChoices; readonly exitWithParent: boolean };

/** Options that are whole numbers: name on the command line, member, standard and what it says. */
const NUMBERS = [
  ["issue-delay-ms", "issueDelayMs", 20_000, "from approval to issued"],
  ["apply-delay-ms", "applyDelayMs", 0, "from approval to the CA's acceptance"],
  ["list-lag-ms", "listLagMs", 0, "how long a new record stays out of lists"],
  ["issue-shift-days", "issueShiftDays", 0, "days by which the CA dates certificates off"],
  ["report-lag-ms", "reportLagMs", 0, "how long a new record stays out of reports"],
  ["collect-lag-ms", "collectLagMs", 0, "how long an issued certificate can't be collected yet"],
  ["revoke-lag-ms", "revokeLagMs", 0, "how long a revoked certificate still shows as issued"],
  ["renewed-lag-ms", "renewedLagMs", 0, "how long a renewed record does not say so"],
  ["latency-ms", "latencyMs", 0, "real time that each answer takes"],
  ["max-parallel", "maxParallel", 0, "requests at a time, more get 429; 0 is no limit"],
  ["token-lifetime-s", "tokenLifetimeS", 300, "life of an OAuth2 token"],
  ["date-offset-minutes", "dateOffsetMinutes", 0, "zone of date-only values, east of UTC"],
  ["records", "records", 0, "SSL records at the start, up to 1000000; a tenth of each other kind"],
  ["organizations", "organizations", 0, "organizations beside the sample ones"],
  ["seed", "seed", 1, "of ids, serial numbers and chaos"],
  ["api-port", "apiPort", 0, "port of SCM's API; 0 is a free one"],
  ["control-port", "controlPort", 0, "port of the control API; 0 is a free one"],
] as const;

const line = (name: string, text: string): string => `  ${name.padEnd(26)} ${text}\n`;

export const HELP = `Fake Sectigo Certificate Manager on 127.0.0.1. Prints one JSON line with addresses and credentials.

${NUMBERS.map(([name, , standard, text]) => line(`--${name} N`, `${text} (${standard})`)).join("")}${[
  line("--chaos-rate SHARE", "0 to 1: that share of requests meets a fault drawn from the seed (0)"),
  line("--no-auto-approve", "requests wait for an administrator"),
  line("--tls", "SCM's API and the token host speak TLS; needed to sign in by client certificate"),
  line("--now INSTANT", "clock stands still there (ISO 8601); otherwise it follows the system"),
  line("--customer-uri TEXT", "customer (cst01234)"),
  line("--username TEXT", "first administrator (svc-certs); FAKE_SCM_PASSWORD sets the password"),
  line("--domain NAME", "one more validated domain for every organization; repeatable"),
  line(
    "--dns-server ADDRESS",
    "IP:PORT where published challenges are looked up; otherwise they are believed",
  ),
  line(
    "--web-server ADDRESS",
    "IP:PORT where files of challenges are read by HTTP; otherwise they are believed",
  ),
  line("--empty-members KIND", "omit (standard), null, empty-string"),
  line("--acme-challenges WAY", "accept (standard), prevalidated, refuse"),
  line("--strict NAME", 'turns a switch below; repeatable, or "all"'),
  line(
    "--draw-switches",
    "turns some of the switches below, drawn from the seed; the line printed names them",
  ),
  line("--exit-with-parent", "ends when standard input closes, so nothing outlives a test"),
].join("")}
Names decide the fate of an order: rejected.… is refused by the CA, invalid.… by SCM, stuck.… never gets ready.

Switches, each for a point where documents are silent or disagree:
${Object.entries(STRICT_SWITCHES)
  .map(([name, text]) => line(name, text))
  .join("")}`;

const OPTIONS = {
  ...Object.fromEntries(NUMBERS.map(([name]) => [name, { type: "string" as const }])),
  "chaos-rate": { type: "string" },
  "no-auto-approve": { type: "boolean" },
  tls: { type: "boolean" },
  "draw-switches": { type: "boolean" },
  now: { type: "string" },
  "customer-uri": { type: "string" },
  username: { type: "string" },
  domain: { type: "string", multiple: true },
  "dns-server": { type: "string" },
  "web-server": { type: "string" },
  "empty-members": { type: "string" },
  "acme-challenges": { type: "string" },
  strict: { type: "string", multiple: true },
  "exit-with-parent": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the command line. @param password of the first administrator, from the environment */
export function readCommandLine(args: readonly string[], password: string | undefined): Command {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
    if (values.help) return { kind: "help" };
    const choices = readChoices(values, password);
    return { kind: "run", choices, exitWithParent: values["exit-with-parent"] === true };
  } catch (error) {
    if (error instanceof TypeError) return { kind: "wrong", message: error.message };
    throw error;
  }
}

type Values = {
  readonly now?: string;
  readonly tls?: boolean;
  readonly domain?: string[];
  readonly username?: string;
  readonly strict?: string[];
  readonly [name: string]: string | boolean | (string | boolean)[] | undefined;
};

function readChoices(values: Values, password: string | undefined): FakeScmChoices {
  const numbers = NUMBERS.map(([name, member, standard]) => [
    member,
    readWhole(name, values[name], standard),
  ]);
  const now = values.now === undefined ? undefined : Date.parse(values.now);
  if (now !== undefined && Number.isNaN(now)) {
    throw new TypeError(`--now takes an ISO 8601 instant, not ${values.now}`);
  }
  const kinds = ["omit", "null", "empty-string"] as const;
  const emptyMembers = kinds.find((kind) => kind === (values["empty-members"] ?? "omit"));
  if (!emptyMembers) throw new TypeError("--empty-members takes omit, null or empty-string");
  const acmeChallenges = CHALLENGE_WAYS.find((way) => way === (values["acme-challenges"] ?? "accept"));
  if (!acmeChallenges) throw new TypeError(`--acme-challenges takes ${CHALLENGE_WAYS.join(", ")}`);
  const chaosRate = Number(values["chaos-rate"] ?? 0);
  if (!(chaosRate >= 0 && chaosRate <= 1)) throw new TypeError("--chaos-rate takes a share from 0 to 1");
  const customerUri = values["customer-uri"];
  const dnsServer = values["dns-server"];
  const webServer = values["web-server"];
  return {
    ...Object.fromEntries(numbers),
    autoApprove: !values["no-auto-approve"],
    tls: values.tls ?? false,
    drawsSwitches: values["draw-switches"] === true,
    now,
    password,
    chaosRate,
    domains: values.domain ?? [],
    emptyMembers,
    acmeChallenges,
    strict: readStrict(values.strict ?? []),
    ...(typeof customerUri === "string" ? { customerUri } : {}),
    ...(typeof dnsServer === "string" ? { dnsServer } : {}),
    ...(typeof webServer === "string" ? { webServer } : {}),
    ...(values.username === undefined ? {} : { username: values.username }),
  };
}

function readWhole(name: string, given: unknown, standard: number): number {
  if (given === undefined) return standard;
  if (typeof given === "string" && /^-?\d{1,12}$/.test(given)) return Number(given);
  throw new TypeError(`--${name} takes a whole number, not ${String(given)}`);
}

function readStrict(given: readonly string[]): Partial<StrictOptions> {
  const names = given.includes("all") ? STRICT_NAMES : given;
  const known: readonly string[] = STRICT_NAMES;
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined)
    throw new TypeError(`--strict knows no ${wrong}; it knows ${STRICT_NAMES.join(", ")}`);
  return Object.fromEntries(names.map((name) => [name, true]));
}
