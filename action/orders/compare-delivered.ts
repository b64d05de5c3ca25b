import { type Asked, compareCertificate, consequenceOf, type Mismatch, refusalOf } from "../../core/index.ts";
import type { OrderInputs } from "../inputs/order.ts";
import type { Problem } from "../problem.ts";
import type { CertificateRequest } from "./judge-sources.ts";
import { tellMismatch } from "./mismatch-words.ts";
import type { Result } from "./result.ts";

type Policy = Pick<OrderInputs, "onMismatch" | "termDays" | "preferredChain">;

/**
 * Holds what SCM handed out against the request before anything is written: a certificate for another key, or with a name
 * that was not ordered, is not delivered. One that lacks a name is, and fails the step unless that is accepted.
 */
export function compareDelivered(result: Result, request: CertificateRequest, policy: Policy): Result {
  const { chain, sslId, problems } = result;
  if (chain === null) return result;
  const found = compareCertificate(askedOf(request, policy), chain);
  const told = found.filter((each) => isWorthTelling(each, result, policy));
  const all = [...problems, ...told.map((each) => problemOf(each, sslId, request))];
  if (refusalOf(found) !== null) return { ...result, outcome: "failed", chain: null, problems: all };
  return { ...result, problems: all };
}

function askedOf({ csr, order }: CertificateRequest, { termDays, preferredChain }: Policy): Asked {
  return {
    commonName: csr.commonName,
    names: order.subjectAlternativeNames,
    alsoAsked: csr.names,
    publicKey: csr.publicKey,
    ...{ termDays, preferredChain },
  };
}

/** What only has to be known is told by the run that brings the certificate, not by each that finds it well. */
function isWorthTelling(found: Mismatch, { outcome }: Result, { onMismatch }: Policy): boolean {
  const consequence = consequenceOf(found);
  if (consequence === "tell") return outcome !== "reused";
  return consequence === "refuse" || onMismatch !== "accept";
}

function problemOf(found: Mismatch, sslId: number | null, { source }: CertificateRequest): Problem {
  const { summary, detail } = tellMismatch(found);
  return {
    severity: consequenceOf(found) === "tell" ? "notice" : "error",
    summary: `Certificate ${sslId} ${summary}`,
    detail,
    path: source.path,
  };
}
