import { namesOf } from "../core/index.ts";
import type { Outcome, Paths, Result, Standing } from "./orders/result.ts";
import { FOUND } from "./problem.ts";

const DAY_MS = 86_400_000;

/** A result as JSON: one element of the output `certificates`, a row of a matrix, a file of metadata. */
export interface CertificateRecord {
  readonly name: string;
  readonly csr: string | null;
  readonly commonName: string | null;
  readonly outcome: Outcome;
  readonly sslId: number | null;
  readonly status: string | null;
  readonly serialNumber: string | null;
  /** All that the certificate is for, its common name among them. */
  readonly names: readonly string[];
  /** ISO 8601, UTC. */
  readonly notBefore: string | null;
  readonly notAfter: string | null;
  /** Whole days from now to the end, rounded down; negative when it is over. */
  readonly daysLeft: number | null;
  /** From when on a run renews it, ISO 8601; null where it is never renewed, or nothing is known. */
  readonly renewalDue: string | null;
  /** What was decided and why, or what failed; one sentence. */
  readonly reason: string | null;
  /** Of the first error; null where there is none. */
  readonly errorCode: string | null;
  /** What is on its way to follow this certificate. */
  readonly successor: Standing | null;
  /** SHA-256 of the certificate, lower-case hex. */
  readonly fingerprint: string | null;
  readonly paths: Paths;
  /** Whether this run wrote its files, and whether what was delivered before was another one. */
  readonly delivered: boolean;
  readonly changed: boolean;
  /** Whether the order went out in this very run. */
  readonly ordered: boolean;
}

/** @param now judges the days that are left */
export function recordOf(result: Result, now: Date): CertificateRecord {
  const { name, csrPath, commonName, outcome, sslId, status, chain, paths } = result;
  const leaf = chain?.leaf ?? null;
  return {
    ...{ name, csr: csrPath, commonName, outcome, sslId, status },
    serialNumber: leaf?.serialNumber ?? null,
    names: leaf === null ? [] : namesOf(leaf).map(({ value }) => value),
    notBefore: leaf?.notBefore.toISOString() ?? null,
    notAfter: leaf?.notAfter.toISOString() ?? null,
    daysLeft: leaf === null ? null : Math.floor((leaf.notAfter.getTime() - now.getTime()) / DAY_MS),
    renewalDue: result.renewsFrom?.toISOString() ?? null,
    ...whyOf(result),
    successor: result.successor ?? null,
    fingerprint: leaf?.fingerprintSha256 ?? null,
    paths,
    ...{ delivered: result.isDelivered, changed: result.isChanged, ordered: result.isOrdered ?? false },
  };
}

function whyOf({ problems, reason = null }: Result): Pick<CertificateRecord, "reason" | "errorCode"> {
  const error = problems.find(({ severity }) => severity === "error");
  return { reason: error?.summary ?? reason, errorCode: error === undefined ? null : (error.code ?? FOUND) };
}
