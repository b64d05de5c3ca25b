import { BlockList } from "node:net";
import type { San } from "./names.ts";

/**
 * Says why a publicly trusted CA can't certify a name that is well formed: as the end of a sentence that begins with the name.
 * Who owns a domain, only SCM knows.
 * @returns null when nothing speaks against it
 * Source: CA/Browser Forum Baseline Requirements for TLS Server Certificates, §7.1.2.7.12 and §7.1.4.2 (names), §1.6.1
 * (reserved addresses: those that IANA's registries of special purpose addresses keep from the Internet).
 */
export function judgePublicName({ kind, value }: San): string | null {
  if (kind === "dns") return value.includes("_") ? "holds an underscore, which public CAs refuse" : null;
  if (kind !== "ip") return null;
  const isReserved = RESERVED.check(value, value.includes(":") ? "ipv6" : "ipv4");
  return isReserved ? "is a reserved address, which public CAs refuse" : null;
}

const RESERVED = new BlockList();

/** RFC 6890 and IANA's registries for IPv4 and IPv6, special purpose, as far as they are not globally reachable. */
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  RESERVED.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 128],
  ["::1", 128],
  ["100::", 64],
  ["2001:2::", 48],
  ["2001:db8::", 32],
  ["3fff::", 20],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  RESERVED.addSubnet(network, bits, "ipv6");
