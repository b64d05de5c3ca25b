import { LostError, SectigoError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { signOf } from "../judge/judge-successor.ts";
import { refuseTaken } from "../judge/refuse-taken.ts";
import {
  type FoundSuccessor,
  findOrderedBefore,
  findSuccessor,
  hasExpectedKey,
  type Passed,
  type RenewOnceRequest,
  type SuccessorSearch,
} from "../observe/find-successor.ts";
import { compareClocks } from "./compare-clocks.ts";
import type { OrderContext, OrderNotice } from "./order-context.ts";
import { notRenewed, refuseAutoRenewal } from "./renewal-errors.ts";

type Named = Pick<FoundSuccessor, "sslId" | "isProven">;

export interface Renewed {
  /** Of the successor: a record of its own. */
  readonly sslId: number;
  /** `found`: it had been renewed before, nothing was ordered now. */
  readonly kind: "renewed" | "found";
  /** The record before, for what a renewal does not take along. */
  readonly old: CertificateDetails;
  readonly notices: readonly OrderNotice[];
  /** Its certificate is for the expected key. */
  readonly isProven: boolean;
  /** Between the two, renewed in their turn by runs that left no trace. */
  readonly passed: readonly Passed[];
}

/** SCM's words for "not this way": its profile forbids renewals, its terms changed, or the record can't be renewed. */
const ENROLL_INSTEAD =
  /^(state\.renewal_(forbidden|failed)|missing\.renewable|request\.term_.*|state\.not_issued|state\.successor_other_key)$/;

/**
 * Whether what `renewOnce` threw means that a new enrollment has to take the renewal's place.
 * @param isSoft while the certificate serves well, a person has time to look after a successor that came to a bad end
 */
export function needsEnrollment(thrown: unknown, isSoft: boolean): boolean {
  const { code } = SectigoError.from(thrown);
  return ENROLL_INSTEAD.test(code) || (code === "state.successor_ended" && !isSoft);
}

/**
 * Renews exactly once. SCM takes no comments with a renewal, and says late, if at all, that a record was renewed. So before
 * an order, and again and again after an answer that was lost, a successor is looked for by names, key and higher id.
 * @throws StateError `state.auto_renewal`, `state.successor_unclear`, `state.successor_missing`, `state.successor_ended`,
 *         `state.successor_pending` for `onlyIssued`,
 *         `state.successor_other_key` when another actor renewed it for a key that is not the expected one; LostError when the
 *         answer is lost and no successor shows; what SCM refuses
 */
export async function renewOnce(
  client: ScmClient,
  request: RenewOnceRequest,
  context: OrderContext,
): Promise<Renewed> {
  const { sslId, csrPem } = request;
  const old = await client.certificates.get(sslId, context);
  refuseTaken(old, request.nonce, "renew");
  if (old.isRenewed)
    return foundBefore(old, await findSuccessor(client, { old, request, isOurs: false }, context));
  if (!request.ordersNothing && renewsItself(old)) throw refuseAutoRenewal(old);
  const before = await findOrderedBefore(client, { old, request, isOurs: false }, context);
  if (before !== null) return foundBefore(old, before);
  if (request.ordersNothing) throw notRenewed(sslId);
  const clocks = compareClocks(client);
  const search = { old, request, isOurs: true };
  try {
    const answer = await client.certificates.renew(sslId, csrPem === undefined ? {} : { csrPem }, context);
    const named =
      (await namedSuccessor(client, answer.sslId, { search, context })) ??
      (await successorOrLost(client, search, { context, lost: noSuccessor(request, answer.sslId) }));
    return { ...named, kind: "renewed", old, notices: noticesOf(clocks), passed: [] };
  } catch (thrown) {
    if (!(thrown instanceof LostError)) throw thrown;
    return {
      ...(await successorOrLost(client, search, { context, lost: thrown })),
      kind: "renewed",
      old,
      ...{ notices: [], passed: [] },
    };
  }
}

function foundBefore(old: CertificateDetails, found: FoundSuccessor): Renewed {
  return { ...found, kind: "found", old, notices: [] };
}

/**
 * The successor that the answer names; null when it is another's. Taken at once: another certificate of this run, with the same
 * names and key, may be looking for its own successor now.
 */
async function namedSuccessor(
  client: ScmClient,
  answered: number | null,
  { search: { request, old }, context }: { readonly search: SuccessorSearch; readonly context: OrderContext },
): Promise<Named | null> {
  if (!isSuccessorsId(answered, request)) return null;
  const giveBack = context.claims.take(answered);
  const isKey = await hasExpectedKey(client, answered, { request, context });
  const isOthers = isKey === null ? await isByOthers(client, answered, { old, context }) : !isKey;
  if (!isOthers) return { sslId: answered, isProven: isKey === true };
  giveBack();
  return null;
}

/** While no key shows, the record may say that it is another administrator's. What can't be read says nothing. */
async function isByOthers(
  client: ScmClient,
  sslId: number,
  { old, context }: { readonly old: CertificateDetails; readonly context: OrderContext },
): Promise<boolean> {
  try {
    const [present, requester] = await Promise.all([
      client.certificates.get(sslId, context),
      context.requester(),
    ]);
    return signOf(present, old, requester) === "others";
  } catch (thrown) {
    const { code } = SectigoError.from(thrown);
    context.log?.info("could not see whose a successor is", { sslId, code });
    return false;
  }
}

/** Ids rise, so one that was there before is not the successor's, whatever the answer says. */
function isSuccessorsId(
  answered: number | null,
  { sslId, known = [] }: RenewOnceRequest,
): answered is number {
  return answered !== null && answered > sslId && !known.includes(answered);
}

function noSuccessor({ sslId }: RenewOnceRequest, answered: number | null): LostError {
  const what = answered === null ? "no id" : `id ${answered}, which is another record's`;
  return new LostError(`renew certificate ${sslId}: SCM answered with ${what}`, {
    code: "lost.successor_unknown",
    hint: "It is probably renewed. Run again in some minutes: before it orders, the next run looks for the successor.",
  });
}

function noticesOf(clocks: OrderNotice | null): readonly OrderNotice[] {
  return clocks === null ? [] : [clocks];
}

/** Whatever keeps us from finding it, the first thing to tell is that the order may be under way. */
async function successorOrLost(
  client: ScmClient,
  search: SuccessorSearch,
  { context, lost }: { readonly context: OrderContext; readonly lost: LostError },
): Promise<Named> {
  try {
    const { sslId, isProven } = await findSuccessor(client, search, context);
    return { sslId, isProven };
  } catch {
    throw lost;
  }
}

/** Whether SCM will renew the record automatically: then a renewal of ours would be a second purchase. */
export function renewsItself({ autoRenewState }: CertificateDetails): boolean {
  return autoRenewState !== null && /^(scheduled|started)$/i.test(autoRenewState.trim());
}
