import { type Ceiling, ceilingAt, longestTermWithin, nextCeiling } from "./ceilings.ts";

/** For which term an order asks, days. The same for an enrollment and for one that takes a refused renewal's place. */
export type TermVerdict =
  | { readonly kind: "asked"; readonly days: number }
  /** What is asked for is more than may be issued on that day, so the longest that may be is asked for. */
  | { readonly kind: "cut"; readonly days: number; readonly ceilingDays: number }
  /** No term on offer fits that day's ceiling: the shortest is asked for, and SCM has to cut or refuse it. */
  | { readonly kind: "too_long"; readonly days: number; readonly ceilingDays: number }
  /** Nothing is asked for, and SCM does not say what it offers. */
  | { readonly kind: "unknown" };

interface TermQuestion {
  readonly wishedDays: number | null;
  /** Terms of the SCM profile, days; empty when SCM names none. */
  readonly offeredDays: readonly number[];
  /** Private CAs have no ceiling. */
  readonly isPublic: boolean;
  readonly now: Date;
}

export function termFor({ wishedDays, offeredDays, isPublic, now }: TermQuestion): TermVerdict {
  const ceilingDays = isPublic ? ceilingAt(now).days : Number.POSITIVE_INFINITY;
  if (wishedDays !== null && wishedDays <= ceilingDays) return { kind: "asked", days: wishedDays };
  const longest = longestTermWithin(offeredDays, ceilingDays);
  if (longest !== null)
    return wishedDays === null
      ? { kind: "asked", days: longest }
      : { kind: "cut", days: longest, ceilingDays };
  const terms = offeredDays.length > 0 ? offeredDays : wishedDays === null ? [] : [wishedDays];
  return terms.length === 0
    ? { kind: "unknown" }
    : { kind: "too_long", days: Math.min(...terms), ceilingDays };
}

type AskedTerm = Pick<TermQuestion, "wishedDays" | "isPublic" | "now">;

/** The ceiling of today that the term asked for exceeds; null where it does not, or where no ceiling holds. */
export function exceededCeiling({ wishedDays, isPublic, now }: AskedTerm): Ceiling | null {
  const ceiling = ceilingAt(now);
  return isPublic && wishedDays !== null && wishedDays > ceiling.days ? ceiling : null;
}

/**
 * What is told sixty days ahead of a term that is asked for: the ceiling that it will exceed. Null where it exceeds today's
 * already, since then nothing can be ordered with it now.
 */
export function ceilingAhead(asked: AskedTerm): Ceiling | null {
  const { wishedDays, isPublic, now } = asked;
  const next = isPublic ? nextCeiling(now) : null;
  if (next === null || wishedDays === null || wishedDays <= next.days) return null;
  return exceededCeiling(asked) === null ? next : null;
}

/** A step down of the ceilings that no term on offer passes. */
export interface TermMisfit {
  readonly from: Date;
  readonly ceilingDays: number;
  /** The shortest on offer, days. */
  readonly shortestDays: number;
}

/**
 * What is told sixty days ahead where the term is left out: that nothing on offer fits the next ceiling. Null too while SCM
 * does not say what it offers, and where nothing fits today's ceiling already, which {@link termFor} tells.
 */
export function nextMisfit({ wishedDays, offeredDays, isPublic, now }: TermQuestion): TermMisfit | null {
  const next = isPublic && wishedDays === null ? nextCeiling(now) : null;
  if (next === null || longestTermWithin(offeredDays, ceilingAt(now).days) === null) return null;
  if (longestTermWithin(offeredDays, next.days) !== null) return null;
  return { from: next.from, ceilingDays: next.days, shortestDays: Math.min(...offeredDays) };
}
