import { type Clock, systemClock } from "../base/clock.ts";
import { ConfigError } from "../base/errors.ts";
import { type Logger, silentLogger } from "../base/log.ts";
import { redactingLogger } from "../base/redact.ts";
import type { Term } from "../base/words.ts";
import { readAuthorities } from "./authorities.ts";
import { acceptUrl, DEFAULT_BASE_URL, type GoodUrl, judgeBaseUrl } from "./base-url.ts";
import type { Edition } from "./call-spec.ts";
import { createCaller } from "./caller.ts";
import { createGate } from "./gate.ts";
import type { Login } from "./login.ts";
import { openLogin, type SharedParts, tokenUrlOf } from "./open-login.ts";
import { checkSensors, openRoutes, type RouteTarget } from "./open-routes.ts";
import type { ProxyVariables } from "./proxy-variables.ts";
import { type Resources, resources } from "./resources/resources.ts";
import { DEFAULT_RETRY, type RetryPolicy } from "./retry.ts";
import type { Sensor } from "./sensors.ts";
import { createServerClock } from "./server-clock.ts";
import { refuseUnverifiedTls, type TlsVariables } from "./tls-variables.ts";

/** How to reach SCM and as whom. */
export interface ScmClientOptions {
  /** Default `https://cert-manager.com`, or the Admin host for `oauth2`; see `judgeBaseUrl` for the forms accepted. */
  readonly baseUrl?: string | undefined;
  /** Hosts beside Sectigo's own and loopback to which the credentials may go. */
  readonly allowedHosts?: readonly string[] | undefined;
  readonly login: Login;
  /** Ways out to SCM, tried in this order; none goes straight. */
  readonly sensors?: readonly Sensor[] | undefined;
  /** `HTTPS_PROXY` and `NO_PROXY`, which count while no sensor is declared; `NODE_TLS_REJECT_UNAUTHORIZED` is refused. */
  readonly variables?: (ProxyVariables & TlsVariables) | undefined;
  /** Requests under way at once; default 8. */
  readonly maxParallelRequests?: number | undefined;
  /** For one try of one request, from connecting to the last byte; default 30,000. Reports may take ten times as long. */
  readonly requestTimeoutMs?: number | undefined;
  readonly userAgent?: string | undefined;
  /** How patiently calls are repeated. No setting of users: tests count tries. */
  readonly retry?: Partial<RetryPolicy> | undefined;
  /** Authorities trusted beside the usual ones, PEM: SCM's own behind a gateway, or of a proxy that inspects TLS. */
  readonly caCertificatesPem?: string | undefined;
  /** The same from the operator of this machine: proxies need not be listed for them. */
  readonly systemAuthoritiesPem?: string | undefined;
  readonly clock?: Clock | undefined;
  /** Gets allow-listed fields only, whatever the client hands over. */
  readonly log?: Logger | undefined;
  /** In [0, 1), for jitter. */
  readonly random?: (() => number) | undefined;
}

/** SCM by resource. Every method takes `{ signal, deadline }` last and throws SectigoError only. */
export interface ScmClient extends Resources {
  /** Names the credential set in use: user and customer, never a secret. */
  readonly loginDescription: string;
  /** Host, with its port where it is not the usual one: what tells one SCM from another. */
  readonly host: string;
  /** Milliseconds that SCM's clock is ahead of ours, by its last answer; null when no answer has said. */
  readonly serverOffsetMs: () => number | null;
  /** How many requests may be under way at once. */
  readonly width: number;
  /** The same object for all clients that `through` makes of one: what is learnt of the account is kept by it, as long as they live. */
  readonly session: object;
  /**
   * The same client by these sensors only, in this order; null goes by all, as the client itself does. What is known of
   * dead sensors, the sign-in and the limit of parallel requests stay shared, and closing one closes all.
   * @throws ConfigError `config.sensor_unknown`
   */
  through(sensors: readonly string[] | null): ScmClient;
  /** Drops connections; calls under way fail. Further calls are errors. */
  close(): Promise<void>;
}

/** The Admin Operations host of the usual instance. Source: Admin Operations OpenAPI file 25.9.2, servers. */
const DEFAULT_ADMIN_URL = "https://admin.enterprise.sectigo.com";
const DEFAULT_PARALLEL = 8;
const DEFAULT_TIMEOUT_MS = 30_000;

