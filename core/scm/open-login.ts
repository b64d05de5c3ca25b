import { acceptUrl, type GoodUrl, judgeHost } from "./base-url.ts";
import { type CallerParts, createCaller } from "./caller.ts";
import { createGate } from "./gate.ts";
import { type Login, type LoginSession, type OAuth2Login, passwordSession } from "./login.ts";
import { certificateSession } from "./login-certificate.ts";
import { DEFAULT_TOKEN_URL, oauth2Session, tokenHostSession } from "./login-oauth2.ts";
import { openRoutes, type Ways } from "./open-routes.ts";

/** What all callers of one client share. */
export type SharedParts = Omit<CallerParts, "transport" | "login" | "host" | "edition">;

interface LoginParts {
  readonly shared: SharedParts;
  /** Tokens are fetched by the same ways as everything else. */
  readonly ways: Ways;
  readonly ca: string | undefined;
}

/** @throws ConfigError when a credential can't be used */
export function openLogin(login: Login, parts: LoginParts): LoginSession {
  const { clock } = parts.shared;
  switch (login.kind) {
    case "password":
      return passwordSession(login);
    case "certificate":
      return certificateSession(login, clock);
    case "oauth2": {
      const { caller, close } = tokenCaller(login, parts);
      return { ...oauth2Session(login, caller, clock), close };
    }
  }
}

/** @throws ConfigError `config.token_url` */
export function tokenUrlOf({ tokenUrl }: OAuth2Login, allowedHosts: readonly string[]): GoodUrl {
  return acceptUrl("token_url", judgeHost(tokenUrl ?? DEFAULT_TOKEN_URL, allowedHosts));
}

/** A caller for the token host; with a gate of its own, since it is called from within other calls' turns. */
function tokenCaller(login: OAuth2Login, { shared, ways, ca }: LoginParts) {
  const url = tokenUrlOf(login, ways.allowedHosts);
  const target = { url, isScm: false, connections: 1, tls: { ca } };
  const routes = openRoutes(target, ways, shared);
  const caller = createCaller({
    ...shared,
    gate: createGate(1),
    transport: routes.through(null),
    login: tokenHostSession(login),
    host: new URL(url.origin).host,
    edition: "admin",
  });
  return { caller, close: () => routes.close() };
}
