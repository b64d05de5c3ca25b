import type { Scm } from "../scm.ts";
import { type Answer, edgeAnswer, json } from "./answer.ts";
import type { Incoming } from "./exchange.ts";

/** Where tokens are given out, below the token host's root. Source: Sectigo Admin Operations API, getting started. */
export const TOKEN_PATH = "/auth/realms/apiclients/protocol/openid-connect/token";

/**
 * OAuth2 client credentials (RFC 6749 section 4.4): a form with `grant_type`, `client_id` and `client_secret`.
 * Errors have the form of Keycloak, whose paths the vendor's host has.
 */
export function answerToken(scm: Scm, { method, path, body, request }: Incoming): Answer {
  if (path !== TOKEN_PATH) return edgeAnswer(404, "Not Found");
  if (method !== "POST") return edgeAnswer(405, "Method Not Allowed");
  if (!request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    return oauthError(400, "invalid_request", "Missing form parameter: grant_type");
  }
  const form = new URLSearchParams(body.toString("utf8"));
  if (form.get("grant_type") !== "client_credentials") {
    return oauthError(400, "unsupported_grant_type", "Unsupported grant_type");
  }
  const client = scm.tenant.administrators.find(({ clientId }) => clientId === form.get("client_id"));
  if (!client || client.clientSecret !== form.get("client_secret") || client.activeStatus !== "ACTIVE") {
    return oauthError(401, "invalid_client", "Invalid client or Invalid client credentials");
  }
  return json({
    access_token: scm.tokens.issue(client, scm.clock.now()),
    expires_in: scm.options.tokenLifetimeS,
    refresh_expires_in: 0,
    token_type: "Bearer",
    "not-before-policy": 0,
    scope: "profile email",
  });
}

function oauthError(status: number, error: string, description: string): Answer {
  return { status, json: { error, error_description: description } };
}
