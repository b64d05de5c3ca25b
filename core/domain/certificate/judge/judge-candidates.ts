import { type San, withCommonName } from "../../../pki/names.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { type ScmDate, scmDateStart } from "../../../scm/schemas/dates.ts";
import { isMadeOf } from "../compare/added-names.ts";
import { bearsMarker, claimOf, type OrderMarkers, readComments } from "../order-tag.ts";
import { standingOf } from "../status.ts";
import { isByApi, sameMail } from "./requesters.ts";

/** By what a record is judged to be the order that a run before this one placed. */
export interface CandidateRules {
  readonly markers: OrderMarkers;
  readonly names: readonly San[];
  readonly now: Date;
  /** How long after its issue an order may be taken over; 0: never, whatever its state. */
  readonly adoptWithinMs: number;
  /** The key is the user's own, so it tells an order of ours from any other. */
  readonly isOwnKey: boolean;
  readonly hasScope: boolean;
  /** Mail address that SCM shows for what we order; null when it can't be told, as under OAuth2. */
  readonly requester: string | null;
  /** The caller's own claim, of an order before or of this very one; null when there is none, or others may bear a copy. */
  readonly nonce: string | null;
}

/** What a record is to an order about to be placed. */
export type Verdict =
  | "other"
  /** Ours, and to be taken over. */
  | "ours"
  /** Ours or not: only the key of the certificate tells. */
  | "compare_key"
  /** Our marker stands on it, which anyone can write, and nothing else says that we ordered it; only a key that fits would. */
  | "unproved"
  /** Our marker stands on it, but it may not be taken over. */
  | "not_adoptable"
  /** Our marker stands on it, and it is issued for a key that was made elsewhere: another state or host may serve with it. */
  | "other_key"
  /** Without a marker and without a certificate: nothing tells whose it is. */
  | "unclear";

/** Judges one record. Pure. Only those that live matter: what was refused, revoked or has ended is not a purchase to lose. */
export function judgeCandidate(details: CertificateDetails, rules: CandidateRules): Verdict {
  const standing = standingOf(details.status);
  if (standing !== "pending" && standing !== "issued" && standing !== "unknown") return "other";
  const { tag } = readComments(details.comments);
  if (tag !== null) {
    if (!bearsMarker(details.comments, rules.markers)) return "other";
    if (!mayBeRequestedByUs(details, rules) || !mayAdopt(rules)) return "not_adoptable";
    if (standing !== "pending" && !tag.isLeft && !isFresh(details, rules)) return "not_adoptable";
    return isProved(details, rules) ? "ours" : "unproved";
  }
  return judgeUnmarked(details, rules);
}

/**
 * Those of which nothing younger is known to follow. A record that was renewed is not an order to take over or to stand in the
 * way: its successor is, and when that was revoked on purpose the order is over. SCM may say `renewed` late or never; so one
 * of our marker that is too old to be taken over gives way to a younger one of the same marker too.
 */
export function withoutPredecessors(
  found: readonly CertificateDetails[],
  rules: Pick<CandidateRules, "markers" | "now" | "adoptWithinMs">,
): readonly CertificateDetails[] {
  const line = found.filter(
    ({ comments, status }) => bearsMarker(comments, rules.markers) && standingOf(status) !== "refused",
  );
  const isFollowed = (details: CertificateDetails): boolean =>
    line.includes(details) && !isFresh(details, rules) && line.some(({ sslId }) => sslId > details.sslId);
  return found.filter((details) => !details.isRenewed && !isFollowed(details));
}

/** A user edited the comments, or SCM keeps none. */
function judgeUnmarked(details: CertificateDetails, rules: CandidateRules): Verdict {
  const found = withCommonName(details.commonName, details.subjectAlternativeNames);
  if (!isMadeOf(found, rules.names) || !mayBeRequestedByUs(details, rules)) return "other";
  // A discovered or uploaded record was never anybody's order.
  if (details.requestedVia === null) return "other";
  if (standingOf(details.status) === "pending") return "unclear";
  if (!isFresh(details, rules)) return "other";
  return rules.isOwnKey ? "compare_key" : "unclear";
}

export function mayAdopt({
  adoptWithinMs,
  isOwnKey,
  hasScope,
}: Pick<CandidateRules, "adoptWithinMs" | "isOwnKey" | "hasScope">): boolean {
  return adoptWithinMs > 0 && (isOwnKey || hasScope);
}

/** All parts of a marker are public. Where no login tells who we are, the claim does, or the word of who left it to be taken over. */
function isProved({ comments }: CertificateDetails, { requester, nonce }: CandidateRules): boolean {
  const { tag } = readComments(comments);
  return requester !== null || (tag?.isLeft ?? false) || claimOf(comments, nonce) === "ours";
}

function mayBeRequestedByUs(details: CertificateDetails, rules: CandidateRules): boolean {
  if (!isByApi(details)) return false;
  if (rules.requester === null || details.requester === null) return true;
  return sameMail(rules.requester, details.requester);
}

/** SCM tells days without a zone, so a day counts to its end. */
function isFresh(
  { issued, requested }: CertificateDetails,
  { now, adoptWithinMs }: Pick<CandidateRules, "now" | "adoptWithinMs">,
): boolean {
  const since = issued ?? requested;
  return since !== null && now.getTime() <= endOf(since) + adoptWithinMs;
}

function endOf(date: ScmDate): number {
  const isDay = date.length === "2026-03-16".length;
  return scmDateStart(date).getTime() + (isDay ? 86_400_000 : 0);
}
