import { parseArgs } from "node:util";
import { type FakeScmChoices, STRICT_NAMES, type StrictOptions } from "./options.ts";

/** What the command was asked to do. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string }
  | { readonly kind: "run"; readonly choices: FakeScmChoices; readonly exitWithParent: boolean };

export const HELP = `Fake Sectigo Certificate Manager on 127.0.0.1. Prints one JSON line with addresses and credentials.

  --issue-delay-ms N     from approval to issued (20000)
  --apply-delay-ms N     from approval to the CA's acceptance (0)
  --no-auto-approve      requests wait for an administrator
  --tls                  SCM's API and the token host speak TLS; needed to sign in by client certificate
  --token-lifetime-s N   life of an OAuth2 token (300)
  --now INSTANT          clock stands still there (ISO 8601); otherwise it follows the system
  --customer-uri TEXT    customer (cst01234)
  --username TEXT        first administrator (svc-certs)
  --domain NAME          one more validated domain for every organization; repeatable
  --records N            SSL records at the start, up to 1000000; a tenth of each other kind (0)
  --seed N               of ids and serial numbers (1)
  --empty-members KIND   omit (standard), null, empty-string
  --strict NAME          repeatable, or "all": ${STRICT_NAMES.join(", ")}
  --api-port N           port of SCM's API (0: a free one)
  --control-port N       port of the control API (0: a free one)
  --exit-with-parent     ends when standard input closes, so nothing outlives a test
  --help
The password of the first administrator can be given in FAKE_SCM_PASSWORD; it is made up otherwise.
`;

const OPTIONS = {
  "issue-delay-ms": { type: "string" },
  "apply-delay-ms": { type: "string" },
  "no-auto-approve": { type: "boolean" },
  tls: { type: "boolean" },
  "token-lifetime-s": { type: "string" },
  now: { type: "string" },
  "customer-uri": { type: "string" },
  username: { type: "string" },
  domain: { type: "string", multiple: true },
  records: { type: "string" },
  seed: { type: "string" },
  "empty-members": { type: "string" },
  strict: { type: "string", multiple: true },
  "api-port": { type: "string" },
  "control-port": { type: "string" },
  "exit-with-parent": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the command line. @param password of the first administrator, from the environment */
export function readCommandLine(args: readonly string[], password: string | undefined): Command {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
    if (values.help) return { kind: "help" };
    const choices = readChoices(values, password);
    return { kind: "run", choices, exitWithParent: values["exit-with-parent"] ?? false };
  } catch (error) {
    if (error instanceof TypeError) return { kind: "wrong", message: error.message };
    throw error;
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

function readChoices(values: Values, password: string | undefined): FakeScmChoices {
  const whole = (name: keyof Values & string, standard: number): number => {
    const given = values[name];
    if (given === undefined) return standard;
    if (typeof given === "string" && /^\d{1,12}$/.test(given)) return Number(given);
    throw new TypeError(`--${name} takes a whole number, not ${String(given)}`);
  };
  const now = values.now === undefined ? undefined : Date.parse(values.now);
  if (now !== undefined && Number.isNaN(now))
    throw new TypeError(`--now takes an ISO 8601 instant, not ${values.now}`);
  const emptyMembers = (["omit", "null", "empty-string"] as const).find(
    (kind) => kind === (values["empty-members"] ?? "omit"),
  );
  if (!emptyMembers) throw new TypeError("--empty-members takes omit, null or empty-string");
  return {
    issueDelayMs: whole("issue-delay-ms", 20_000),
    applyDelayMs: whole("apply-delay-ms", 0),
    autoApprove: !values["no-auto-approve"],
    tls: values.tls ?? false,
    tokenLifetimeS: whole("token-lifetime-s", 300),
    now,
    password,
    domains: values.domain ?? [],
    records: whole("records", 0),
    seed: whole("seed", 1),
    emptyMembers,
    strict: readStrict(values.strict ?? []),
    apiPort: whole("api-port", 0),
    controlPort: whole("control-port", 0),
    ...(values["customer-uri"] === undefined ? {} : { customerUri: values["customer-uri"] }),
    ...(values.username === undefined ? {} : { username: values.username }),
  };
}

function readStrict(given: readonly string[]): Partial<StrictOptions> {
  const names = given.includes("all") ? STRICT_NAMES : given;
  const wrong = names.find((name) => !STRICT_NAMES.includes(name));
  if (wrong !== undefined)
    throw new TypeError(`--strict knows no ${wrong}; it knows ${STRICT_NAMES.join(", ")}`);
  return Object.fromEntries(names.map((name) => [name, true]));
}
