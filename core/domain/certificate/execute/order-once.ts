import { LostError } from "../../../base/errors.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { isOrderOfKey, markedRecord } from "../judge/order-of-key.ts";
import { rowsLeftOut } from "../observe/rows-of-place.ts";
import { claimOf, makeNonce, readComments, writeComments } from "../order-tag.ts";
import { compareClocks } from "./compare-clocks.ts";
import { findCompromised, isCompromised, keyCompromised } from "./compromised-key.ts";
import { enroll } from "./enroll.ts";
import type { OrderContext, OrderNotice } from "./order-context.ts";
import {
  hasKeyOf,
  lookForOrders,
  type OrderIntent,
  type OrderOnceRequest,
  orderIntent,
  type Placed,
} from "./order-intent.ts";
import { tellLeftOut, tellOtherId } from "./order-notices.ts";
import { declineTwin, ordersBeside } from "./second-order.ts";
import { takeOver } from "./take-over.ts";

/** Pauses between looks after a lost answer: SCM may list what it has accepted a moment later. */
const LOOKS_AFTER_LOSS_MS = [0, 3000, 10_000];

/**
 * Enrolls exactly once: looks whether an earlier run has placed this order and takes it over, else enrolls, and looks again
 * when the answer is lost. Never enrolls twice, not even when nothing is found.
 * @throws StateError `state.same_order`, `state.order_exists`, `state.order_unclear`; LostError when the answer is lost and
 *         nothing is found; what `enroll` throws
 */
export async function orderOnce(
  client: ScmClient,
  request: OrderOnceRequest,
  context: OrderContext,
): Promise<Placed> {
  const intent = orderIntent(client, request, context);
  const release = context.claims.reserve(intent.marker, intent.what);
  try {
    const found = await lookForOrders(intent);
    const taken = await takeOver(intent, found, "before");
    if (taken !== null) return taken;
    await refuseCompromised(intent, found);
    const compared = found.map(({ sslId }) => sslId);
    return await place(intent, compared);
  } catch (thrown) {
    // After a lost answer the order may exist: this process must not place it again.
    if (!(thrown instanceof LostError)) release();
    throw thrown;
  }
}

/** @param compared ids of records that are other orders */
async function place(intent: OrderIntent, compared: readonly number[]): Promise<Placed> {
  const { client, request, context, marker } = intent;
  const clocks = compareClocks(client);
  const nonce = request.nonce ?? makeNonce(context.random);
  const tag = { marker, nonce, isLeft: request.isLeft ?? false };
  const comments = writeComments(request.order.comments, tag, request.origin);
  try {
    const answer = await enroll(client, { ...request.order, comments }, context);
    const { sslId, notices } = await compareOthers(intent, { answered: answer.sslId, nonce, compared });
    const leftOut = await rowsLeftOut(client, intent.where);
    return {
      ...{ sslId, nonce, formerNonce: null, kind: "enrolled", compared },
      notices: [
        ...(clocks === null ? [] : [clocks]),
        ...(leftOut === 0 ? [] : [tellLeftOut(leftOut)]),
        ...notices,
      ],
    };
  } catch (thrown) {
    if (!(thrown instanceof LostError)) throw thrown;
    // The claim that was written with it proves whose it is.
    return await findLost({ ...intent, request: { ...request, nonce, isClaimCopied: false } }, thrown);
  }
}

/** The id under which the order stands, and what is to be said of others. */
async function compareOthers(
  intent: OrderIntent,
  {
    answered,
    nonce,
    compared,
  }: { readonly answered: number; readonly nonce: string; readonly compared: readonly number[] },
): Promise<{ readonly sslId: number; readonly notices: readonly OrderNotice[] }> {
  const others = await ordersBeside(intent, answered, compared);
  const sslId = placedAmong(intent, others, nonce) ?? answered;
  intent.context.claims.take(sslId);
  const notices =
    sslId === answered ? await declineTwin(intent, others, sslId) : [tellOtherId(answered, sslId)];
  return { sslId, notices };
}

/**
 * The claim that was made for this very order stands on one record alone. Where SCM, or what stands before it, answers with
 * the id of another record, that one is not ours to publish, to replace or to revoke.
 */
function placedAmong(
  { request, marker }: OrderIntent,
  others: readonly CertificateDetails[],
  nonce: string,
): number | null {
  // A claim of the caller's own may stand on orders before this one.
  if (request.nonce) return null;
  const isOurs = ({ comments }: CertificateDetails): boolean =>
    claimOf(comments, nonce) === "ours" && readComments(comments).tag?.marker === marker;
  return others.find(isOurs)?.sslId ?? null;
}

async function findLost(intent: OrderIntent, lost: LostError): Promise<Placed> {
  const { clock, signal } = intent.context;
  for (const pauseMs of LOOKS_AFTER_LOSS_MS) {
    if (pauseMs > 0) await clock.wait(pauseMs, signal);
    const taken = await takeOver(intent, await lookOrLose(intent, lost), "lost");
    if (taken !== null) return taken;
  }
  throw lost;
}

/** Whatever keeps us from looking, the first thing to tell is that an order may be there. */
async function lookOrLose(intent: OrderIntent, lost: LostError): Promise<readonly CertificateDetails[]> {
  try {
    return await lookForOrders(intent);
  } catch {
    throw lost;
  }
}

/** A compromised key gets no other certificate, with whatever name, organization, order key or scope it is asked for. */
async function refuseCompromised(intent: OrderIntent, found: readonly CertificateDetails[]): Promise<void> {
  const { client, request, context, csr, what } = intent;
  if (request.key === "made") return;
  const { origin, orderKey } = request;
  const ours = { scope: origin.scope, orderKey, keySha256: csr.publicKeySha256 };
  // By its marker; else by the certificate, where SCM hands out one that is revoked.
  for (const details of found.filter(isCompromised)) {
    const marked = markedRecord(details, intent.where, [intent.where.names]);
    const isOfKey = marked !== null && isOrderOfKey(marked, ours);
    if (isOfKey || (await hasKeyOf(intent, details))) throw keyCompromised(what, details.sslId);
  }
  const sslId = await findCompromised(client, ours, context);
  if (sslId !== null) throw keyCompromised(what, sslId);
}
