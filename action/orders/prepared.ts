import { type Decision, type Holding, type Holdings, isOrder, servingIn } from "../../core/index.ts";
import type { CertificateRequest, Judged } from "./judge-sources.ts";

/** A request with all that is known of it before anything is ordered. */
export interface Prepared extends Judged {
  /** Null: it must not be ordered with. */
  readonly decision: Decision | null;
  /** What SCM holds for it; null when that was not asked. */
  readonly holdings: Holdings | null;
  /** It would be ordered, were it not for `max-orders`; its decision is null then. */
  readonly isBeyondLimit?: boolean;
  /** What is there is left to those who use it, and a certificate of its own is ordered. */
  readonly isAnew?: boolean;
}

/** A request for which something was decided. */
export interface Decided extends Prepared {
  readonly request: CertificateRequest;
  readonly decision: Decision;
}

/** The certificate that serves; null when there is none. */
export function servingOf({ holdings }: Pick<Prepared, "holdings">): Holding | null {
  return holdings && servingIn(holdings.valid);
}

/** Those for which something would be ordered. */
export function ordersOf(prepared: readonly Prepared[]): readonly Prepared[] {
  return prepared.filter(({ decision }) => decision !== null && isOrder(decision));
}

/** Id of the certificate or request that the decision is about; null when there is none yet. */
export function sslIdOf({ decision, holdings }: Pick<Prepared, "decision" | "holdings">): number | null {
  if (decision?.act === "replace" || decision?.act === "adopt") return decision.sslId;
  return servingOf({ holdings })?.details.sslId ?? holdings?.line[0]?.sslId ?? null;
}
