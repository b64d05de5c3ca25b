import { ConfigError } from "../base/errors.ts";
import { quoted } from "../base/text.ts";

/** What a base or token address was judged to be. */
type UrlVerdict =
  | {
      readonly ok: true;
      /** Scheme, host and port, without a trailing slash. */
      readonly origin: string;
      /** What stands before `/api` at a reverse proxy; "" at Sectigo. Never ends in a slash. */
      readonly path: string;
      readonly isLoopback: boolean;
    }
  | { readonly ok: false; readonly reason: string; readonly hint: string };

export const DEFAULT_BASE_URL = "https://cert-manager.com";

const ALLOWED_HOSTS = "SECTIGO_ALLOWED_HOSTS";

function refuse(reason: string, hint: string): UrlVerdict {
  return { ok: false, reason, hint };
}

/** Names and addresses that never leave the machine. Sources: RFC 6761 §6.3, RFC 5735 §3, RFC 4291 §2.5.3. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Hosts that Sectigo runs: cert-manager.com with its instances, and everything below sectigo.com. */
function isSectigoHost(hostname: string): boolean {
  return hostname === "cert-manager.com" || /\.(cert-manager|sectigo)\.com$/.test(hostname);
}

/** An entry is a host or host:port, compared without regard to case; no wildcards, so that a list says what it means. */
export function isListed(url: URL, allowedHosts: readonly string[]): boolean {
  const wanted = allowedHosts.map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== "");
  return wanted.includes(url.hostname) || wanted.includes(url.host);
}

/** Parses without the laxness of browsers, which also accept `https:host` and backslashes. */
function parseStrict(text: string): URL | null {
  if (!/^https?:\/\/[^\\\s]+$/i.test(text)) return null;
  return URL.canParse(text) ? new URL(text) : null;
}

function judgeParts(url: URL): UrlVerdict | null {
  if (url.username !== "" || url.password !== "") {
    return refuse(
      "it contains a user name or password",
      "Give credentials in their own settings, not in the address.",
    );
  }
  if (url.search !== "" || url.hash !== "") {
    return refuse("it contains a query or fragment", "Leave out everything from `?` or `#` on.");
  }
  if (url.protocol === "http:" && !isLoopbackHost(url.hostname)) {
    return refuse(
      `plain http would send the credentials to ${quoted(url.hostname)} unencrypted`,
      "Use https; http is accepted only for this machine itself (127.0.0.1, ::1, localhost).",
    );
  }
  return null;
}

/**
 * Judges where credentials may be sent: Sectigo's hosts, this machine, or a host the operator listed on purpose.
 * A checked-out repository may set the address, but not the list, so it can't lead credentials elsewhere.
 * @param text         address as the user wrote it
 * @param allowedHosts operator's extra hosts (`host` or `host:port`), from outside the configuration
 */
export function judgeHost(text: string, allowedHosts: readonly string[]): UrlVerdict {
  const url = parseStrict(text.trim());
  if (url === null) {
    // Not quoted when it may hold a password.
    const shown = text.includes("@") ? "it" : quoted(text);
    return refuse(`${shown} is not an address`, `Write it in full, for example ${DEFAULT_BASE_URL}.`);
  }
  const fault = judgeParts(url);
  if (fault) return fault;
  const isLoopback = isLoopbackHost(url.hostname);
  if (!isLoopback && !isSectigoHost(url.hostname) && !isListed(url, allowedHosts)) {
    return refuse(
      `${quoted(url.hostname)} is not one of Sectigo's hosts (cert-manager.com, *.cert-manager.com, *.sectigo.com)`,
      `If credentials may be sent there, list the host in the environment variable ${ALLOWED_HOSTS}.`,
    );
  }
  return { ok: true, origin: url.origin, path: url.pathname.replace(/\/+$/, ""), isLoopback };
}

/**
 * Judges SCM's base address. With or without trailing `/`, `/api`, `/api/ssl` or `/private`: public clients use all
 * of these forms, and which of `/api` and `/private/api` is called follows from the sign-in, not from the address.
 * @returns origin and remaining path prefix, or the reason and remedy
 */
export function judgeBaseUrl(text: string, allowedHosts: readonly string[]): UrlVerdict {
  const verdict = judgeHost(text, allowedHosts);
  if (!verdict.ok) return verdict;
  const portal = /^\/customer\/([^/]+)/.exec(verdict.path);
  if (portal) {
    return refuse(
      "it is the address of the web portal",
      `Use ${verdict.origin} as base address and ${quoted(portal[1] ?? "")} as customer URI.`,
    );
  }
  const path = verdict.path
    .replace(/\/+/g, "/")
    .replace(/(\/private)?\/api(\/ssl)?(\/v\d)?$/i, "")
    .replace(/\/private$/i, "");
  const hostname = new URL(verdict.origin).hostname;
  if (path !== "" && isSectigoHost(hostname)) {
    return refuse(`it has an unknown path ${quoted(path)}`, `Use ${verdict.origin}.`);
  }
  return { ...verdict, path };
}

/** An address that credentials may go to. */
export type GoodUrl = Extract<UrlVerdict, { ok: true }>;

/** @throws ConfigError `config.base_url`, `config.token_url` */
export function acceptUrl(path: "base_url" | "token_url", verdict: UrlVerdict): GoodUrl {
  if (verdict.ok) return verdict;
  throw new ConfigError((words) => `${words[path]} is refused: ${verdict.reason}`, {
    code: `config.${path}`,
    path,
    hint: verdict.hint,
  });
}
