import { isIP } from "node:net";
import { domainToASCII } from "node:url";

/** What a name in a certificate may be; "other" is anything a server certificate has no use for. */
export type NameKind = "dns" | "ip" | "email" | "uri" | "other";

/**
 * A subject alternative name in canonical form, so that equal names have equal values:
 * DNS in lower-case A-labels without trailing dot; IPv4 in four decimals, IPv6 as RFC 5952 §4; mail addresses with a
 * lower-case domain; URIs with lower-case scheme and host (RFC 5280 §7.2, §7.4, §7.5).
 */
export interface San {
  readonly kind: NameKind;
  readonly value: string;
}

/** Names a person types are plain text; the form tells the kind. Never throws: {@link judgeName} says what is wrong. */
export function readSan(text: string): San {
  const trimmed = text.trim();
  if (isIP(trimmed) !== 0) return { kind: "ip", value: canonicalIp(trimmed) };
  if (/^(?:[a-z][a-z0-9+.-]*:\/\/|urn:)/i.test(trimmed)) return { kind: "uri", value: canonicalUri(trimmed) };
  if (trimmed.includes("@")) return { kind: "email", value: canonicalEmail(trimmed) };
  return { kind: "dns", value: canonicalDns(trimmed) };
}

/** Canonical DNS name. Text that is not a name comes back in lower case, so that comparing never fails. */
export function canonicalDns(name: string): string {
  const lower = name.toLowerCase().replace(/\.$/, "");
  // Only beyond ASCII: for plain names the URL rules would turn "1.2" into an IPv4 address.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "all of ASCII"
  return /^[\u0000-\u007f]*$/.test(lower) ? lower : domainToASCII(lower) || lower;
}

/** RFC 5952 for IPv6, with its mixed notation for mapped addresses left out: one address, one text is all we need. */
export function canonicalIp(address: string): string {
  if (isIP(address) !== 6 || address.includes("%")) return address;
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

/** RFC 5280 §7.5: only the host part is compared without case. */
export function canonicalEmail(address: string): string {
  const at = address.lastIndexOf("@");
  if (at < 0) return address;
  return `${address.slice(0, at)}@${canonicalDns(address.slice(at + 1))}`;
}

/** RFC 5280 §7.4: scheme and host are compared without case, the rest as it stands. */
export function canonicalUri(uri: string): string {
  return uri.replace(/^([a-z][a-z0-9+.-]*:)(\/\/[^/?#]*)?/i, (start) => start.toLowerCase());
}

function keyOf(san: San): string {
  return `${san.kind}:${san.value}`;
}

/** The names as a set, in a fixed order (kind, then value), each once. */
export function nameSet(names: Iterable<string | San>): San[] {
  const found = new Map<string, San>();
  for (const name of names) {
    const san = typeof name === "string" ? readSan(name) : name;
    found.set(keyOf(san), san);
  }
  // Code point order, not the machine's locale: the order ends up in hashes.
  return [...found.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, san]) => san);
}

/** Whether a server certificate can have it: host names and IP addresses. CA/Browser Forum Baseline Requirements §7.1.2.7.12. */
export function isServerName({ kind }: San): boolean {
  return kind === "dns" || kind === "ip";
}

/** Names with the common name among them: SCM and CAs add it to the SANs, so it counts as one. */
export function withCommonName(commonName: string | null, names: Iterable<string | San>): San[] {
  return nameSet(commonName === null || commonName === "" ? names : [commonName, ...names]);
}

/** Whether two lists mean the same set of names, whatever their order, case, repetition or spelling. */
export function sameNames(one: Iterable<string | San>, other: Iterable<string | San>): boolean {
  const others = nameSet(other).map(keyOf);
  const ones = nameSet(one).map(keyOf);
  return ones.length === others.length && ones.every((key, index) => key === others[index]);
}

/** Names of the first list that the second lacks, in canonical order. */
export function namesMissing(wanted: Iterable<string | San>, present: Iterable<string | San>): San[] {
  const known = new Set(nameSet(present).map(keyOf));
  return nameSet(wanted).filter((san) => !known.has(keyOf(san)));
}
