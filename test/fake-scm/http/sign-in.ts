import type { IncomingHttpHeaders } from "node:http";
import { unknownUser } from "../errors.ts";
import type { Administrator, Tenant } from "../tenant.ts";
import type { LoginKind } from "./call.ts";

export type SignedIn = { readonly administrator: Administrator; readonly kind: LoginKind };

/**
 * Who calls, by the three headers of the password sign-in.
 * Source: Sectigo Certificate Manager REST API reference, May 2025, "Authentication". Whether a suspended
 * administrator or an expired password is told apart from a wrong one is undocumented: here it is not.
 * @throws ScmError -16 (HTTP 401)
 */
export function signIn(headers: IncomingHttpHeaders, tenant: Tenant): SignedIn {
  const { login, password, customeruri: customerUri } = headers;
  if (typeof login !== "string" || typeof password !== "string") throw unknownUser();
  if (customerUri !== tenant.customerUri) throw unknownUser();
  const administrator = tenant.administrators.find((candidate) => candidate.login === login);
  if (!administrator || administrator.password !== password || !mayCall(administrator)) throw unknownUser();
  return { administrator, kind: "password" };
}

/** Administrators from an identity provider can't use the API; nor can those who are shut out. */
function mayCall({ type, activeStatus, passwordState }: Administrator): boolean {
  return type !== "IDP" && activeStatus === "ACTIVE" && passwordState !== "EXPIRED";
}

/** Sign-in that was tried, for the request log; says nothing about success. */
export function attemptedLogin(headers: IncomingHttpHeaders): LoginKind | "none" {
  if (headers.authorization !== undefined) return "token";
  return headers.login === undefined ? "none" : headers.password === undefined ? "certificate" : "password";
}
