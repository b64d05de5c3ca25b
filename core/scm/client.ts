import { type Clock, systemClock } from "../base/clock.ts";
import { ConfigError } from "../base/errors.ts";
import { type Logger, silentLogger } from "../base/log.ts";
import { redactingLogger } from "../base/redact.ts";
import { DEFAULT_BASE_URL, judgeBaseUrl, type UrlVerdict } from "./base-url.ts";
import { createCaller } from "./caller.ts";
import { createGate } from "./gate.ts";
import { type Login, openLogin } from "./login.ts";
import { type Certificates, certificates } from "./resources/certificates.ts";
import {
  type CustomFields,
  customFields,
  type Organizations,
  organizations,
  type Profiles,
  profiles,
} from "./resources/settings.ts";
import { DEFAULT_RETRY, type RetryPolicy } from "./retry.ts";
import { createTransport } from "./transport.ts";

/** How to reach SCM and as whom. */
export interface ScmClientOptions {
  /** Default `https://cert-manager.com`; see `judgeBaseUrl` for the forms accepted. */
  readonly baseUrl?: string | undefined;
  /** Hosts beside Sectigo's own and loopback to which the credentials may go. */
  readonly allowedHosts?: readonly string[] | undefined;
  readonly login: Login;
  /** Requests under way at once; default 8. */
  readonly maxParallelRequests?: number | undefined;
  /** For one try of one request, from connecting to the last byte; default 30,000. */
  readonly requestTimeoutMs?: number | undefined;
  readonly userAgent?: string | undefined;
  readonly retry?: Partial<RetryPolicy> | undefined;
  readonly clock?: Clock | undefined;
  /** Gets allow-listed fields only, whatever the client hands over. */
  readonly log?: Logger | undefined;
  /** In [0, 1), for jitter. */
  readonly random?: (() => number) | undefined;
}

/** SCM by resource. Every method takes `{ signal, deadline }` last and throws SectigoError only. */
export interface ScmClient {
  readonly organizations: Organizations;
  readonly profiles: Profiles;
  readonly customFields: CustomFields;
  readonly certificates: Certificates;
  /** Names the credential set in use: user and customer, never a secret. */
  readonly loginDescription: string;
  /** Drops connections; calls under way fail. Further calls are errors. */
  close(): Promise<void>;
}

const DEFAULT_PARALLEL = 8;
const DEFAULT_TIMEOUT_MS = 30_000;

function acceptBaseUrl(text: string, allowedHosts: readonly string[]): Extract<UrlVerdict, { ok: true }> {
  const verdict = judgeBaseUrl(text, allowedHosts);
  if (verdict.ok) return verdict;
  throw new ConfigError(`base_url is refused: ${verdict.reason}`, {
    code: "config.base_url",
    path: "base_url",
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

/**
 * Makes a client for one SCM account. Nothing is sent before the first call.
 * @throws ConfigError when the address or a credential can't be used
 */
export function createScmClient(options: ScmClientOptions): ScmClient {
  const base = acceptBaseUrl(options.baseUrl ?? DEFAULT_BASE_URL, options.allowedHosts ?? []);
  const login = openLogin(options.login);
  const width = positive("max_parallel_requests", options.maxParallelRequests ?? DEFAULT_PARALLEL);
  const transport = createTransport({ origin: base.origin, connections: width });
  const caller = createCaller({
    transport,
    login,
    gate: createGate(width),
    clock: options.clock ?? systemClock(),
    log: redactingLogger(options.log ?? silentLogger),
    random: options.random ?? Math.random,
    retry: { ...DEFAULT_RETRY, ...options.retry },
    requestTimeoutMs: positive("request_timeout", options.requestTimeoutMs ?? DEFAULT_TIMEOUT_MS),
    userAgent: options.userAgent ?? "terraform-provider-sectigo",
    host: new URL(base.origin).host,
    basePath: base.path,
  });
  return {
    organizations: organizations(caller),
    profiles: profiles(caller),
    customFields: customFields(caller),
    certificates: certificates(caller),
    loginDescription: login.describe,
    close: () => transport.close(),
  };
}
