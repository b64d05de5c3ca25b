import type { InventoryFilter } from "../inventory.ts";
import { CERTIFICATE_TYPES, type CertificateType } from "../inventory-row.ts";
import type { InventoryGap } from "./completeness.ts";
import type { ImportSettings } from "./settings.ts";

interface ExcludedQuestion {
  /** What is imported. */
  readonly settings: ImportSettings;
  /** Types that the filter asks for; null asks for those that are imported. */
  readonly types: readonly string[] | null;
  readonly filter: Pick<InventoryFilter, "statuses">;
}

function statusGap(why: string, statuses: readonly string[]): InventoryGap {
  return { type: null, missing: `rows in state ${statuses.join(", ")}`, why };
}

/**
 * What a filter asks for and the import leaves out: such rows are never there, so that "none" would say nothing.
 */
export function judgeExcluded({ settings, types, filter }: ExcludedQuestion): readonly InventoryGap[] {
  const gaps: InventoryGap[] = [];
  const imported: readonly string[] = settings.certificateTypes;
  for (const type of CERTIFICATE_TYPES.filter((one): one is CertificateType => types?.includes(one) ?? false))
    if (!imported.includes(type))
      gaps.push({ type, missing: "all rows", why: "the import leaves this type out" });
  const wanted = new Map((filter.statuses ?? []).map((status) => [status.toLowerCase(), status]));
  const expired = wanted.get("expired");
  if (expired !== undefined && !settings.includeExpired)
    gaps.push(statusGap("the import leaves out expired certificates", [expired]));
  const revoked = wanted.get("revoked");
  if (revoked !== undefined && !settings.includeRevoked)
    gaps.push(statusGap("the import leaves out revoked certificates", [revoked]));
  const taken = settings.statuses?.map((status) => status.toLowerCase());
  const left = [...wanted].flatMap(([folded, status]) =>
    taken === undefined || taken.includes(folded) ? [] : [status],
  );
  if (left.length > 0) gaps.push(statusGap("the import takes other states only", left));
  return gaps;
}
