import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import {
  type CandidateRules,
  judgeCandidate,
  type Verdict,
  withoutPredecessors,
} from "../judge/judge-candidates.ts";
import { refuseFound } from "../judge/refuse-found.ts";
import { claimOf, readComments } from "../order-tag.ts";
import { standingOf } from "../status.ts";
import { adoptOrder } from "./adopt-order.ts";
import { candidateRules, hasKeyOf, type OrderIntent, type Placed } from "./order-intent.ts";

/**
 * Takes over the one that is this order.
 * @param when `lost`: our own order is looked for, whose key is here
 * @returns null when none of them is this order
 * @throws StateError `state.order_exists`, `state.order_unclear`
 */
export async function takeOver(
  intent: OrderIntent,
  found: readonly CertificateDetails[],
  when: "before" | "lost",
): Promise<Placed | null> {
  if (found.length === 0) return null;
  const rules = await candidateRules(intent);
  const judged = await judgeAll(intent, withoutPredecessors(found, rules), rules);
  const ours = judged.filter(({ verdict }) => verdict === "ours").map(({ details }) => details);
  const [only, ...others] = ownFirst(intent, ours);
  if (only !== undefined && others.length === 0) return adoptOrder(intent, only);
  const blocking = judged.filter(
    ({ verdict }) => verdict !== "other" && (when === "before" || verdict !== "other_key"),
  );
  if (blocking.length > 0) throw refuseFound(intent.what, blocking, rules);
  return null;
}

/** What each record is to an order, by its marker, its requester and, where it is issued, its key. */
export function judgeAll(
  intent: OrderIntent,
  found: readonly CertificateDetails[],
  rules: CandidateRules,
): Promise<readonly { readonly details: CertificateDetails; readonly verdict: Verdict }[]> {
  return Promise.all(
    found.map(async (details) => ({ details, verdict: await judge(intent, details, rules) })),
  );
}

/** Of several, the one that bears the caller's own claim: a run of its own placed it and did not live to keep it. */
function ownFirst(
  { request: { nonce } }: OrderIntent,
  ours: readonly CertificateDetails[],
): readonly CertificateDetails[] {
  const own = ours.filter(({ comments }) => nonce && readComments(comments).tag?.nonce === nonce);
  return own.length === 1 ? own : ours;
}

async function judge(
  intent: OrderIntent,
  details: CertificateDetails,
  rules: CandidateRules,
): Promise<Verdict> {
  const verdict = judgeCandidate(details, rules);
  if (verdict === "other" || verdict === "unclear") return verdict;
  if (verdict === "not_adoptable" && !rules.isOwnKey) return verdict;
  const isComparable = verdict === "compare_key" || standingOf(details.status) === "issued";
  const isSame = isComparable ? await hasKeyOf(intent, details) : null;
  const isMarked = verdict === "ours" || verdict === "unproved";
  // A young order is not a proof of an interrupted run: a reissue would take the certificate from where it serves.
  if (isMarked && isComparable && !rules.isOwnKey) {
    const isForUs = isSame || (verdict === "ours" && mayReissue(intent, details));
    return isForUs ? "ours" : "other_key";
  }
  // A renewal by another actor may have our marker with the comments that it took along.
  if (isSame === false) return "other";
  if (verdict === "unproved") return isSame ? "ours" : "unproved";
  if (verdict !== "compare_key") return verdict;
  return isSame ? "ours" : "unclear";
}

/**
 * What was left behind on purpose serves nowhere, until a run has had it issued and taken the note away. Nor does what bears the
 * caller's own claim and is not held: a run of its own ordered it and took the key along. Who takes an order over writes another claim.
 */
function mayReissue({ request }: OrderIntent, { comments }: CertificateDetails): boolean {
  const { tag } = readComments(comments);
  const isOwn = !request.isClaimCopied && claimOf(comments, request.nonce) === "ours";
  return (request.reissues || tag?.isLeft || isOwn) ?? false;
}
