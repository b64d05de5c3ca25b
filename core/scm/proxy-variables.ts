import { BlockList, isIP } from "node:net";
import { ConfigError } from "../base/errors.ts";
import { percentDecoded } from "../base/text.ts";
import { isLoopbackHost } from "./base-url.ts";
import { type ConnectProxy, judgeProxyUrl } from "./proxy.ts";

/** `HTTPS_PROXY` and `NO_PROXY` as the entry point was given them, in either case. */
export type ProxyVariables = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for an address; null goes straight. This machine itself is never reached by a
 * proxy, and plain http, which only this machine is spoken to by, neither.
 * Source: golang.org/x/net/http/httpproxy, whose rules Terraform's own requests follow.
 * @throws ConfigError `config.proxy_variable`
 */
export function proxyFromVariables(origin: string, variables: ProxyVariables): ConnectProxy | null {
  const url = new URL(origin);
  const given = variables.HTTPS_PROXY || variables.https_proxy;
  if (!given || url.protocol !== "https:" || isLoopbackHost(url.hostname)) return null;
  if (isExcepted(url, variables.NO_PROXY || variables.no_proxy || "")) return null;
  const verdict = judgeProxyUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`);
  if (verdict.ok) return proxyOf(verdict.url);
  throw new ConfigError(`use the proxy that HTTPS_PROXY names: it ${verdict.reason}`, {
    code: "config.proxy_variable",
    hint: `${verdict.hint} Or unset HTTPS_PROXY.`,
  });
}

function proxyOf(url: URL): ConnectProxy {
  const { origin, username, password } = url;
  if (username === "" && password === "") return { origin, credentials: null };
  return { origin, credentials: { username: percentDecoded(username), password: percentDecoded(password) } };
}

function isExcepted(url: URL, list: string): boolean {
  const entries = list.split(",").map((entry) => entry.trim().toLowerCase());
  return entries.some((entry) => entry !== "" && covers(entry, url));
}

/** An entry is `*`, a domain (with all below it), `.domain` or `*.domain` (only those below), an address or a range; with a port or not. */
function covers(entry: string, url: URL): boolean {
  if (entry === "*") return true;
  const hostname = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const range = /^(.+)\/(\d+)$/.exec(entry);
  if (range) return isInRange(hostname, range[1] ?? "", Number(range[2]));
  const [, name = entry, port] = /^(.*?)(?::(\d+))?$/.exec(isIP(entry) ? `[${entry}]` : entry) ?? [];
  if (port !== undefined && port !== (url.port || "443")) return false;
  const host = name.replace(/^\[(.*)\]$/, "$1").replace(/^\*\./, ".");
  if (host.startsWith(".")) return hostname.endsWith(host);
  return hostname === host || hostname.endsWith(`.${host}`);
}

function isInRange(address: string, network: string, prefix: number): boolean {
  const family = isIP(address);
  if (family === 0 || isIP(network) !== family || prefix > (family === 4 ? 32 : 128)) return false;
  const type = family === 4 ? "ipv4" : "ipv6";
  const ranges = new BlockList();
  ranges.addSubnet(network, prefix, type);
  return ranges.check(address, type);
}
