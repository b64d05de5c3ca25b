import { judgePublicName } from "../pki/judge-public-name.ts";
import { CEILINGS, ceilingAt } from "./certificate/judge/ceilings.ts";
import type { InventoryRow } from "./inventory-row.ts";
import { earliestEnd } from "./validity.ts";

/** What a certificate may violate. */
export const POLICIES = [
  "weak_key",
  "sha1_signature",
  "long_validity",
  "wildcard",
  "internal_name",
  "foreign_issuer",
] as const;
export type Policy = (typeof POLICIES)[number];

/** The ceiling before those that are in force. Source: CA/Browser Forum, ballot 193. */
const FORMER_CEILING = { from: new Date("2018-03-01T00:00:00Z"), days: 825 };

/** Whether each policy is violated; null where SCM tells too little. */
type PolicyVerdicts = Readonly<Record<Policy, boolean | null>>;

/** Bits of security that a key has at least. Source: NIST SP 800-57 part 1 revision 5, table 4: 112 until 2030. */
const LEAST_STRENGTH = 112;
const DAY_MS = 86_400_000;

/**
 * Top-level names that no public domain has. Source: RFC 6761 and RFC 6762 (special use), RFC 8375 (home.arpa), ICANN's
 * resolution 2024.07.29.06 (internal) and its report on name collisions (corp, home, mail); lan and intranet by RFC 6762,
 * appendix G.
 */
const INTERNAL = new Set([
  ...["local", "localhost", "localdomain", "internal", "test", "invalid", "example", "onion"],
  ...["corp", "home", "mail", "lan", "intranet", "private"],
]);

/** Organizations in the names of Sectigo's CAs, today's and former ones, as their certificates in public logs have them. */
const OWN_ISSUERS = /\bO\s*=\s*"?(Sectigo|COMODO CA|The USERTRUST Network|Internet2|GEANT)/i;

/** Judges one certificate by every policy, whatever its state. */
export function judgePolicies(row: InventoryRow): PolicyVerdicts {
  // Names and terms of servers are what the policies of public CAs are about.
  const isServer = row.type === "ssl";
  return {
    weak_key: row.keyStrength === null ? null : row.keyStrength < LEAST_STRENGTH,
    sha1_signature:
      row.signatureAlgorithm === null ? null : /sha-?1\b|sha1with|md5/i.test(row.signatureAlgorithm),
    long_validity: isTooLong(row),
    wildcard: isServer && someName(row, (name) => name.startsWith("*.")),
    internal_name: isServer && someName(row, isInternal),
    foreign_issuer: isForeign(row),
  };
}

/** The policies that are known to be violated, in their order. */
export function violationsOf(row: InventoryRow): readonly Policy[] {
  const verdicts = judgePolicies(row);
  return POLICIES.filter((policy) => verdicts[policy] === true);
}

function someName(row: InventoryRow, test: (name: string) => boolean): boolean | null {
  const names = [...(row.commonName === null ? [] : [row.commonName]), ...row.subjectAlternativeNames];
  const lower = names.map((name) => name.toLowerCase());
  if (lower.some(test)) return true;
  // Without its alternative names not all names of a certificate are known.
  return row.subjectAlternativeNames.length === 0 ? null : false;
}

function isInternal(name: string): boolean {
  const kind = /^[\d.]+$|:/.test(name) ? "ip" : "dns";
  if (kind === "ip") return judgePublicName({ kind, value: name }) !== null;
  const labels = name.split(".");
  return labels.length === 1 || INTERNAL.has(labels.at(-1) ?? "") || name.endsWith(".home.arpa");
}

/** By the ceiling of its day of issue, for server certificates; where that day is not told, by its term. */
function isTooLong({ type, issued, expires, termDays }: InventoryRow): boolean | null {
  if (type !== "ssl") return false;
  if (expires === null) return null;
  const end = earliestEnd(expires).getTime();
  const begin = issued === null ? (termDays === null ? null : end - termDays * DAY_MS) : Date.parse(issued);
  if (begin === null) return null;
  if (begin < FORMER_CEILING.from.getTime()) return null;
  const ceiling = begin < (CEILINGS[0]?.from.getTime() ?? 0) ? FORMER_CEILING : ceilingAt(new Date(begin));
  const days = issued === null ? (termDays ?? 0) : Math.floor((end - begin) / DAY_MS);
  return days > ceiling.days;
}

/** What was ordered in SCM comes from a CA of the account; all else is judged by its issuer's organization. */
function isForeign({ origin, issuer }: InventoryRow): boolean | null {
  if (origin === "managed") return false;
  return issuer === null ? null : !OWN_ISSUERS.test(issuer);
}