function positive(path: Term, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new ConfigError((words) => `${words[path]} must be a whole number of at least 1`, {
    code: "config.number",
    path,
    hint: (words) => `Correct ${words[path]} or leave it out.`,
  });
}

/** Sectigo's hosts are known; elsewhere the sign-in tells, since only the Admin host documents tokens. */
function editionOf(base: GoodUrl, login: Login): Edition {
  const { hostname } = new URL(base.origin);
  if (hostname.endsWith(".sectigo.com")) return "admin";
  if (/(^|\.)cert-manager\.com$/.test(hostname)) return "classic";
  return login.kind === "oauth2" ? "admin" : "classic";
}

export function sharedParts(options: ScmClientOptions, width: number): SharedParts {
  const requestTimeoutMs = positive("request_timeout", options.requestTimeoutMs ?? DEFAULT_TIMEOUT_MS);
  return {
    gate: createGate(width),
    told: new Set(),
    clock: options.clock ?? systemClock(),
    log: redactingLogger(options.log ?? silentLogger),
    random: options.random ?? Math.random,
    retry: { ...DEFAULT_RETRY, ...options.retry },
    requestTimeoutMs,
    // A report may hold a whole account, so it takes ten times as long as an ordinary call.
    reportTimeoutMs: 10 * requestTimeoutMs,
    userAgent: options.userAgent ?? "terraform-provider-sectigo",
    serverClock: createServerClock(),
  };
}

export function tlsFor({ login }: ScmClientOptions, ca: string | undefined): RouteTarget["tls"] {
  if (login.kind !== "certificate") return { ca };
  return { ca, cert: login.certificatePem, key: login.keyPem };
}

/** All authorities beside the usual ones; the operator's as they are, the others written anew by our reader. */
export function authoritiesOf({
  caCertificatesPem,
  systemAuthoritiesPem,
}: ScmClientOptions): string | undefined {
  const own =
    caCertificatesPem === undefined ? [] : [readAuthorities("ca_certificates_pem", caCertificatesPem)];
  const all = [...own, ...(systemAuthoritiesPem === undefined ? [] : [systemAuthoritiesPem])];
  return all.length === 0 ? undefined : all.join("\n");
}

/**
 * Makes a client for one SCM account. Nothing is sent before the first call.
 * @throws ConfigError when the address or a credential can't be used
 */
export function createScmClient(options: ScmClientOptions): ScmClient {
  const usual = options.login.kind === "oauth2" ? DEFAULT_ADMIN_URL : DEFAULT_BASE_URL;
  const base = acceptUrl("base_url", judgeBaseUrl(options.baseUrl ?? usual, options.allowedHosts ?? []));
  const width = positive("max_parallel_requests", options.maxParallelRequests ?? DEFAULT_PARALLEL);
  const shared = sharedParts(options, width);
  const { sensors = [], variables = {}, allowedHosts = [] } = options;
  refuseUnverifiedTls(variables);
  const ca = authoritiesOf(options);
  const hasOwnAuthority = options.caCertificatesPem !== undefined;
  const ways = { sensors, proxyVariables: variables, allowedHosts, hasOwnAuthority };
  const tokenUrls = options.login.kind === "oauth2" ? [tokenUrlOf(options.login, allowedHosts)] : [];
  checkSensors(ways, [base, ...tokenUrls]);
  const login = openLogin(options.login, { shared, ways, ca });
  const routes = openRoutes(
    { url: base, isScm: true, connections: width, tls: tlsFor(options, ca) },
    ways,
    shared,
  );
  const { host } = new URL(base.origin);
  const edition = editionOf(base, options.login);
  const session = {};
  const through = (sensors: readonly string[] | null): ScmClient => ({
    ...resources(createCaller({ ...shared, transport: routes.through(sensors), login, host, edition })),
    loginDescription: login.describe,
    host,
    serverOffsetMs: shared.serverClock.offsetMs,
    width,
    session,
    through,
    async close() {
      await Promise.all([routes.close(), login.close()]);
    },
  });
  return through(null);
}
