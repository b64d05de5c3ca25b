import { type ComparedChain, renewAfter } from "../../core/index.ts";
import type { Format } from "../inputs/files.ts";
import type { OrderInputs } from "../inputs/order.ts";
import type { Problem } from "../problem.ts";
import type { CertificateRequest } from "./judge-sources.ts";

/** What became of one certificate in this run. */
export type Outcome =
  | "enrolled"
  | "renewed"
  | "replaced"
  /** Valid, not due: nothing was ordered. */
  | "reused"
  | "collected"
  /** Ordered, by this run or one before, and not issued yet. */
  | "pending"
  | "revoked"
  | "failed";

/** Paths of the files written, from the root of the repository; absolute ones in agent mode. */
export type Paths = Readonly<Partial<Record<Format | "key", string>>>;

export interface Result {
  /** As the files are called. */
  readonly name: string;
  /** File of the CSR, from the root of the repository. */
  readonly csrPath: string | null;
  readonly commonName: string | null;
  readonly outcome: Outcome;
  readonly sslId: number | null;
  /** SCM's word; null when there is no record. */
  readonly status: string | null;
  readonly chain: ComparedChain | null;
  readonly problems: readonly Problem[];
  readonly paths: Paths;
  /** Its files were written by this run. */
  readonly isDelivered: boolean;
  /** What was delivered before, into these files or else from this scope, was another certificate or none. */
  readonly isChanged: boolean;
  /** The order went out in this very run; one that an earlier run placed was taken over. */
  readonly isOrdered?: boolean;
  /** What is on its way to follow the certificate that is delivered meanwhile; the rest of the result is of the latter. */
  readonly successor?: Standing | null;
  /** What was decided, and why, in words; null where nothing was to be decided. */
  readonly reason?: string | null;
  /** From when on it is renewed; null where that is not known, or never. */
  readonly renewsFrom?: Date | null;
}

/** A record of SCM and its state there. */
export interface Standing {
  readonly sslId: number | null;
  readonly status: string | null;
}

/** A certificate can be delivered and yet lack a name that was ordered. */
export function isFailed({ outcome, problems }: Result): boolean {
  return outcome === "failed" || problems.some(({ severity }) => severity === "error");
}

/** Of a certificate that is not delivered (yet). */
export const UNDELIVERED = { isDelivered: false, isChanged: false } as const;

/** A result with what is known of every request. */
export function resultOf(
  request: CertificateRequest,
  given: Partial<Result> & Pick<Result, "outcome">,
): Result {
  return {
    name: request.source.name,
    csrPath: request.source.path,
    commonName: request.csr.commonName,
    ...{ sslId: null, status: null, chain: null, problems: [], paths: {}, ...UNDELIVERED },
    ...given,
  };
}

const DAY_MS = 86_400_000;

/** From when on the next runs renew it, as the decision has it. */
export function withRenewal(
  result: Result,
  { onExisting, renewBefore }: Pick<OrderInputs, "onExisting" | "renewBefore">,
): Result {
  const { chain, sslId } = result;
  if (chain === null || sslId === null || onExisting === "reuse") return result;
  return { ...result, renewsFrom: renewAfter(chain.leaf, { window: renewBefore ?? undefined }, sslId) };
}

/** What is delivered with fewer days than the step asks for fails it: an alarm that needs no other tool. */
export function withDaysLeft(result: Result, least: number | null, now: Date): Result {
  const { chain, sslId, csrPath, problems } = result;
  if (least === null || chain === null) return result;
  const days = Math.floor((chain.leaf.notAfter.getTime() - now.getTime()) / DAY_MS);
  if (days >= least) return result;
  const problem = {
    severity: "error",
    summary: `Certificate ${sslId} ends in ${days} days, on ${chain.leaf.notAfter.toISOString().slice(0, 10)}`,
    detail: `fail-below-days asks for ${least}. See why it was not renewed: the log says what was decided for it.`,
    path: csrPath,
    code: "state.days_left",
  } as const;
  return { ...result, problems: [...problems, problem] };
}
