import { type ScmDate, scmDateStart } from "../../scm/schemas/dates.ts";
import type { DcvStatus } from "../../scm/schemas/domains.ts";
import { type RenewalPolicy, renewAfter, renewalWindow } from "../certificate/decide/renewal.ts";
import { challengeId } from "./challenge.ts";

const DAY_MS = 86_400_000;
/** Days for which a validation counts, taken where SCM does not say when it was made. Source: CA/Browser Forum SC-081v3. */
const ASSUMED_DAYS = 100;

/** Where the validation of a domain stands, seen from a challenge that was started. */
export type ValidationVerdict =
  /** Validated, and not to be renewed yet. */
  | { readonly kind: "valid"; readonly renewAfter: Date }
  /** Validated, and the renewal window is open. */
  | { readonly kind: "due"; readonly renewAfter: Date; readonly hardDeadline: Date; readonly ends: Date }
  /** The challenge is in force: it waits for the user, or for the CA. */
  | { readonly kind: "pending"; readonly isSubmitted: boolean }
  /** Another start took this challenge's place. */
  | { readonly kind: "void" }
  /** The CA has refused the challenge. */
  | { readonly kind: "rejected" }
  /** A validation was, and is over. */
  | { readonly kind: "ended"; readonly ends: Date | null }
  /** Nothing is validated and nothing is under way. */
  | { readonly kind: "absent" };

interface ValidationInput {
  readonly domain: string;
  readonly status: DcvStatus;
  /** Of the challenge that was started, by {@link challengeId}; null where SCM shows none. */
  readonly challenge: string | null;
  readonly policy: RenewalPolicy;
}

/**
 * One ladder for plan, apply and refresh: an order under way decides first, since SCM keeps a validation that still
 * counts while it works on the next one.
 */
export function judgeValidation(input: ValidationInput, now: Date): ValidationVerdict {
  const { status } = input;
  if (isUnderWay(status)) {
    if (isOther(input)) return { kind: "void" };
    return { kind: "pending", isSubmitted: status.orderStatus === "SUBMITTED" };
  }
  if (status.status === "VALIDATED") return judgeAge(input, now);
  if (status.orderStatus === "REJECTED") return { kind: "rejected" };
  if (status.status === "EXPIRED") return { kind: "ended", ends: endOf(status.expires) };
  return { kind: "absent" };
}

function isUnderWay({ orderStatus }: DcvStatus): boolean {
  return orderStatus === "SUBMITTED" || orderStatus === "AWAITING_SUBMISSION";
}

/** Only what SCM shows can differ: several methods show nothing at times. */
function isOther({ status, challenge }: ValidationInput): boolean {
  const shown = challengeId(status.challenge);
  return shown !== null && challenge !== null && shown !== challenge;
}

function judgeAge({ domain, status, policy }: ValidationInput, now: Date): ValidationVerdict {
  const validity = validityOf(status);
  if (validity === null) return { kind: "valid", renewAfter: new Date(8.64e15) };
  if (now.getTime() > validity.notAfter.getTime()) return { kind: "ended", ends: validity.notAfter };
  const from = renewAfter(validity, policy, domain.toLowerCase());
  if (now.getTime() < from.getTime()) return { kind: "valid", renewAfter: from };
  const { hardDeadline } = renewalWindow(validity, policy);
  return { kind: "due", renewAfter: from, hardDeadline, ends: validity.notAfter };
}

/** From the day of the validation to the last moment of its last day; null where SCM tells no end. */
function validityOf({ validated, expires }: DcvStatus): { notBefore: Date; notAfter: Date } | null {
  const notAfter = endOf(expires);
  if (notAfter === null) return null;
  const notBefore =
    validated === null ? new Date(notAfter.getTime() - ASSUMED_DAYS * DAY_MS) : scmDateStart(validated);
  return { notBefore, notAfter };
}

function endOf(date: ScmDate | null): Date | null {
  if (date === null) return null;
  return new Date(scmDateStart(date).getTime() + (date.length === 10 ? DAY_MS - 1000 : 0));
}
