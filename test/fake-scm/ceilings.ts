import { plusDays } from "./clock.ts";
import type { Profile, Tenant } from "./tenant.ts";

/**
 * Most days a public server certificate may be valid, by the day of its issue.
 * Source: CA/Browser Forum, Ballot SC-081v3.
 */
const CEILINGS: readonly (readonly [from: string, days: number])[] = [
  ["2029-03-15", 47],
  ["2027-03-15", 100],
  ["2026-03-15", 200],
];

function ceilingAt(instant: number): number | undefined {
  return CEILINGS.find(([from]) => Date.parse(from) <= instant)?.[1];
}

/** The end that a CA may give at most; it counts both ends, so a day less than the ceiling. */
export function cutEnd(end: number, notBefore: number): number {
  const days = ceilingAt(notBefore);
  return days === undefined ? end : Math.min(end, plusDays(notBefore, days - 1));
}

/** Public profiles as they are after the day of a ceiling: what is longer gives way to the longest that is allowed. */
export function settleTerms({ profiles }: Tenant, now: number): void {
  const days = ceilingAt(now);
  if (days !== undefined) for (const profile of profiles) if (profile.isPublic) shrink(profile, days - 1);
}

function shrink(profile: Profile, longest: number): void {
  if (profile.terms.every((term) => term <= longest)) return;
  const terms = profile.terms.map((term) => Math.min(term, longest));
  profile.terms = [...new Set(terms)].sort((one, other) => one - other);
}
