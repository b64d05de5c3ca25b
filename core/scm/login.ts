import { ConfigError } from "../base/errors.ts";
import { quoted } from "../base/text.ts";

/** Name and password of an administrator of type Standard or API, sent as headers with every call. */
export interface PasswordLogin {
  readonly kind: "password";
  readonly username: string;
  readonly password: string;
  /** The customer's segment of the portal address; passed through unchanged, SCM may care about its case. */
  readonly customerUri: string;
}

export type Login = PasswordLogin;

/** A way to sign in, ready for use by the caller. */
export interface LoginSession {
  /** What stands before the path of every call. */
  readonly prefix: "/api" | "/private/api";
  /** Names the credential set for errors: user and customer, never a secret. */
  readonly describe: string;
  /** Values that must not appear in any text. */
  readonly secrets: readonly string[];
  headers(signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** Called after a 401; true when another try with new headers makes sense. */
  renew(): boolean;
}

/** A header value may hold visible ASCII, blanks inside, and Latin-1. Source: RFC 9110 §5.5. */
const HEADER_VALUE = /^[\x21-\x7e\x80-\xff]([\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/;

/** Settings for which nothing but presence and transportability can be checked before SCM has spoken. */
function checkHeader(path: string, value: string): void {
  if (value === "") {
    throw new ConfigError(`${path} is empty`, {
      code: "config.credential_missing",
      path,
      hint: `Set ${path}.`,
    });
  }
  if (!HEADER_VALUE.test(value)) {
    throw new ConfigError(`${path} holds a character that can't stand in an HTTP header`, {
      code: "config.credential_characters",
      path,
      hint: "Remove line breaks and blanks around the value; use characters of Latin-1 only.",
    });
  }
}

/**
 * Header sign-in. Source: Sectigo Certificate Manager REST API reference, May 2025, "Authentication".
 * @throws ConfigError `config.credential_missing`, `config.credential_characters`
 */
function passwordSession(login: PasswordLogin): LoginSession {
  checkHeader("username", login.username);
  checkHeader("password", login.password);
  checkHeader("customer_uri", login.customerUri);
  const headers = { login: login.username, password: login.password, customerUri: login.customerUri };
  return {
    prefix: "/api",
    describe: `user ${quoted(login.username)} of customer ${quoted(login.customerUri)}`,
    secrets: [login.password],
    headers: async () => headers,
    renew: () => false,
  };
}

/** Makes the session for a login of any kind. */
export function openLogin(login: Login): LoginSession {
  return passwordSession(login);
}
