import { createHash } from "node:crypto";

const DAY_MS = 86_400_000;

/** Both ends of a certificate's validity, inclusive. Source: RFC 5280 §4.1.2.5. */
interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** When to renew. Without a window the default holds: a third of the lifetime, half of it up to ten days. */
export interface RenewalPolicy {
  /** How long before the end renewal may start: a share of the lifetime, above 0 and below 1, or days. */
  readonly window?: { readonly share: number } | { readonly days: number } | undefined;
  /** From how many days before the end on a failed renewal is an error; default {@link defaultHardDeadlineDays}. */
  readonly hardDeadlineDays?: number | undefined;
}

interface RenewalWindow {
  readonly opensAt: Date;
  /** From here on a renewal that fails is an error, not a warning. Never before the window opens. */
  readonly hardDeadline: Date;
  readonly closesAt: Date;
}

/**
 * A window may take up at most this share of the lifetime. A window as long as the lifetime would be open again at the
 * very issue, and every run would order: 30 days were fine for a certificate of 199 days and are not for one of 6.
 */
const LARGEST_SHARE = 2 / 3;

/** Lifetimes up to here are renewed at half time: a third of six days leaves no weekend to mend anything. */
const SHORT_LIFETIME_MS = 10 * DAY_MS;

/** Renewals of one day's orders are spread over this part of their window, so that they don't come all at once again. */
const SPREAD = 0.1;

/**
 * When the renewal window of a certificate opens and closes, before it is spread.
 * @returns instants to the second
 */
export function renewalWindow({ notBefore, notAfter }: Validity, policy: RenewalPolicy = {}): RenewalWindow {
  // The end is inclusive: 00:00:00 to 23:59:59 is a whole number of days.
  const lifetimeMs = Math.max(0, notAfter.getTime() - notBefore.getTime() + 1000);
  const lengthMs = Math.min(wishedLength(lifetimeMs, policy), lifetimeMs * LARGEST_SHARE);
  const closesAt = notAfter.getTime();
  const hardMs = (policy.hardDeadlineDays ?? defaultHardDeadlineDays(lifetimeMs)) * DAY_MS;
  return {
    opensAt: toSecond(closesAt - lengthMs),
    hardDeadline: toSecond(closesAt - Math.min(hardMs, lengthMs)),
    closesAt: toSecond(closesAt),
  };
}

/**
 * The instant from which on this very certificate is due: the window's opening, moved by a tenth of the window at most.
 * The same id always gives the same instant, so nothing changes from one plan to the next.
 */
export function renewAfter(validity: Validity, policy: RenewalPolicy, id: number | string): Date {
  const { opensAt, closesAt } = renewalWindow(validity, policy);
  const lengthMs = closesAt.getTime() - opensAt.getTime();
  return toSecond(opensAt.getTime() + lengthMs * SPREAD * fractionOf(id));
}

/** The smaller of seven days and a sixth of the lifetime. */
function defaultHardDeadlineDays(lifetimeMs: number): number {
  return Math.min(7, lifetimeMs / 6 / DAY_MS);
}

function wishedLength(lifetimeMs: number, { window }: RenewalPolicy): number {
  if (window === undefined) return lifetimeMs <= SHORT_LIFETIME_MS ? lifetimeMs / 2 : lifetimeMs / 3;
  return "share" in window ? lifetimeMs * window.share : window.days * DAY_MS;
}

/** A number from 0 up to 1 that follows from the id alone. */
function fractionOf(id: number | string): number {
  return createHash("sha256").update(`renewal:${id}`).digest().readUInt32BE(0) / 2 ** 32;
}

function toSecond(ms: number): Date {
  return new Date(Math.round(ms / 1000) * 1000);
}

/** `1/3`, `0.25` or `25%` as a share; null when it is none above 0 and below 1. */
export function parseShare(text: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(?:\/\s*(\d+)|(%))?\s*$/.exec(text);
  if (match === null) return null;
  const [, numerator, denominator, percent] = match;
  const share = Number(numerator) / (denominator === undefined ? (percent ? 100 : 1) : Number(denominator));
  return share > 0 && share < 1 ? share : null;
}

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
