import type { Text } from "../base/words.ts";
import type { WireFault } from "./wire-fault.ts";

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
