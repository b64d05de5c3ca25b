import type { PrivateData } from "../../../framework/private.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import { keptKey, withKeyMatch } from "./compare-with-order.ts";
import { readPrivateData } from "./private-data.ts";
import {
  NOT_ISSUED,
  type PlannedCertificate,
  type PlanningAnswer,
  type PlanningRequest,
  prefersOtherChain,
  renewAfterText,
  type StoredCertificate,
} from "./state.ts";

/** Everything the certificate decides becomes unknown, while the order stays the same. */
const ISSUED_LATER = {
  status: UNKNOWN,
  ...(Object.fromEntries(Object.keys(NOT_ISSUED).map((name) => [name, UNKNOWN])) as Record<
    keyof typeof NOT_ISSUED,
    typeof UNKNOWN
  >),
  ...{ key_matches: UNKNOWN, renew_after: UNKNOWN, pending: UNKNOWN, superseded: UNKNOWN },
};

/** An unknown `ssl_id` is what tells apply that it may order: a plan keeps no other trace of its decision. */
export const ORDERED_LATER = { ssl_id: UNKNOWN, ...ISSUED_LATER };

/** Nothing is ordered: every value stays known, so that a new comment can't ripple through what depends on it. */
export function valuesKept(
  { prior, private: data }: PlanningRequest,
  planned: PlannedCertificate,
): NonNullable<PlanningAnswer["set"]> {
  if (prior === null) return {};
  const { renewal, private_key: wished, preferred_chain: preferred } = planned;
  return {
    key_matches: plannedKeyMatch(planned, prior, data),
    ...(prefersOtherChain(prior, preferred) ? { chain_pem: UNKNOWN, full_chain_pem: UNKNOWN } : {}),
    renew_after: renewal instanceof Unknown ? UNKNOWN : renewAfterText(prior, renewal),
    private_key_pem: keptKey(wished, prior),
  };
}

export function orderedLater(
  planned: PlannedCertificate,
  prior: StoredCertificate | null,
): NonNullable<PlanningAnswer["set"]> {
  const hasKey = planned.private_key !== null || (prior?.private_key_pem ?? null) !== null;
  // A first order stands in state itself, never as a successor: being known, it takes no line in the plan.
  const pending = prior === null ? null : UNKNOWN;
  return { ...ORDERED_LATER, pending, private_key_pem: hasKey ? UNKNOWN : null };
}

/** The first order keeps its id while it is waited for; a pending successor brings its own. */
export function issuedLater(
  planned: PlannedCertificate,
  prior: StoredCertificate | null,
): NonNullable<PlanningAnswer["set"]> {
  const { ssl_id: _, ...rest } = orderedLater(planned, prior);
  return (prior?.pending ?? null) === null ? rest : { ...rest, ssl_id: UNKNOWN };
}

/** The same in a plan that orders nothing: a request may be recorded for the certificate that is there. */
function plannedKeyMatch(
  { csr_pem, private_key: wanted }: PlannedCertificate,
  prior: StoredCertificate,
  data: PrivateData,
): boolean | Unknown | null {
  if (csr_pem instanceof Unknown) return UNKNOWN;
  const private_key_pem = keptKey(wanted, prior);
  return withKeyMatch({ ...prior, csr_pem, private_key_pem }, prior, readPrivateData(data).madeCsr)
    .key_matches;
}
