import { quoted } from "../../../base/text.ts";
import type { Csr } from "../../../pki/csr.ts";
import { judgeName } from "../../../pki/judge-name.ts";
import { namesMissing, withCommonName } from "../../../pki/names.ts";
import type { Finding } from "../order.ts";

/** X.520's upper bound for a common name, RFC 5280 appendix A.1. */
const LONGEST_COMMON_NAME = 64;

/**
 * Judges the names of an order. SCM takes the common name from the CSR and all others from the order, never from the
 * CSR's own extension (seen in public clients of its REST API): names that stand only there would be missing in the
 * certificate, which is a warning, since somebody may want just that.
 * @param csr   null when it is not known or unreadable
 * @param names null or undefined when they are not known
 */
export function judgeNames(csr: Csr | null, names: readonly string[] | null | undefined): Finding[] {
  return [
    ...(csr === null ? [] : judgeCommonName(csr)),
    ...(names ?? []).flatMap(judgeOne),
    ...judgeLost(csr, names),
  ];
}

function judgeCommonName({ commonName }: Csr): Finding[] {
  const found = (summary: string): Finding[] => [
    {
      severity: "error",
      path: ["csrPem"],
      summary,
      detail:
        "SCM takes the certificate's common name from the CSR. Make one whose common name is a host name or address.",
    },
  ];
  if (commonName === null) return found("The CSR has no common name");
  const reason = judgeName(commonName);
  if (reason !== null) return found(`The CSR's common name ${quoted(commonName)} ${reason}`);
  if (commonName.length <= LONGEST_COMMON_NAME) return [];
  return found(
    `The CSR's common name has ${commonName.length} characters; ${LONGEST_COMMON_NAME} is the most`,
  );
}

function judgeOne(name: string): Finding[] {
  const reason = judgeName(name);
  if (reason === null) return [];
  return [
    {
      severity: "error",
      path: ["subjectAlternativeNames", name],
      summary: `The name ${quoted(name)} ${reason}`,
      detail: "Give host names (a wildcard may be the leftmost label) and IP addresses, each by itself.",
    },
  ];
}

function judgeLost(csr: Csr | null, names: readonly string[] | null | undefined): Finding[] {
  if (csr === null || names === undefined) return [];
  const lost = namesMissing(csr.names, withCommonName(csr.commonName, names ?? []));
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
