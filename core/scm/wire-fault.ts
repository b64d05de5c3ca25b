import type { Text } from "../base/words.ts";
import { NoConnection, TunnelRefused } from "./tunnel.ts";

type WireFaultKind =
  | "refused"
  | "dns"
  | "tls"
  | "connect_timeout"
  | "proxy_refused"
  | "no_sensor"
  | "timeout"
  | "reset"
  | "truncated"
  | "too_large"
  | "malformed"
  | "stopped";

/** Why no complete answer came. */
export interface WireFault {
  readonly kind: WireFaultKind;
  /** False only when surely no byte of the request left this machine. */
  readonly wasSent: boolean;
  /** The system's own name for it ("ECONNRESET"), for the message. */
  readonly detail: string;
  readonly cause: unknown;
  /** Where no connection came about: with the proxy, or through it with SCM. */
  readonly stage?: "proxy" | "tunnel" | undefined;
  /** Name of the sensor that carried it. */
  readonly route?: string | undefined;
  /** Of `no_sensor`: why each of them did not lead to SCM. */
  readonly causes?: readonly string[] | undefined;
  /** To try again within moments would end alike. */
  readonly isLasting?: boolean | undefined;
}

/** The answer was longer than wanted. */
export class BodyTooLarge extends Error {}

/** Codes of errors that can only arise before a request is written. Source: undici's and libuv's error names. */
const UNSENT: Readonly<Record<string, WireFaultKind>> = {
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "refused",
  ENETUNREACH: "refused",
  EADDRNOTAVAIL: "refused",
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  UND_ERR_CONNECT_TIMEOUT: "connect_timeout",
};

/**
 * Verification of the server's certificate fails before anything is written; a TLS alert may come later.
 * Source: Node.js documentation, "TLS (SSL)", X509 certificate error codes.
 */
const BAD_SERVER_CERTIFICATE =
  /^(CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERROR_IN_C|INVALID_(CA|PURPOSE)$|PATH_LENGTH_|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/;

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** Whether the error names `connect` as the failed system call, itself or (several addresses) in its parts. */
function isConnectPhase(error: unknown): boolean {
  if (property(error, "syscall") === "connect") return true;
  const parts = property(error, "errors");
  return (
    Array.isArray(parts) && parts.length > 0 && parts.every((part) => property(part, "syscall") === "connect")
  );
}

/** A connection that never was, through a proxy: whatever the cause, nothing was sent. */
function noConnection({ stage, cause }: NoConnection): WireFault {
  if (!(cause instanceof TunnelRefused)) return { ...sortFault(cause), wasSent: false, stage };
  const { status } = cause;
  const detail = status === 407 ? "HTTP 407, it wants other credentials" : `HTTP ${status}`;
  // A gateway's 5xx passes; credentials and rules stay as they are.
  return { kind: "proxy_refused", wasSent: false, detail, cause, stage, isLasting: status < 500 };
}

/** Sorts an error of undici or the system. Unknown ones count as sent: an order must not be repeated on a guess. */
export function sortFault(error: unknown): WireFault {
  const code = String(property(error, "code") ?? property(error, "name") ?? "unknown");
  const fault = (kind: WireFaultKind, wasSent: boolean): WireFault => ({
    kind,
    wasSent,
    detail: code,
    cause: error,
  });
  if (error instanceof NoConnection) return noConnection(error);
  if (error instanceof BodyTooLarge) return fault("too_large", true);
  const unsent = UNSENT[code];
  if (unsent) return fault(unsent, false);
  if (isConnectPhase(error)) return fault(code === "ETIMEDOUT" ? "connect_timeout" : "refused", false);
  if (BAD_SERVER_CERTIFICATE.test(code)) return fault("tls", false);
  if (code === "EPROTO" || code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_"))
    return fault("tls", true);
  if (code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT" || code === "ETIMEDOUT") {
    return fault("timeout", true);
  }
  if (code === "UND_ERR_RES_CONTENT_LENGTH_MISMATCH") return fault("truncated", true);
  // The parser's error carries what was received, which must not travel on as a cause.
  if (property(error, "name") === "HTTPParserError") return { ...fault("malformed", true), cause: undefined };
  return fault("reset", true);
}

/** What a fault is called, and what to do about it. */
export const FAULT_WORDS: Readonly<Record<WireFault["kind"], readonly [says: string, hint: Text]>> = {
  refused: [
    "the connection was refused",
    "Check the base URL, firewalls and proxies between this machine and SCM.",
  ],
  dns: ["the host name can't be resolved", "Check the base URL and this machine's name resolution."],
  tls: [
    "no secure connection could be made",
    ({ ca_certificates }) =>
      `Check for a proxy that inspects TLS. To trust an authority of your own, give it in ${ca_certificates} or SECTIGO_CA_CERTIFICATES.`,
  ],
  connect_timeout: [
    "no connection could be made in time",
    "Check firewalls and proxies between this machine and SCM.",
  ],
  proxy_refused: ["the proxy opens no tunnel", "Check the proxy's address, its credentials and its rules."],
  no_sensor: ["no sensor leads to SCM", "Check the proxies of the sensors; one that works is enough."],
  timeout: ["no complete answer came in time", "Try again later, or raise the request timeout."],
  reset: ["the connection broke before the answer was complete", "Try again."],
  truncated: ["the answer was shorter than announced", "Try again."],
  too_large: ["the answer was larger than this client accepts", "Ask for less at once."],
  malformed: ["the answer was not HTTP", "Check the base URL and any proxy on the way."],
  stopped: ["stopped while waiting for the answer", "Run again."],
};

/** Why one way did not lead to SCM: `the connection was refused (ECONNREFUSED, at the proxy)`. */
export function faultWords({ kind, detail, stage }: WireFault): string {
  const [says] = FAULT_WORDS[kind];
  const place = stage === undefined ? "" : stage === "proxy" ? ", at the proxy" : ", behind the proxy";
  return `${says} (${detail}${place})`;
}
