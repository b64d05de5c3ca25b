import {
  type Certificate,
  type CertificateDetails,
  claimOf,
  collect,
  NotFoundError,
  ownRequester,
  readCertificatePem,
  readComments,
  readCsr,
  StateError,
  sameKey,
  sameSerial,
  signOf,
  signOfFirst,
  standingOf,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { orderContext } from "../../order-context.ts";
import { readPrivateData } from "./private-data.ts";
import type { DestroyRequest, StoredCertificate } from "./state.ts";

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
function isDoubtful(
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

/**
 * Whether a record is this state's to decline, wait for or revoke. What bears our claim is; so is what state has published.
 * Of a request, or a successor that nothing was published of, only SCM's answer to the order says so: it is compared by marker
 * and requester, and by its key once it is issued.
 * @returns false for another's, which is told and left alone
 * @throws StateError `state.order_unproved` where nothing shows whose it is
 */
export async function isOurs(
  request: DestroyRequest,
  details: CertificateDetails,
  wait: WaitOptions,
): Promise<boolean> {
  const { prior, private: data } = request;
  if (claimOf(details.comments, readPrivateData(data).nonce) === "ours") return true;
  const isSuccessor = details.sslId !== prior.ssl_id;
  const isFirst = isDoubtful({ state: prior, private: data }, details);
  const standing = standingOf(details.status);
  if ((!isSuccessor && !isFirst) || !["pending", "issued", "unknown"].includes(standing)) return true;
  // A first order that is issued is compared by its key, and refused: see `refuseOtherOrder`.
  if (isFirst && standing !== "pending") return true;
  const hasKey = await hasOwnKey(request, details, wait);
  const sign = hasKey === null ? await signFor(request, details, wait) : hasKey ? "ours" : "others";
  if (sign === "unclear") throw unproved(details);
  if (sign === "others") tellOthers(request, details);
  return sign === "ours";
}

/** Null as long as its key does not show. */
async function hasOwnKey(
  { api, prior, private: data }: DestroyRequest,
  { sslId, status, serialNumber }: CertificateDetails,
  wait: WaitOptions,
): Promise<boolean | null> {
  const csr = prior.csr_pem ?? readPrivateData(data).madeCsr;
  const { certificate_pem: pem } = prior;
  if (standingOf(status) !== "issued" || (csr === null && pem === null)) return null;
  const chain = await collect(api.client, sslId, { ...wait, clock: api.clock, serialNumber });
  if (chain === null) return null;
  const keys = [
    ...(csr === null ? [] : [readCsr(csr).publicKey]),
    ...(pem === null ? [] : [readCertificatePem(pem).publicKey]),
  ];
  return keys.some((key) => sameKey(key, chain.leaf.publicKey));
}

async function signFor({ api, prior }: DestroyRequest, details: CertificateDetails, wait: WaitOptions) {
  const requester =
    (await orderContext(api, wait).requester()) ?? (await ownRequester(api.client, null, wait));
  if (details.sslId === prior.ssl_id) return signOfFirst(details, requester);
  try {
    return signOf(details, await api.client.certificates.get(prior.ssl_id ?? 0, wait), requester);
  } catch (thrown) {
    // The certificate before is gone; whether that stops the destroy is said when its own turn comes.
    if (!(thrown instanceof NotFoundError)) throw thrown;
    return signOfFirst(details, requester);
  }
}

function tellOthers({ warn }: DestroyRequest, { sslId, status }: CertificateDetails): void {
  warn(
    `Certificate ${sslId} (${status}) is left alone: it is not this resource's`,
    "It was taken for an order of this resource, and its record has another order's marker, requester or key. It is only " +
      "forgotten here. Where an order of yours was lost that way, look for it in SCM.",
  );
}

function unproved({ sslId, status }: CertificateDetails): StateError {
  return new StateError(
    `destroy certificate request ${sslId}: it is ${status}, and nothing shows that it is this resource's`,
    {
      code: "state.order_unproved",
      hint:
        "Its record bears no claim of this resource, and SCM tells neither its requester nor this login's. Have it declined or " +
        "approved in SCM, then destroy again; or forget it with `state rm` and the resource's address, which leaves it alone.",
    },
  );
}

/**
 * Taking an order over leaves a new mark in its comments; where SCM's is not ours, the certificate serves another resource.
 * Where none is left, only the serial number tells that the record is the one that state holds.
 */
export function isInOtherHands(
  { private: data, warn, prior }: DestroyRequest,
  { sslId, comments, serialNumber }: CertificateDetails,
): boolean {
  const claim = claimOf(comments, readPrivateData(data).nonce);
  if (claim === "ours" || claim === "unknown") return false;
  if (claim === "gone" && isHeld(prior, sslId, serialNumber)) return false;
  const { tag } = readComments(comments);
  const [what, why] =
    claim === "taken"
      ? [
          "another resource has taken it over",
          `SCM's comments name the claim ${tag?.nonce}, which is not this resource's.`,
        ]
      : [
          "its record does not bear this resource's claim",
          "Its comments were edited, and its serial number is not the one in state.",
        ];
  warn(`Certificate ${sslId} is not revoked: ${what}`, `${why} It is only forgotten here.`);
  return true;
}

function isHeld(prior: StoredCertificate, sslId: number, serialNumber: string | null): boolean {
  if (sslId !== prior.ssl_id || prior.serial_number === null || serialNumber === null) return true;
  return sameSerial(serialNumber, prior.serial_number);
}

/** @throws StateError `state.other_order` where only an answer of SCM's says that the record is ours, and its key does not */
export async function refuseUnproved(
  { api, prior: state, private: data }: DestroyRequest,
  details: CertificateDetails,
  wait: WaitOptions,
): Promise<void> {
  const request = { state, private: data };
  if (!isDoubtful(request, details)) return;
  if (standingOf(details.status) !== "issued") return;
  const chain = await collect(api.client, details.sslId, { ...wait, clock: api.clock });
  if (chain !== null) refuseOtherOrder(request, details, chain.leaf);
}
