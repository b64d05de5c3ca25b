import type { Clock } from "../../../base/clock.ts";
import type { WaitOptions } from "../../../base/deadline.ts";
import { LostError } from "../../../base/errors.ts";
import { quoted } from "../../../base/text.ts";
import { type Csr, readCsr } from "../../../pki/csr.ts";
import { refuseUnclear } from "../../../pki/judge-csr.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { Enrollment } from "../../../scm/schemas/certificates.ts";
import type { CertificateOrder } from "../certificate-order.ts";

/** How an order is placed: as every call, and with the clock for the message of a lost one. */
interface EnrollContext extends WaitOptions {
  readonly clock?: Clock | undefined;
}

/**
 * Places an order. SCM has no idempotency key and an order costs money, so it goes out once and is never repeated.
 * @returns the id at once; nothing is issued yet
 * @throws LostError when it may have been accepted although no usable answer came: the hint says where to look.
 *         PkiError for a CSR that is unreadable or can be read in two ways, RequestError and others with SCM's reason: then nothing was ordered
 */
export async function enroll(
  client: ScmClient,
  order: CertificateOrder,
  context: EnrollContext = {},
): Promise<Enrollment> {
  const { csrPem, comments, customFields, ...same } = order;
  const csr = readCsr(csrPem);
  refuseUnclear(csr);
  const body = {
    ...same,
    // The request alone: SCM refuses the signs of comments around it.
    csrPem: csr.pem,
    comments: comments ?? undefined,
    customFields: Object.entries(customFields).map(([name, value]) => ({ name, value })),
  };
  const { signal, deadline, clock } = context;
  const sentAt = clock?.now() ?? null;
  try {
    return await client.certificates.enroll(body, { signal, deadline });
  } catch (error) {
    throw error instanceof LostError ? lostOrder(error, { order, csr, sentAt }) : error;
  }
}

/** The same error with a hint that finds the order: the next run by its marker, a person by name and time. */
function lostOrder(
  error: LostError,
  { order, csr, sentAt }: { order: CertificateOrder; csr: Csr; sentAt: Date | null },
): LostError {
  const when = sentAt === null ? "" : `, requested about ${sentAt.toISOString().slice(0, 16)}Z`;
  const name = quoted(csr.commonName ?? order.subjectAlternativeNames[0] ?? "");
  const { status, vendorCode, call, requestId, path, code } = error;
  return new LostError(error.message.replace(/ \[[^[\]]*\]$/, ""), {
    ...{ status, vendorCode, call, requestId, path },
    // The code of a LostError begins so by its class; the general member does not say it.
    code: code as `lost.${string}`,
    hint:
      "Run again in some minutes: before it orders, the next run looks for this order, and takes it over if it is there. " +
      `By hand, look in SCM for a request for ${name} in organization ${order.organizationId}${when}.`,
    cause: error,
  });
}
