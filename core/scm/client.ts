import { type Clock, systemClock } from "../base/clock.ts";
import { ConfigError } from "../base/errors.ts";
import { type Logger, silentLogger } from "../base/log.ts";
import { redactingLogger } from "../base/redact.ts";
import { DEFAULT_BASE_URL, judgeBaseUrl, judgeHost, type UrlVerdict } from "./base-url.ts";
import type { Edition } from "./call-spec.ts";
import { type Caller, type CallerParts, createCaller } from "./caller.ts";
import { createGate } from "./gate.ts";
import { type Login, type LoginSession, type OAuth2Login, passwordSession } from "./login.ts";
import { certificateSession } from "./login-certificate.ts";
import { DEFAULT_TOKEN_URL, oauth2Session, tokenHostSession } from "./login-oauth2.ts";
import { type Resources, resources } from "./resources/resources.ts";
import { DEFAULT_RETRY, type RetryPolicy } from "./retry.ts";
import { createTransport, type Transport, type TransportOptions } from "./transport.ts";

/** How to reach SCM and as whom. */
export interface ScmClientOptions {
  /** Default `https://cert-manager.com`, or the Admin host for `oauth2`; see `judgeBaseUrl` for the forms accepted. */
  readonly baseUrl?: string | undefined;
  /** Hosts beside Sectigo's own and loopback to which the credentials may go. */
  readonly allowedHosts?: readonly string[] | undefined;
  readonly login: Login;
  /** Requests under way at once; default 8. */
  readonly maxParallelRequests?: number | undefined;
  /** For one try of one request, from connecting to the last byte; default 30,000. */
  readonly requestTimeoutMs?: number | undefined;
  /** The same for reports, which may hold a whole account; default 300,000. */
  readonly reportTimeoutMs?: number | undefined;
  readonly userAgent?: string | undefined;
  readonly retry?: Partial<RetryPolicy> | undefined;
  /** Authorities trusted beside the usual ones, PEM: for a proxy that inspects TLS. */
  readonly caCertificatesPem?: string | undefined;
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
  /** Drops connections; calls under way fail. Further calls are errors. */
  close(): Promise<void>;
}

/** The Admin Operations host of the usual instance. Source: Admin Operations OpenAPI file 25.9.2, servers. */
const DEFAULT_ADMIN_URL = "https://admin.enterprise.sectigo.com";
const DEFAULT_PARALLEL = 8;
const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_REPORT_TIMEOUT_MS = 300_000;

type GoodUrl = Extract<UrlVerdict, { ok: true }>;

function accept(path: "base_url" | "token_url", verdict: UrlVerdict): GoodUrl {
  if (verdict.ok) return verdict;
  throw new ConfigError(`${path} is refused: ${verdict.reason}`, {
    code: `config.${path}`,
    path,
    hint: verdict.hint,
  });
}

function positive(path: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new ConfigError(`${path} must be a whole number of at least 1`, {
    code: "config.number",
    path,
    hint: `Correct ${path} or leave it out.`,
  });
}

/** Sectigo's hosts are known; elsewhere the sign-in tells, since only the Admin host documents tokens. */
function editionOf(base: GoodUrl, login: Login): Edition {
  const { hostname } = new URL(base.origin);
  if (hostname.endsWith(".sectigo.com")) return "admin";
  if (/(^|\.)cert-manager\.com$/.test(hostname)) return "classic";
  return login.kind === "oauth2" ? "admin" : "classic";
}

/** What all callers of one client share. */
type Shared = Omit<CallerParts, "transport" | "login" | "host" | "basePath" | "edition">;

function sharedParts(options: ScmClientOptions, width: number): Shared {
  return {
    gate: createGate(width),
    clock: options.clock ?? systemClock(),
    log: redactingLogger(options.log ?? silentLogger),
    random: options.random ?? Math.random,
    retry: { ...DEFAULT_RETRY, ...options.retry },
    requestTimeoutMs: positive("request_timeout", options.requestTimeoutMs ?? DEFAULT_TIMEOUT_MS),
    reportTimeoutMs: positive("report_timeout", options.reportTimeoutMs ?? DEFAULT_REPORT_TIMEOUT_MS),
    userAgent: options.userAgent ?? "terraform-provider-sectigo",
  };
}

/** A caller for the token host; with a gate of its own, since it is called from within other calls' turns. */
function tokenCaller(login: OAuth2Login, options: ScmClientOptions, shared: Shared) {
  const url = accept("token_url", judgeHost(login.tokenUrl ?? DEFAULT_TOKEN_URL, options.allowedHosts ?? []));
  const transport = createTransport({
    origin: url.origin,
    connections: 1,
    tls: { ca: options.caCertificatesPem },
  });
  const parts = { host: new URL(url.origin).host, basePath: url.path, edition: "admin" } as const;
  const caller = createCaller({
    ...shared,
    ...parts,
    gate: createGate(1),
    transport,
    login: tokenHostSession(login),
  });
  return { caller, transport };
}

function openLogin(options: ScmClientOptions, shared: Shared): LoginSession {
  const { login } = options;
  switch (login.kind) {
    case "password":
      return passwordSession(login);
    case "certificate":
      return certificateSession(login, shared.clock);
    case "oauth2": {
      const token: { caller: Caller; transport: Transport } = tokenCaller(login, options, shared);
      return { ...oauth2Session(login, token.caller, shared.clock), close: () => token.transport.close() };
    }
  }
}

function tlsFor({ login, caCertificatesPem }: ScmClientOptions): TransportOptions["tls"] {
  if (login.kind !== "certificate") return { ca: caCertificatesPem };
  return { ca: caCertificatesPem, cert: login.certificatePem, key: login.keyPem };
}

/**
 * Makes a client for one SCM account. Nothing is sent before the first call.
 * @throws ConfigError when the address or a credential can't be used
 */
export function createScmClient(options: ScmClientOptions): ScmClient {
  const usual = options.login.kind === "oauth2" ? DEFAULT_ADMIN_URL : DEFAULT_BASE_URL;
  const base = accept("base_url", judgeBaseUrl(options.baseUrl ?? usual, options.allowedHosts ?? []));
  const width = positive("max_parallel_requests", options.maxParallelRequests ?? DEFAULT_PARALLEL);
  const shared = sharedParts(options, width);
  const login = openLogin(options, shared);
  const transport = createTransport({ origin: base.origin, connections: width, tls: tlsFor(options) });
  const { host } = new URL(base.origin);
  const edition = editionOf(base, options.login);
  const caller = createCaller({ ...shared, transport, login, host, basePath: base.path, edition });
  return {
    ...resources(caller),
    loginDescription: login.describe,
    host,
    async close() {
      await Promise.all([transport.close(), login.close()]);
    },
  };
}
