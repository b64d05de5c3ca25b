import {
  type Asked,
  compareWithOrder,
  consequenceOf,
  type Holding,
  type Mismatch,
  type OrderComparison,
} from "../../core/index.ts";
import type { OrderInputs } from "../inputs/order.ts";
import type { Problem } from "../problem.ts";
import type { CertificateRequest } from "./judge-sources.ts";
import { tellMismatch } from "./mismatch-words.ts";
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
