import { LostError, StateError } from "../../../base/errors.ts";
import type { Certificate } from "../../../pki/certificate.ts";
import type { CertificateChain } from "../../../pki/chain.ts";
import { readCsr } from "../../../pki/csr.ts";
import { refuseUnclear } from "../../../pki/judge-csr.ts";
import { namesMissing, withCommonName } from "../../../pki/names.ts";
import { sameKey } from "../../../pki/public-key.ts";
import { sameSerial } from "../../../pki/serial.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { refuseTaken } from "../judge/refuse-taken.ts";
import type { Passed } from "../observe/find-successor.ts";
import { standingOf } from "../status.ts";
import { awaitIssued } from "./await-issued.ts";
import { compareClocks } from "./compare-clocks.ts";
import { markerOfOrder, markRecord, type OrderMark } from "./mark-order.ts";
import type { OrderContext } from "./order-context.ts";

interface ReplaceOnceRequest {
  readonly sslId: number;
  /** Of the certificate to be replaced, as the caller knows it. */
  readonly serialNumber: string | null;
  readonly csrPem: string;
  readonly subjectAlternativeNames: readonly string[];
  /** Kept by SCM, 1 to 512 characters. */
  readonly reason: string;
  /** The caller's claim; a record that bears another one is not replaced. */
  readonly nonce?: string | null | undefined;
  /** Whose order the record is from now on; without it the comments stay as they are. */
  readonly mark?: OrderMark | undefined;
}

interface Replaced {
  /** `found`: it had been replaced before by one like this. */
  readonly kind: "replaced" | "found";
  /** Serial number of the certificate that is going: the one that comes has another. Null when it is here already. */
  readonly formerSerial: string | null;
  /** The same with its end, where it is not the one that the caller holds: a run that left no trace had it issued. */
  readonly former: Passed | null;
}

/**
 * Has SCM reissue a certificate under its id, exactly once. SCM takes no comments with it, so serial number and status of
 * the record tell whether it has happened.
 * @throws LostError when the answer is lost and the record does not say that it was replaced; StateError when one that is
 *         under way does not end in time; what SCM refuses
 */
export async function replaceOnce(
  client: ScmClient,
  request: ReplaceOnceRequest,
  context: OrderContext,
): Promise<Replaced> {
  const { sslId, serialNumber: formerSerial } = request;
  const before = await client.certificates.get(sslId, context);
  refuseTaken(before, request.nonce, "replace");
  if (mayHaveHappened(before, formerSerial)) {
    const chain = await finished(client, sslId, context);
    const { serialNumber, notAfter } = chain.leaf;
    if (!isAsWished(chain.leaf, request))
      return {
        ...(await send(client, before, { ...request, serialNumber }, context)),
        former: { sslId, serialNumber, notAfter },
      };
    await mark(client, before, request, context);
    return { kind: "found", formerSerial: null, former: null };
  }
  return send(client, before, { ...request, serialNumber: before.serialNumber ?? formerSerial }, context);
}

async function mark(
  client: ScmClient,
  before: CertificateDetails,
  request: ReplaceOnceRequest,
  context: OrderContext,
): Promise<void> {
  const { organizationId, scmProfile } = before;
  if (request.mark === undefined || organizationId === null || scmProfile === null) return;
  const place = { organizationId, scmProfileId: scmProfile.scmProfileId };
  const marker = markerOfOrder(place, request, request.mark);
  await markRecord(client, before, { marker, origin: request.mark.origin }, context);
}

// One parameter more than usual: the record goes along to the last step.
async function send(
  client: ScmClient,
  before: CertificateDetails,
  request: ReplaceOnceRequest,
  context: OrderContext,
): Promise<Replaced> {
  const { sslId, csrPem, subjectAlternativeNames, reason, serialNumber: formerSerial } = request;
  compareClocks(client);
  const csr = readCsr(csrPem);
  refuseUnclear(csr);
  const order = { csrPem: csr.pem, reason, subjectAlternativeNames };
  try {
    await client.certificates.replace(sslId, order, context);
  } catch (thrown) {
    if (!(thrown instanceof LostError)) throw thrown;
    const now = await lookOrLose(client, sslId, { context, lost: thrown });
    if (!mayHaveHappened(now, formerSerial)) throw thrown;
  }
  await mark(client, before, request, context);
  return { kind: "replaced", formerSerial, former: null };
}

/** Whether a certificate is for the request's key and has the names asked for. Names that a CA adds do no harm. */
function isAsWished(
  leaf: Certificate,
  { csrPem, subjectAlternativeNames }: Pick<ReplaceOnceRequest, "csrPem" | "subjectAlternativeNames">,
): boolean {
  const csr = readCsr(csrPem);
  const present = withCommonName(leaf.subject.commonName, leaf.names);
  const wanted = withCommonName(csr.commonName, subjectAlternativeNames);
  return sameKey(leaf.publicKey, csr.publicKey) && namesMissing(wanted, present).length === 0;
}

function mayHaveHappened({ status, serialNumber }: CertificateDetails, former: string | null): boolean {
  if (standingOf(status) === "pending") return true;
  return former !== null && serialNumber !== null && !sameSerial(serialNumber, former);
}

async function finished(client: ScmClient, sslId: number, context: OrderContext): Promise<CertificateChain> {
  const outcome = await awaitIssued(client, sslId, context);
  if (outcome.kind === "issued") return outcome.chain;
  throw new StateError(`replace certificate ${sslId}: a replacement is under way and is ${outcome.status}`, {
    code: "state.replacement_under_way",
    hint: "Run again when SCM shows the certificate as issued. Nothing was ordered.",
  });
}

/**
 * The record after an order on it whose answer was lost.
 * @throws the LostError: whatever keeps us from looking, the first thing to tell is that the order may be under way
 */
async function lookOrLose(
  client: ScmClient,
  sslId: number,
  { context, lost }: { readonly context: OrderContext; readonly lost: LostError },
): Promise<CertificateDetails> {
  try {
    return await client.certificates.get(sslId, context);
  } catch {
    throw lost;
  }
}
