import { quoted } from "../../../base/text.ts";
import { type Text, textIn } from "../../../base/words.ts";
import type { Csr } from "../../../pki/csr.ts";
import { judgeName } from "../../../pki/judge-name.ts";
import { judgePublicName } from "../../../pki/judge-public-name.ts";
import { isServerName, namesMissing, readSan, type San, withCommonName } from "../../../pki/names.ts";
import type { Finding } from "../certificate-order.ts";

/** X.520's upper bound for a common name, RFC 5280 appendix A.1. */
const LONGEST_COMMON_NAME = 64;

/** What the names are for. */
export interface NameUse {
  /** Whether a publicly trusted CA issues; then the CA/Browser Forum's rules for names hold too. */
  readonly isPublicTrust?: boolean | undefined;
  /** Whether the first DNS name serves where the CSR has no common name. */
  readonly isCommonNameFromSan?: boolean | undefined;
}

/**
 * Judges the names of an order. SCM takes the common name from the CSR and all others from the order, never from the
 * CSR's own extension (seen in public clients of its REST API): names that stand only there would be missing in the
 * certificate, which is a warning, since a user may want just that.
 * @param csr   null when it is not known or unreadable
 * @param names null or undefined when they are not known
 */
export function judgeNames(
  csr: Csr | null,
  names: readonly string[] | null | undefined,
  use: NameUse = {},
): Finding[] {
  return [
    ...(csr === null ? [] : judgeCommonName(csr, names, use)),
    ...(names ?? []).flatMap((name) => judgeOne(name, use)),
    ...(csr === null ? [] : [...judgeLeftOut(csr), ...judgeIgnored(csr)]),
    ...judgeLost(csr, names),
  ];
}

function judgeCommonName(csr: Csr, names: readonly string[] | null | undefined, use: NameUse): Finding[] {
  const { commonName } = csr;
  if (commonName === null) return judgeMissing(csr, names, use);
  const reason = judgeName(commonName) ?? (use.isPublicTrust ? judgePublicCommonName(commonName) : null);
  if (reason !== null) return [commonNameFault(`The CSR's common name ${quoted(commonName)} ${reason}`)];
  if (commonName.length <= LONGEST_COMMON_NAME) return [];
  return [
    commonNameFault(
      `The CSR's common name has ${commonName.length} characters; ${LONGEST_COMMON_NAME} is the most`,
    ),
  ];
}

/** Names that are not known yet may hold one. */
function judgeMissing(csr: Csr, names: readonly string[] | null | undefined, use: NameUse): Finding[] {
  const candidates = [...csr.names, ...(names ?? []).map(readSan)];
  const first = candidates.find(({ kind, value }) => kind === "dns" && value.length <= LONGEST_COMMON_NAME);
  if (use.isCommonNameFromSan && (first !== undefined || names === undefined)) return [];
  const example = quoted(`/CN=${first?.value ?? "host.example.com"}`);
  return [
    commonNameFault(
      "The CSR has no common name",
      use.isCommonNameFromSan
        ? `A DNS name of at most ${LONGEST_COMMON_NAME} characters would serve, and there is none. Add one, or make the CSR with a common name: openssl req -subj ${example}.`
        : ({ commonNameFromSan }) =>
            `Make one with it: openssl req -subj ${example}. Where the SCM profile takes the first DNS name instead, ${commonNameFromSan}.`,
    ),
  ];
}

function commonNameFault(
  summary: string,
  detail: Text = "Make one whose common name is a host name or an address.",
): Finding {
  const reason = "SCM takes the certificate's common name from the CSR.";
  return {
    severity: "error",
    path: ["csrPem"],
    summary,
    detail: (words) => `${reason} ${textIn(detail, words)}`,
  };
}

function judgePublicCommonName(commonName: string): string | null {
  const san = readSan(commonName);
  return san.kind === "ip"
    ? "is an IP address; public CAs have those among the other names only"
    : judgePublicName(san);
}

function judgeOne(name: string, use: NameUse): Finding[] {
  const reason =
    judgeName(name) ??
    judgeKind(readSan(name)) ??
    (use.isPublicTrust ? judgePublicName(readSan(name)) : null);
  if (reason === null) return [];
  return [
    {
      severity: "error",
      path: ["subjectAlternativeNames", name],
      summary: `The name ${quoted(name)} ${reason}`,
      detail: "Give host names (a wildcard may be the leftmost label) and IP addresses, one each.",
    },
  ];
}

function judgeKind(san: San): string | null {
  if (isServerName(san)) return null;
  const what = san.kind === "email" ? "a mail address" : "a URI";
  return `is ${what}, which a server certificate can't have`;
}

/** Directory services write names of people and services into their requests; they can't be in the certificate. */
function judgeLeftOut({ names }: Csr): Finding[] {
  const others = names.filter((san) => !isServerName(san));
  if (others.length === 0) return [];
  const list = others.map(({ kind, value }) => (kind === "other" ? kindText(value) : value)).join(", ");
  return [
    {
      severity: "warning",
      path: ["csrPem"],
      summary: "The CSR asks for names that a server certificate can't have",
      detail: `They are left out: ${list}. The certificate will have host names and IP addresses only.`,
    },
  ];
}

/** @param value `<number or OID>#<hex>`, as GeneralNames without a text are kept */
function kindText(value: string): string {
  const [type = ""] = value.split("#");
  if (type === "4") return "a directory name";
  return type === "8" ? "a registered ID" : `another name (type ${type})`;
}

function judgeIgnored({ ignoredExtensions }: Csr): Finding[] {
  if (ignoredExtensions.length === 0) return [];
  return [
    {
      severity: "warning",
      path: ["csrPem"],
      summary: "The CSR asks for extensions that SCM does not take from it",
      detail: `The SCM profile decides whether the certificate has them: ${ignoredExtensions.join(", ")}.`,
    },
  ];
}

function judgeLost(csr: Csr | null, names: readonly string[] | null | undefined): Finding[] {
  if (csr === null || names === undefined) return [];
  const asked = csr.names.filter(isServerName);
  const lost = namesMissing(asked, withCommonName(csr.commonName, names ?? []));
  if (lost.length === 0) return [];
  const list = lost.map(({ value }) => value).join(", ");
  return [
    {
      severity: "warning",
      path: ["subjectAlternativeNames"],
      summary: "The CSR asks for names that the certificate will not have",
      detail: `SCM takes no names from a CSR but its common name. If these are wanted, list them in the order: ${list}.`,
    },
  ];
}
