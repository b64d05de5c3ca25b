import type { CallName } from "./calls.ts";
import { COMMON, type Row, SPECIFIC } from "./code-table.ts";
import type { Meaning } from "./refusal.ts";
import { byStatus } from "./status-meaning.ts";

/** Waiting, not failure, when collecting. -109 means "not available yet" there. Source: the reference, and recorded traffic. */
const PENDING_WHEN_COLLECTED: ReadonlySet<number> = new Set([0, -23, -1400, -183, -103, -109]);

/** Whether a refused collect only says "not yet". */
export function isPendingCode(vendorCode: number | undefined): boolean {
  return vendorCode !== undefined && PENDING_WHEN_COLLECTED.has(vendorCode);
}

function find(rows: readonly Row[], vendorCode: number): Meaning | undefined {
  const row = rows.find(([codes]) => codes.includes(vendorCode));
  if (!row) return undefined;
  const [, kind, slug, says, hint] = row;
  return { kind, slug, says, hint };
}

/**
 * Says what a refusal means. The status decides where it is unmistakable (401, 429, 5xx); else (call, code), then the
 * code, then the status alone: SCM answers 400 for nearly everything, missing privileges included.
 */
export function meaningOf(call: CallName, status: number, vendorCode: number | undefined): Meaning {
  if (vendorCode === undefined || status >= 500 || status === 429 || (status >= 300 && status < 400)) {
    return byStatus(status);
  }
  const specific = SPECIFIC.filter(([calls]) => calls.includes(call)).flatMap(([, rows]) => rows);
  const known = find(specific, vendorCode) ?? find(COMMON, vendorCode);
  if (status === 401) return known?.kind === "login" ? known : byStatus(401);
  return known ?? byStatus(status);
}

/** What one or more of SCM's codes mean. */
export interface KnownCodes {
  readonly codes: readonly number[];
  /** The calls it holds for; empty for all. */
  readonly calls: readonly CallName[];
  readonly meaning: Meaning;
}

/** All of SCM's codes that have a meaning here, as a reference lists them. */
export function knownCodes(): readonly KnownCodes[] {
  const specific = SPECIFIC.flatMap(([calls, rows]) => rows.map((row) => ({ calls, row })));
  return [...COMMON.map((row) => ({ calls: [], row })), ...specific].map(({ calls, row }) => {
    const [codes, kind, slug, says, hint] = row;
    return { codes, calls, meaning: { kind, slug, says, hint } };
  });
}
