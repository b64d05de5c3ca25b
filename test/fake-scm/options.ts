import type { ChallengeWay } from "./acme/orders.ts";
import { drawSwitches } from "./chaos.ts";
import { type StrictOptions, strictOptions } from "./strict-options.ts";

/** How members without a value are written: left out (the usual), as null, or as "" where the member is text. */
export type EmptyMembers = "omit" | "null" | "empty-string";

/** Everything that can be chosen at the start. */
export type FakeScmOptions = {
  readonly customerUri: string;
  /** Login of the first administrator. */
  readonly username: string;
  /** Its password; made up at each start unless given. */
  readonly password: string | undefined;
  /** From approval to issued, in milliseconds of the fake's clock. */
  readonly issueDelayMs: number;
  /** From approval to the CA's acceptance (Approved to Applied), in milliseconds of the fake's clock. */
  readonly applyDelayMs: number;
  /** How long a new record stays out of lists and, separately, out of reports; milliseconds of the fake's clock. */
  readonly listLagMs: number;
  /** The CA dates what it issues so many days off. */
  readonly issueShiftDays: number;
  readonly reportLagMs: number;
  /** How long an issued certificate can't be collected yet, and a revoked one still shows as issued. */
  readonly collectLagMs: number;
  readonly revokeLagMs: number;
  /** How long after a renewal the record before does not say that it is renewed. */
  readonly renewedLagMs: number;
  /** Real milliseconds that each answer takes. */
  readonly latencyMs: number;
  /** Requests at a time; more are answered with 429. 0 sets no limit. */
  readonly maxParallel: number;
  /** Date-only values are written for a zone so many minutes east of UTC (west when negative). */
  readonly dateOffsetMinutes: number;
  /** Share of requests, 0 to 1, that meet a fault drawn from the seed. */
  readonly chaosRate: number;
  /** Whether requests of administrators with the privilege skip the waiting for approval. */
  readonly autoApprove: boolean;
  /** SCM's API and the token host speak TLS; what sign-in by client certificate takes. */
  readonly tls: boolean;
  /** Life of an OAuth2 token, in seconds of the fake's clock. */
  readonly tokenLifetimeS: number;
  /** Instant at which the clock stands still, epoch milliseconds; undefined follows the system. */
  readonly now: number | undefined;
  /** Domains beside the sample ones: validated and delegated to every organization. */
  readonly domains: readonly string[];
  /** Address and port of the DNS server where published challenges are looked up; undefined believes them. */
  readonly dnsServer: string | undefined;
  /** Address and port of the web server where files of challenges are read, by HTTP for `https` too; undefined believes them. */
  readonly webServer: string | undefined;
  /** SSL records that are there at the start; a tenth as many client and device certificates each. */
  readonly records: number;
  /** Organizations beside the sample ones; may order everything, and hold their share of the records. */
  readonly organizations: number;
  /**
   * What becomes of ACME challenges: `accept` believes every answer, `prevalidated` asks for none since the account's
   * domains are validated already, `refuse` finds nothing.
   */
  readonly acmeChallenges: ChallengeWay;
  /** Seed of ids, serial numbers and chaos; printed, so a failure can be repeated. */
  readonly seed: number;
  /** Turns switches drawn from the seed, beside those in `strict`. */
  readonly drawsSwitches: boolean;
  readonly emptyMembers: EmptyMembers;
  readonly strict: StrictOptions;
  /** Ports on 127.0.0.1; 0 takes free ones. The token host has a port of its own, always a free one. */
  readonly apiPort: number;
  readonly controlPort: number;
};

const STANDARD: FakeScmOptions = {
  customerUri: "cst01234",
  username: "svc-certs",
  password: undefined,
  issueDelayMs: 20_000,
  applyDelayMs: 0,
  listLagMs: 0,
  issueShiftDays: 0,
  reportLagMs: 0,
  collectLagMs: 0,
  revokeLagMs: 0,
  renewedLagMs: 0,
  latencyMs: 0,
  maxParallel: 0,
  dateOffsetMinutes: 0,
  chaosRate: 0,
  autoApprove: true,
  tls: false,
  tokenLifetimeS: 300,
  now: undefined,
  domains: [],
  dnsServer: undefined,
  webServer: undefined,
  records: 0,
  acmeChallenges: "accept",
  organizations: 0,
  seed: 1,
  drawsSwitches: false,
  emptyMembers: "omit",
  strict: strictOptions({}),
  apiPort: 0,
  controlPort: 0,
};

/** What a caller may give: any part; `strict` may be given in part too. */
export type FakeScmChoices = Partial<Omit<FakeScmOptions, "strict">> & {
  readonly strict?: Partial<StrictOptions>;
};

/** Fills up what was not chosen. */
export function withStandards(choices: FakeScmChoices): FakeScmOptions {
  const options = { ...STANDARD, ...choices };
  const drawn = options.drawsSwitches ? drawSwitches(options.seed) : {};
  return { ...options, strict: strictOptions({ ...drawn, ...choices.strict }) };
}
