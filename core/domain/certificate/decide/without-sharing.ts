import type { Decision } from "./decision.ts";

/** A decision beside those of its neighbours, with all that its own certificate goes by. */
interface Neighbour {
  readonly decision: Decision | null;
  /** Ids of certificates and requests that serve it. */
  readonly holds: readonly number[];
}

/**
 * Replacing a certificate ends it for all that use it. So none is replaced that another request of the same run goes by,
 * nor for two requests at once.
 */
export function withoutSharing<T extends Neighbour>(neighbours: readonly T[]): readonly T[] {
  const taken = new Set<number>();
  return neighbours.map((each) => {
    const { decision } = each;
    if (decision?.act !== "replace" || decision.reason.code !== "same_name") return each;
    const { sslId } = decision;
    const isUsed =
      taken.has(sslId) || neighbours.some((other) => other !== each && other.holds.includes(sslId));
    taken.add(sslId);
    if (!isUsed) return each;
    const refused: Decision = { act: "refuse", reason: { code: "used_by_another", sslId } };
    return { ...each, decision: refused };
  });
}
