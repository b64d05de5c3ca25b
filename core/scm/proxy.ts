/** A proxy that opens tunnels by CONNECT. Source: RFC 9110 §9.3.6. */
export interface ConnectProxy {
  /** Scheme, host and port: `http://10.0.0.1:3128`, or https for TLS to the proxy itself. */
  readonly origin: string;
  /** Sent to the proxy alone. Source: RFC 7617. */
  readonly credentials: ProxyCredentials | null;
}

interface ProxyCredentials {
  readonly username: string;
  readonly password: string;
}

/** What was asked of a proxy's address; the reason completes "it …". */
type ProxyVerdict =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly reason: string; readonly hint: string };

const EXAMPLE = "Write it like http://10.0.0.1:3128, or https:// for TLS to the proxy itself.";

/** Judges a proxy's address: scheme, host and port, nothing else. Never quotes it: it may hold a password. */
export function judgeProxyUrl(text: string): ProxyVerdict {
  const trimmed = text.trim();
  if (/^socks/i.test(trimmed)) return refuse("is a SOCKS proxy, which can't be used", EXAMPLE);
  if (!/^https?:\/\/[^\\\s]+$/i.test(trimmed) || !URL.canParse(trimmed))
    return refuse("is not an address of a proxy", EXAMPLE);
  const url = new URL(trimmed);
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "")
    return refuse("has a path, a query or a fragment, which a proxy has not", EXAMPLE);
  return { ok: true, url };
}

function refuse(reason: string, hint: string): ProxyVerdict {
  return { ok: false, reason, hint };
}
