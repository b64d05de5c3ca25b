import { SectigoError } from "../../../base/errors.ts";
import { readCsr } from "../../../pki/csr.ts";
import { withCommonName } from "../../../pki/names.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { makeNonce, type OrderOrigin, orderMarker, readComments, writeComments } from "../order-tag.ts";
import type { OrderContext } from "./order-context.ts";

/** Whose order a record is from now on. */
export interface OrderMark {
  readonly origin: OrderOrigin;
  readonly orderKey: string | null;
  readonly key: "given" | "made";
}

/** The marker of an order: what makes two orders the same order, hashed. */
export function markerOfOrder(
  place: { readonly organizationId: number; readonly scmProfileId: number },
  asked: { readonly csrPem: string; readonly subjectAlternativeNames: readonly string[] },
  { origin, orderKey, key }: OrderMark,
): string {
  const { commonName, publicKeySha256 } = readCsr(asked.csrPem);
  const names = withCommonName(commonName, asked.subjectAlternativeNames);
  const keySha256 = key === "given" ? publicKeySha256 : null;
  return orderMarker({ ...place, names, scope: origin.scope, orderKey, keySha256 });
}

/**
 * Writes the marker of what a record has become: SCM takes no comments with a replacement, and the marker of the order
 * before would tell the wrong order. Who may replace may still not be allowed to edit; nothing is lost by that.
 */
export async function markRecord(
  client: ScmClient,
  record: Pick<CertificateDetails, "sslId" | "comments">,
  { marker, origin }: { readonly marker: string; readonly origin: OrderOrigin },
  context: OrderContext,
): Promise<void> {
  const { comment, tag } = readComments(record.comments);
  if (tag?.marker === marker) return;
  const nonce = tag?.nonce ?? makeNonce(context.random);
  const comments = writeComments(comment, { marker, nonce, isLeft: tag?.isLeft ?? false }, origin);
  try {
    await client.certificates.update(record.sslId, { comments }, context);
  } catch (thrown) {
    const { code } = SectigoError.from(thrown);
    context.log?.info("could not write into the comments of a replaced certificate", {
      sslId: record.sslId,
      code,
    });
  }
}

/** Takes away the note that a later run is to take it over, once this one has its certificate. */
export async function noteKept(
  client: ScmClient,
  { sslId, comments }: Pick<CertificateDetails, "sslId" | "comments">,
  origin: OrderOrigin,
  context: OrderContext,
): Promise<void> {
  const { comment, tag } = readComments(comments);
  if (!tag?.isLeft) return;
  const { marker, nonce } = tag;
  try {
    const kept = writeComments(comment, { marker, nonce, isLeft: false }, origin);
    await client.certificates.update(sslId, { comments: kept }, context);
  } catch (thrown) {
    const { code } = SectigoError.from(thrown);
    context.log?.info("could not note that an order is kept", { sslId, code });
  }
}
