import { acceptUrl, DEFAULT_BASE_URL, judgeBaseUrl } from "./base-url.ts";
import { authoritiesOf, type ScmClientOptions, sharedParts, tlsFor } from "./client.ts";
import { openLogin, tokenUrlOf } from "./open-login.ts";
import { checkSensors, openRoutes } from "./open-routes.ts";
import { refuseUnverifiedTls } from "./tls-variables.ts";

/** One exchange as it went over the wire: nothing is tamed, nothing is repeated, a refusal is an answer. */
export interface Observed {
  readonly status: number;
  /** SCM's number of a refusal; null where the body has none. */
  readonly code: number | null;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Null where the body is not JSON. */
  readonly json: unknown;
}

export interface Question {
  readonly method: "GET" | "POST" | "PUT";
  /** Below `/api`, with its query. */
  readonly path: string;
  readonly body?: unknown;
  /** Instead of the sign-in's own: `/private/api`. */
  readonly prefix?: string | undefined;
  /** Beside those of the sign-in; an empty value leaves one of them out. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks SCM and shows the bare answer: for finding out which reading of the documents a host has. */
interface Observer {
  /** @returns null when no answer came */
  ask(question: Question, signal: AbortSignal): Promise<Observed | null>;
  close(): Promise<void>;
}

/**
 * An observer of one account, by the same routes, authorities and sign-in as a client has.
 * @throws ConfigError when the address or a credential can't be used
 */
export function createObserver(options: ScmClientOptions): Observer {
  const { variables = {}, allowedHosts = [], sensors = [] } = options;
  const base = acceptUrl("base_url", judgeBaseUrl(options.baseUrl ?? DEFAULT_BASE_URL, allowedHosts));
  refuseUnverifiedTls(variables);
  const shared = sharedParts(options, 1);
  const ca = authoritiesOf(options);
  const hasOwnAuthority = options.caCertificatesPem !== undefined;
  const ways = { sensors, proxyVariables: variables, allowedHosts, hasOwnAuthority };
  const tokenUrls = options.login.kind === "oauth2" ? [tokenUrlOf(options.login, allowedHosts)] : [];
  checkSensors(ways, [base, ...tokenUrls]);
  const login = openLogin(options.login, { shared, ways, ca });
  const target = { url: base, isScm: true, connections: 1, tls: tlsFor(options, ca) };
  const routes = openRoutes(target, ways, shared);
  const transport = routes.through(null);
  return {
    async ask({ method, path, body, prefix = login.prefix, headers = {} }, signal) {
      const signed = { ...(await login.headers(signal)), accept: "application/json", ...headers };
      const json = body === undefined ? {} : { "content-type": "application/json;charset=utf-8" };
      const outcome = await transport.send(
        {
          method,
          path: `${prefix}${path}`,
          headers: Object.fromEntries(
            Object.entries({ "user-agent": shared.userAgent, ...signed, ...json }).filter(
              ([, value]) => value !== "",
            ),
          ),
          body: body === undefined ? null : JSON.stringify(body),
          freshConnection: method !== "GET",
          timeoutMs: shared.reportTimeoutMs,
        },
        signal,
      );
      return outcome.ok ? observed(outcome.answer) : null;
    },
    async close() {
      await Promise.all([routes.close(), login.close()]);
    },
  };
}

function observed(answer: {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}): Observed {
  const { status, headers } = answer;
  const text = Buffer.from(answer.body).toString("utf8");
  const json = parse(text);
  const code = typeof json === "object" && json !== null && "code" in json ? Number(json.code) : null;
  return { status, headers, text, json, code: status >= 400 ? code : null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}
