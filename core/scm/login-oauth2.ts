import * as z from "zod/mini";
import { type Clock, cancellation } from "../base/clock.ts";
import { LoginError } from "../base/errors.ts";
import { quoted } from "../base/text.ts";
import { jsonDecoder } from "./answer.ts";
import type { Refusal } from "./call-spec.ts";
import type { Caller } from "./caller.ts";
import {
  checkHeader,
  checkPresent,
  constantSession,
  type LoginSession,
  type OAuth2Login,
  type SignInHeaders,
} from "./login.ts";
import { integer, orNull, text } from "./schemas/wire.ts";

/** Sectigo's token host. Source: Sectigo developer portal, "Getting started with the Admin API". */
export const DEFAULT_TOKEN_URL =
  "https://auth.sso.sectigo.com/auth/realms/apiclients/protocol/openid-connect/token";

/** What public clients assume when `expires_in` is missing, in seconds. */
const ASSUMED_LIFETIME_S = 300;
/** Renewed so long before the end that a request under way does not outlive it, but not before half the lifetime. */
const MARGIN_S = 60;

interface Token {
  readonly value: string;
  /** Instant from which a new one is fetched, in ms. */
  readonly renewAt: number;
}

const tokenAnswer = jsonDecoder(z.object({ access_token: text, expires_in: orNull(integer) }));

/** The token host is not SCM: RFC 6749 §5.2 says 400 or 401 with `invalid_client` and the like. */
function refuseClient(login: OAuth2Login, refusal: Refusal): undefined {
  if (![400, 401, 403].includes(refusal.status)) return undefined;
  throw new LoginError(`get a token: the token host refused client id ${quoted(login.clientId)}`, {
    code: "login.client_refused",
    status: refusal.status,
    call: "POST token",
    hint: "Check client id and client secret, that the API key is active in SCM, and that the token URL is right.",
  });
}

async function fetchToken(login: OAuth2Login, tokenHost: Caller, clock: Clock): Promise<Token> {
  const askedAt = clock.now().getTime();
  const { access_token, expires_in } = await tokenHost.run({
    call: "POST token",
    what: "get a token",
    form: { grant_type: "client_credentials", client_id: login.clientId, client_secret: login.clientSecret },
    decode: tokenAnswer,
    recover: (refusal) => refuseClient(login, refusal),
  });
  checkHeader("access_token", access_token);
  const lifetimeS = expires_in ?? ASSUMED_LIFETIME_S;
  return { value: access_token, renewAt: askedAt + Math.max(lifetimeS - MARGIN_S, lifetimeS / 2) * 1000 };
}

/** Leaves early when the signal fires; the work goes on for the others who wait for it. */
function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(cancellation(signal));
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(cancellation(signal));
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** One token for all calls, fetched when needed, once for all who wait; kept in memory only. */
function tokenSource(login: OAuth2Login, tokenHost: Caller, clock: Clock) {
  let current: Token | undefined;
  let flight: Promise<Token> | undefined;
  const fly = (): Promise<Token> => {
    flight ??= fetchToken(login, tokenHost, clock)
      .then((token) => {
        current = token;
        return token;
      })
      .finally(() => {
        flight = undefined;
      });
    return flight;
  };
  return {
    async get(signal: AbortSignal): Promise<string> {
      if (current && clock.now().getTime() < current.renewAt) return current.value;
      return (await unlessStopped(fly(), signal)).value;
    },
    /** Forgets the token if it is still the one that was refused; another call may have renewed it already. */
    forget(refused: string): void {
      if (current?.value === refused) current = undefined;
    },
    current: () => current?.value,
  };
}

function bearer(token: string): string {
  return `Bearer ${token}`;
}

/** What the token host itself is signed in to with: nothing but the form's members. */
export function tokenHostSession(login: OAuth2Login): LoginSession {
  const describe = `client id ${quoted(login.clientId)}`;
  return constantSession({ prefix: "", describe, remedy: "Check client id and client secret." }, {}, [
    login.clientSecret,
  ]);
}

/**
 * OAuth2 client credentials, RFC 6749 §4.4: a token for many calls, renewed before it expires and once after a 401.
 * Source: Admin Operations OpenAPI file 25.9.2, security scheme.
 * @param tokenHost runs `POST token` at the token URL
 * @throws ConfigError `config.credential_missing`, `config.credential_characters`
 */
export function oauth2Session(login: OAuth2Login, tokenHost: Caller, clock: Clock): LoginSession {
  checkPresent("client_id", login.clientId);
  checkPresent("client_secret", login.clientSecret);
  const { customerUri } = login;
  if (customerUri !== undefined) checkHeader("customer_uri", customerUri);
  const tokens = tokenSource(login, tokenHost, clock);
  return {
    prefix: "/api",
    describe: `client id ${quoted(login.clientId)}`,
    remedy:
      "Check that the API key is active in SCM and has a role, and that the base URL is the instance it was made for.",
    secrets: () => [login.clientSecret, tokens.current() ?? ""],
    async headers(signal): Promise<SignInHeaders> {
      const authorization = bearer(await tokens.get(signal));
      return customerUri === undefined ? { authorization } : { authorization, customerUri };
    },
    renew(refused) {
      tokens.forget((refused.authorization ?? "").slice(bearer("").length));
      return true;
    },
    close: async () => undefined,
  };
}
