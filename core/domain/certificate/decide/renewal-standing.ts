import { type RenewalPolicy, renewAfter, renewalWindow, type Validity } from "./renewal.ts";

/** Where a certificate stands in its renewal window. */
export type RenewalStanding =
  /** It is never renewed: nothing is issued, or the user does not want it. */
  | { readonly at: "off" }
  | { readonly at: "early"; readonly since: Date; readonly until: Date }
  /** `hard`: the hard deadline has passed, and a failure is an error now. */
  | { readonly at: "due" | "hard"; readonly since: Date; readonly until: Date };

export function renewalStanding(
  { sslId, validity }: { readonly sslId: number; readonly validity: Validity },
  policy: RenewalPolicy,
  now: Date,
): RenewalStanding {
  const since = renewAfter(validity, policy, sslId);
  const until = validity.notAfter;
  if (now < since) return { at: "early", since, until };
  const { hardDeadline } = renewalWindow(validity, policy);
  return { at: now >= hardDeadline ? "hard" : "due", since, until };
}

/** Shorter ago than a day, or than a tenth of a shorter life. */
const JUST_NOW_MS = 86_400_000;

/**
 * Whether another renewal would bring the same again: what is due was issued just now by its own dates, or ends no later
 * than one that it followed. A CA that caps lifetimes, or a clock that is off, would else be paid in every run.
 */
export function isRenewalFutile(
  { notBefore, notAfter }: Validity,
  formerEnds: readonly Date[],
  now: Date,
): boolean {
  const lifetimeMs = notAfter.getTime() - notBefore.getTime();
  const isYoung = now.getTime() - notBefore.getTime() < Math.min(JUST_NOW_MS, lifetimeMs / 10);
  return isYoung || formerEnds.some((end) => end >= notAfter);
}
