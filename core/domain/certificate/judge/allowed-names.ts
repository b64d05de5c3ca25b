import { quoted } from "../../../base/text.ts";
import type { Csr } from "../../../pki/csr.ts";
import { judgeName } from "../../../pki/judge-name.ts";
import { canonicalDns, isServerName, nameSet, readSan, type San } from "../../../pki/names.ts";
import type { Finding } from "../certificate-order.ts";

/** All names that a certificate would carry, from wherever they are asked. */
export interface AskedNames {
  readonly csr?: Csr | null | undefined;
  /** Where there is no CSR to take it from. */
  readonly commonName?: string | null | undefined;
  readonly names?: readonly string[] | null | undefined;
}

/**
 * Says what is wrong with a pattern of allowed names; null when it is one. The forms:
 * `shop.example.test` (that name), `*.example.test` (one label in place of the star), `.example.test` (one label or more
 * before it, never the domain itself), and any IP address or mail address as it is.
 * @returns completes "the pattern …"
 */
export function judgeNamePattern(pattern: string): string | null {
  const reason = judgeName(pattern.startsWith(".") ? pattern.slice(1) : pattern);
  if (reason !== null) return reason;
  if (pattern.startsWith(".") && /[*@]|:\/\//.test(pattern))
    return "begins with a dot and has another sign of its own; `.example.test` covers every depth already";
  return null;
}

/**
 * Whether one of the patterns covers a name. A wildcard name needs a pattern that covers all it stands for: `*.a.test` is
 * allowed by `*.a.test` and `.a.test`, not by a list of the names it could be used for.
 */
export function isAllowedName(name: string | San, patterns: readonly string[]): boolean {
  const san = typeof name === "string" ? readSan(name) : name;
  return patterns.some((pattern) => covers(pattern.trim(), san));
}

function covers(pattern: string, { kind, value }: San): boolean {
  if (kind === "dns" && pattern.startsWith(".")) return isBelow(value, canonicalDns(pattern));
  if (kind === "dns" && pattern.startsWith("*.")) {
    const domain = canonicalDns(pattern.slice(1));
    return isBelow(value, domain) && !value.slice(0, -domain.length).includes(".");
  }
  const same = readSan(pattern);
  return same.kind === kind && same.value === value;
}

/** @param domain with its leading dot */
function isBelow(name: string, domain: string): boolean {
  return domain.length > 1 && name.length > domain.length && name.endsWith(domain);
}

/** Names that no pattern covers, in canonical order, each once. */
function namesNotAllowed(names: Iterable<string | San>, patterns: readonly string[]): San[] {
  return nameSet(names).filter((san) => !isAllowedName(san, patterns));
}

/**
 * Holds everything that is asked for against the allowed names: common name, names of the order, and names that stand in
 * the CSR alone, but for kinds that no server certificate can have. SCM ignores the latter, but who merged such a CSR meant them, and another reader may not ignore them.
 * @param patterns null or undefined: everything is allowed; empty: nothing is
 */
export function judgeAllowedNames(
  { csr, commonName, names }: AskedNames,
  patterns: readonly string[] | null | undefined,
): Finding[] {
  if (patterns === null || patterns === undefined) return [];
  const subject = csr?.commonName ?? commonName ?? null;
  const inRequest = nameSet([
    ...(subject === null ? [] : [subject]),
    ...(csr?.names ?? []).filter(isServerName),
  ]);
  const listed = nameSet(names ?? []);
  const isListed = new Set(listed.map(({ kind, value }) => `${kind}:${value}`));
  const others = inRequest.filter(({ kind, value }) => !isListed.has(`${kind}:${value}`));
  return [
    ...namesNotAllowed(others, patterns).map((san) => refused(san, ["csrPem"], patterns)),
    ...namesNotAllowed(listed, patterns).map((san) =>
      refused(san, ["subjectAlternativeNames", spellingIn(names ?? [], san)], patterns),
    ),
  ];
}

/** As the user wrote it, so that the message points at the very element. */
function spellingIn(names: readonly string[], san: San): string {
  return names.find((name) => readSan(name).value === san.value) ?? san.value;
}

const MOST_SHOWN = 10;

function refused({ value }: San, path: Finding["path"], patterns: readonly string[]): Finding {
  const shown = patterns.slice(0, MOST_SHOWN).map(quoted).join(", ");
  const more = patterns.length > MOST_SHOWN ? ` and ${patterns.length - MOST_SHOWN} more` : "";
  return {
    severity: "error",
    path,
    summary: `The name ${quoted(value)} is not among the allowed names`,
    detail:
      patterns.length === 0
        ? "The list of allowed names is empty, so no name is allowed."
        : `Allowed are ${shown}${more}. Take the name out, or have the owner of that list add it.`,
  };
}
