import type { IncomingHttpHeaders } from "node:http";
import { badCredentials, type ScmError, TokenError, unknownUser } from "../errors.ts";
import type { Scm } from "../scm.ts";
import { type Administrator, passwordStateAt } from "../tenant.ts";
import type { LoginKind } from "./call.ts";

/** Who calls, and how it was proved. */
export type SignedIn = { readonly administrator: Administrator; readonly kind: LoginKind };

/** What a sign-in is judged by. */
export type Attempt = {
  readonly headers: IncomingHttpHeaders;
  /** `/api` or `/private/api`. */
  readonly prefix: string;
  /** Certificate of the TLS client, DER. */
  readonly peerCertificate: Buffer | undefined;
};

/**
 * Three ways to sign in. A Bearer token goes wherever an `Authorization` header comes; otherwise `/api` takes the
 * password in headers, `/private/api` the TLS client certificate and no password.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Authentication". Whether a suspended
 * administrator or an expired password is told apart from a wrong one is undocumented: here it is not.
 * @throws ScmError -16 (HTTP 401), TokenError
 */
export function signIn(scm: Scm, attempt: Attempt): SignedIn {
  const { headers, prefix } = attempt;
  if (headers.authorization !== undefined) return byToken(scm, attempt, headers.authorization);
  const isPrivate = prefix.startsWith("/private");
  const { login } = headers;
  if (typeof login !== "string" || headers.customeruri !== scm.tenant.customerUri) throw unknownUser();
  const administrator = scm.tenant.administrators.find((candidate) => candidate.login === login);
  if (!administrator) throw unknownUser();
  if (!mayCall(administrator)) throw shutOut(scm);
  if (isPrivate) return byCertificate(administrator, attempt.peerCertificate);
  return byPassword(scm, administrator, headers.password);
}

function shutOut({ options }: Scm): ScmError {
  return options.strict.shutOutHasOwnCode ? badCredentials() : unknownUser();
}

function byPassword(scm: Scm, administrator: Administrator, password: unknown): SignedIn {
  const now = scm.clock.now();
  if (password !== administrator.password) {
    administrator.failedAttempts += 1;
    administrator.failedDate = now;
    throw unknownUser();
  }
  if (passwordStateAt(administrator, now) === "EXPIRED") throw shutOut(scm);
  administrator.failedAttempts = 0;
  return { administrator, kind: "password" };
}

function byCertificate(administrator: Administrator, peerCertificate: Buffer | undefined): SignedIn {
  if (!peerCertificate?.equals(administrator.clientCertificate.der)) throw unknownUser();
  return { administrator, kind: "certificate" };
}

function byToken(scm: Scm, { headers, prefix }: Attempt, authorization: string): SignedIn {
  const { strict } = scm.options;
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
  const administrator = scm.tokens.holderOf(token, scm.clock.now());
  if (administrator?.activeStatus !== "ACTIVE") throw new TokenError();
  if (strict.noBearerUnderPrivate && prefix.startsWith("/private")) throw new TokenError();
  if (strict.bearerNeedsCustomerUri && headers.customeruri !== scm.tenant.customerUri) throw new TokenError();
  return { administrator, kind: "token" };
}

/** Administrators from an identity provider can't use the API; nor can those who are shut out. */
function mayCall({ type, activeStatus }: Administrator): boolean {
  return type !== "IDP" && activeStatus === "ACTIVE";
}

/** Sign-in that was tried, for the request log; says nothing about success. */
export function attemptedLogin(headers: IncomingHttpHeaders): LoginKind | "none" {
  if (headers.authorization !== undefined) return "token";
  return headers.login === undefined ? "none" : headers.password === undefined ? "certificate" : "password";
}
