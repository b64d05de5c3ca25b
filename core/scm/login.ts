import { ConfigError } from "../base/errors.ts";
import { quoted } from "../base/text.ts";
import type { Term } from "../base/words.ts";

/** Name and password of an administrator of type Standard or API, sent as headers with every call. */
interface PasswordLogin {
  readonly kind: "password";
  readonly username: string;
  readonly password: string;
  /** The customer's segment of the portal address; passed through unchanged, SCM may care about its case. */
  readonly customerUri: string;
}

/** A TLS client certificate that is registered on an administrator; no password goes out. */
export interface CertificateLogin {
  readonly kind: "certificate";
  readonly username: string;
  readonly customerUri: string;
  /** The certificate, PEM, first; further ones are sent as its chain. */
  readonly certificatePem: string;
  /** Its private key, PEM, unencrypted. */
  readonly keyPem: string;
}

/** A client id and secret made in SCM's portal, exchanged for tokens at Sectigo's token host. */
export interface OAuth2Login {
  readonly kind: "oauth2";
  readonly clientId: string;
  readonly clientSecret: string;
  /** Default: Sectigo's. Judged like the base URL, since the secret goes there. */
  readonly tokenUrl?: string | undefined;
  /** Not asked for by the reference, but sent by working clients; left out when absent. */
  readonly customerUri?: string | undefined;
}

export type Login = PasswordLogin | CertificateLogin | OAuth2Login;

export type SignInHeaders = Readonly<Record<string, string>>;

/** A way to sign in, ready for use by the caller. */
export interface LoginSession {
  /** What stands before the path of every call. */
  readonly prefix: string;
  /** Names the credential set for errors: user and customer, never a secret. */
  readonly describe: string;
  /** What to check when SCM refuses it; one sentence in the imperative. */
  readonly remedy: string;
  /** Values that must not appear in any text, as they are now. */
  secrets(): readonly string[];
  /** @throws LoginError and whatever getting a token may end in */
  headers(signal: AbortSignal): Promise<SignInHeaders>;
  /** Called after a 401 with the headers that were refused; true when another try makes sense. */
  renew(refused: SignInHeaders): boolean;
  close(): Promise<void>;
}

/** A header value may hold visible ASCII, blanks inside, and Latin-1. Source: RFC 9110 §5.5. */
const HEADER_VALUE = /^[\x21-\x7e\x80-\xff]([\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/;

/** Settings of which only presence can be checked before SCM has spoken. @throws ConfigError `config.credential_missing` */
export function checkPresent(path: Term, value: string): void {
  if (value !== "") return;
  throw new ConfigError((words) => `${words[path]} is empty`, {
    code: "config.credential_missing",
    path,
    hint: (words) => `Set ${words[path]}.`,
  });
}

/** @throws ConfigError `config.credential_missing`, `config.credential_characters` */
export function checkHeader(path: Term, value: string): void {
  checkPresent(path, value);
  if (HEADER_VALUE.test(value)) return;
  throw new ConfigError((words) => `${words[path]} holds a character that can't stand in an HTTP header`, {
    code: "config.credential_characters",
    path,
    hint: "Remove line breaks and blanks around the value; use characters of Latin-1 only.",
  });
}

/** "user "svc" of customer "acme"": who is meant, the same words everywhere. */
export function describeUser(username: string, customerUri: string): string {
  return `user ${quoted(username)} of customer ${quoted(customerUri)}`;
}

/** A session whose headers never change, so that a refusal is final. */
export function constantSession(
  session: Pick<LoginSession, "prefix" | "describe" | "remedy">,
  headers: SignInHeaders,
  secrets: readonly string[],
): LoginSession {
  return {
    ...session,
    secrets: () => secrets,
    headers: async () => headers,
    renew: () => false,
    close: async () => undefined,
  };
}

/**
 * Header sign-in. Source: Sectigo Certificate Manager REST API reference, May 2025, "Authentication". SCM gives the
 * same answer to a wrong, expired or locked password, so the remedy names all of them.
 * @throws ConfigError `config.credential_missing`, `config.credential_characters`
 */
export function passwordSession(login: PasswordLogin): LoginSession {
  checkHeader("username", login.username);
  checkHeader("password", login.password);
  checkHeader("customer_uri", login.customerUri);
  return constantSession(
    {
      prefix: "/api",
      describe: describeUser(login.username, login.customerUri),
      remedy:
        "Check user name, password and customer URI; then, in SCM, whether the password has expired or must be changed, " +
        "and whether the administrator is active, of type Standard or API, and may sign in without a client certificate.",
    },
    { login: login.username, password: login.password, customerUri: login.customerUri },
    [login.password],
  );
}
