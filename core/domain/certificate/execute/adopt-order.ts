import { LostError, SectigoError } from "../../../base/errors.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { claimOf, makeNonce, readComments, writeComments } from "../order-tag.ts";
import type { OrderNotice } from "./context.ts";
import type { OrderIntent, Placed } from "./order-intent.ts";

/** Has what an earlier run ordered bear the caller's claim, so that its former holder sees who has it now. */
export async function adoptOrder(intent: OrderIntent, details: CertificateDetails): Promise<Placed> {
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
    kind: "adopted",
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
