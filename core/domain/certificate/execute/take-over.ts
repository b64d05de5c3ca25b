import { LostError, SectigoError } from "../../../base/errors.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import {
  type CandidateRules,
  judgeCandidate,
  type Verdict,
  withoutPredecessors,
} from "../judge/judge-candidates.ts";
import { refuseFound } from "../judge/refuse-found.ts";
import { claimOf, makeNonce, readComments, writeComments } from "../order-tag.ts";
import { standingOf } from "../status.ts";
import type { OrderNotice } from "./order-context.ts";
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

/** Has what an earlier run ordered bear the caller's claim, so that its former holder sees who has it now. */
async function adoptOrder(intent: OrderIntent, details: CertificateDetails): Promise<Placed> {
  const { request, context, marker } = intent;
  const { sslId } = details;
  context.claims.take(sslId);
  const { comment, tag } = readComments(details.comments);
  const nonce = request.nonce ?? makeNonce(context.random);
  const claim = { marker, nonce, isLeft: request.isLeft ?? false };
  const comments = writeComments(request.order.comments ?? comment, claim, request.origin);
  const written = await note(intent, sslId, comments);
  const seen = written === "yes" ? "ours" : await claimSeen(intent, sslId, nonce);
  const isWritten = seen === "ours";
  const former = tag?.nonce ?? null;
  // A write that was lost may arrive later still, and one whose answer was another call's has arrived: then neither claim is
  // known to stand, and none is compared.
  const kept = written === "lost" || seen === null ? null : former;
  return {
    sslId,
    nonce: isWritten ? nonce : kept,
    formerNonce: isWritten ? former : null,
    ...{ kind: "adopted", compared: [] },
    notices: [tellAdopted(intent, details)],
  };
}

function tellAdopted(
  { request, what }: OrderIntent,
  { sslId, requested, status }: CertificateDetails,
): OrderNotice {
  const placedOn = requested === null ? "" : ` on ${requested.slice(0, 10)}`;
  const ordered =
    request.key === "given"
      ? "Nothing was ordered now."
      : "No other one was ordered; where its key is not here any more, it is reissued for the new one under the same id.";
  return {
    summary: `Certificate ${sslId} (${what.replace("enroll ", "")}) was ordered before and is taken over`,
    detail: `This order was placed${placedOn}, and SCM shows it as ${status}. ${ordered}`,
  };
}

/** Who may enroll may still not be allowed to edit; the certificate is ours all the same. */
async function note(
  { client, context }: OrderIntent,
  sslId: number,
  comments: string,
): Promise<"yes" | "no" | "lost"> {
  try {
    await client.certificates.update(sslId, { comments }, context);
    return "yes";
  } catch (thrown) {
    const { code } = SectigoError.from(thrown);
    context.log?.info("could not write into the comments of an order", { sslId, code });
    return thrown instanceof LostError ? "lost" : "no";
  }
}

/** A write whose answer was lost may have taken effect; a claim that is not known as ours would be taken for another's. */
async function claimSeen(
  { client, context }: OrderIntent,
  sslId: number,
  nonce: string,
): Promise<ReturnType<typeof claimOf> | null> {
  try {
    const { comments } = await client.certificates.get(sslId, context);
    return claimOf(comments, nonce);
  } catch (thrown) {
    const { code } = SectigoError.from(thrown);
    context.log?.info("could not see whose claim an order bears", { sslId, code });
    return null;
  }
}
