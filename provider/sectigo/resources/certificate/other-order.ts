import {
  type Certificate,
  type CertificateDetails,
  claimOf,
  readCsr,
  StateError,
  sameKey,
} from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { readPrivateData } from "./private-data.ts";
import type { StoredCertificate } from "./values.ts";

interface Unpublished {
  readonly state: StoredCertificate;
  readonly private: PrivateData;
}

/**
 * Refuses a record that is not the order of this state: nothing of it was ever published, its comments do not bear the claim
 * that was written with the order, and its certificate is for another key. Then SCM, or what stands before it, has answered
 * the order with the id of another one; to replace, publish or revoke it would be to act on what belongs to others.
 * @throws StateError `state.other_order`
 */
export function refuseOtherOrder(
  request: Unpublished,
  details: Pick<CertificateDetails, "sslId" | "comments">,
  leaf: Certificate,
): void {
  if (!isDoubtful(request, details)) return;
  const { state, private: data } = request;
  const csrPem = state.csr_pem ?? readPrivateData(data).madeCsr;
  if (csrPem === null || sameKey(leaf.publicKey, readCsr(csrPem).publicKey)) return;
  throw otherOrder(details.sslId);
}

/** Whether nothing but an answer of SCM's says that a record is the order of this state. */
export function isDoubtful(
  { state, private: data }: Unpublished,
  { sslId, comments }: Pick<CertificateDetails, "sslId" | "comments">,
): boolean {
  const isFirst = state.certificate_pem === null && state.serial_number === null && sslId === state.ssl_id;
  return isFirst && claimOf(comments, readPrivateData(data).nonce) === "gone";
}

function otherOrder(sslId: number): StateError {
  return new StateError(`certificate ${sslId}: it is not the order of this resource, and was left alone`, {
    code: "state.other_order",
    hint:
      "SCM answered the order with this id, and its record bears neither the order's claim nor its key. Forget it with " +
      "`state rm` and the resource's address, which changes nothing in SCM, and apply: before it orders, the " +
      "apply looks for the order, and takes it over.",
  });
}
