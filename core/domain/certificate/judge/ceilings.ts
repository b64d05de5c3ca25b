const DAY_MS = 86_400_000;

/** From an instant on, publicly trusted certificates may live so many days at most. */
export interface Ceiling {
  readonly from: Date;
  readonly days: number;
}

/** Source: CA/Browser Forum Baseline Requirements for TLS Server Certificates, §6.3.2, after ballot SC-081v3. */
export const CEILINGS: readonly Ceiling[] = [
  { from: new Date("2020-09-01T00:00:00Z"), days: 398 },
  { from: new Date("2026-03-15T00:00:00Z"), days: 200 },
  { from: new Date("2027-03-15T00:00:00Z"), days: 100 },
  { from: new Date("2029-03-15T00:00:00Z"), days: 47 },
];

/** How long before a step people are told that their configuration will not pass it. */
const NOTICE_MS = 60 * DAY_MS;

/** The ceiling that holds for a certificate issued at this instant. */
export function ceilingAt(now: Date): Ceiling {
  // The first is in force since before this program was written.
  return CEILINGS.findLast(({ from }) => from <= now) ?? (CEILINGS[0] as Ceiling);
}

/** The next step down, when it comes within sixty days; null else. */
export function nextCeiling(now: Date): Ceiling | null {
  const next = CEILINGS.find(({ from }) => from > now);
  return next !== undefined && next.from.getTime() - now.getTime() <= NOTICE_MS ? next : null;
}

/** Of the terms that a profile offers, the longest within the ceiling; null when all of them exceed it. */
export function longestTermWithin(termsDays: readonly number[], days: number): number | null {
  const allowed = termsDays.filter((term) => term <= days);
  return allowed.length === 0 ? null : Math.max(...allowed);
}
