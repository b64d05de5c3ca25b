import {
  type Asked,
  compareWithOrder,
  consequenceOf,
  type Holding,
  type Mismatch,
  type MismatchCode,
  type OrderComparison,
  plainText,
} from "../../core/index.ts";
import type { OrderInputs } from "../inputs/order.ts";
import type { Problem } from "../problem.ts";
import type { CertificateRequest } from "./judge-sources.ts";
import { type Result, resultOf } from "./result.ts";

export type ComparePolicy = Pick<OrderInputs, "onMismatch" | "termDays" | "preferredChain">;

/**
 * What the certificate of a request is compared with before anything is written: one for another key, or with a name that
 * was not ordered, is not delivered. One that lacks a name is, and fails the step unless that is accepted.
 * @param serving the one whose place it takes
 */
export function comparisonOf(
  request: CertificateRequest,
  policy: ComparePolicy,
  serving: Holding | null,
): OrderComparison {
  const { csr, order } = request;
  const { termDays, preferredChain, onMismatch } = policy;
  const asked: Asked = {
    commonName: csr.commonName,
    names: order.subjectAlternativeNames,
    alsoAsked: csr.names,
    publicKey: csr.publicKey,
    former: serving?.chain.leaf,
    ...{ termDays, preferredChain },
  };
  return { asked, keys: null, isAccepted: onMismatch === "accept" };
}

/** The certificate that serves, compared once more: no run has a memory of what the one before has told. */
export function reused(
  request: CertificateRequest,
  { details, chain }: Holding,
  { problems, policy }: { readonly problems: readonly Problem[]; readonly policy: ComparePolicy },
): Result {
  const { sslId, status } = details;
  const told: Problem[] = [];
  const { asked, ...accepted } = comparisonOf(request, policy, null);
  // It was found by its key; where a host makes another key for its renewal, the request is not for that one.
  const compared = compareWithOrder(
    chain,
    { ...accepted, asked: { ...asked, publicKey: null } },
    { isKnown: true, tell: (found) => told.push(problemOfMismatch(found, sslId, request)) },
  );
  const known = { sslId, status, problems: [...problems, ...told] };
  return compared.fits
    ? resultOf(request, { outcome: "reused", ...known, chain: compared.chain })
    : resultOf(request, { outcome: "failed", ...known });
}

export function problemOfMismatch(found: Mismatch, sslId: number, { source }: CertificateRequest): Problem {
  const { summary, detail } = tellMismatch(found);
  return {
    severity: consequenceOf(found) === "tell" ? "notice" : "error",
    summary: `Certificate ${sslId} ${summary}`,
    detail,
    path: source.path,
  };
}

interface Note {
  /** Completes "Certificate 40211 …". */
  readonly summary: string;
  readonly detail: string;
}

type Words = { readonly [Code in MismatchCode]: (found: Extract<Mismatch, { code: Code }>) => Note };

const list = (names: readonly string[]): string => names.map((name) => plainText(name)).join(", ");

/** How a certificate differs from its order, for users of the Action. A code without its words does not compile. */
const MISMATCHES: Words = {
  names_missing: ({ names }) => ({
    summary: `lacks names that were ordered: ${list(names)}`,
    detail:
      "It is delivered, and does not serve these names. Look in SCM why the CA left them out (their validation, the " +
      "profile), then order another one with another order-key; or take them out of the request, or set on-mismatch: accept.",
  }),
  names_added: ({ names }) => ({
    summary: `has names that the CA added: ${list(names)}`,
    detail:
      "CAs do so as a practice of their own; allowed-names does not judge them. Nothing has to be done.",
  }),
  names_foreign: ({ names }) => ({
    summary: `is not delivered: it has names that were not ordered: ${list(names)}`,
    detail:
      "They are neither in the request nor names that CAs add. Look in SCM what became of the order. If they are wanted, add " +
      "them to the request; else have it revoked and order another one with another order-key.",
  }),
  common_name_other: ({ asked, found }) => ({
    summary: `has another common name: ${found === null ? "none" : plainText(found)} instead of ${plainText(asked)}`,
    detail: "It has the names that were ordered, so clients take it. Nothing has to be done.",
  }),
  key_other: ({ serialNumber }) => ({
    summary: `is not delivered: ${serialNumber} is for another key`,
    detail: "Look in SCM whether it was replaced there; it can't be used with the key of this request.",
  }),
  term_other: ({ days, askedDays }) => ({
    summary: `is valid for ${days} days, and term-days is ${askedDays}`,
    detail:
      "SCM chooses the term of a renewal itself, and CAs cut what they may not issue. Nothing has to be done.",
  }),
  issuer_other: ({ before, now }) => ({
    summary: `was issued by another organization: ${now === null ? "none is named" : plainText(now)} instead of ${plainText(before)}`,
    detail:
      "Clients that trust only the CA before do not take it. Nothing has to be done where public roots are trusted.",
  }),
  chain_set_aside: ({ subjects }) => ({
    summary: `came with CA certificates that do not belong to it: ${list(subjects)}`,
    detail: "They are left out of the files.",
  }),
  chain_not_preferred: ({ wanted, tops }) => ({
    summary: `has no chain that ends at ${plainText(wanted)}`,
    detail: `SCM sent ways up to ${list(tops) || "none"}; the shortest is delivered. Set preferred-chain to one of them, or leave it out.`,
  }),
};

function tellMismatch(found: Mismatch): Note {
  // The table has a function for each code, which takes the very mismatch of that code.
  return (MISMATCHES[found.code] as (found: Mismatch) => Note)(found);
}
