import {
  awaitIssued,
  type CertificateChain,
  PendingError,
  readCsr,
  replaceOnce,
  sameKey,
  type WaitOptions,
} from "../../../../core/index.ts";
import { orderContext } from "../../order-context.ts";
import type { ApplyRequest } from "./apply-request.ts";
import { ownKey } from "./compare.ts";
import type { Followed, Issued } from "./followed.ts";
import { instantText } from "./instant.ts";
import { keep, readKept } from "./kept.ts";
import { requestFor } from "./prepare-order.ts";
import type { Superseded } from "./superseded.ts";
import type { CertificateState } from "./values.ts";

interface Found {
  readonly sslId: number;
  readonly chain: CertificateChain;
  readonly followed: Followed;
  readonly wait: WaitOptions;
}

/**
 * A run that was killed took the key that it had made with it. Its order is taken over, not repeated: SCM reissues the
 * certificate under the same id for a key that is here.
 */
export async function healLostKey(
  request: ApplyRequest,
  ordered: CertificateState,
  { sslId, chain, followed, wait }: Found,
): Promise<Issued> {
  const { config, private: data } = request;
  const isOwn = config.csr_pem !== null || !followed.isAdopted;
  const known = followed.signed?.csrPem ?? readKept(data).madeCsr;
  const isAsRequested = known === null || sameKey(chain.leaf.publicKey, readCsr(known).publicKey);
  const newKey = followed.signed?.privateKeyPem ?? null;
  const isHere = config.private_key === null || ownKey(chain, { state: ordered, data, newKey }) !== null;
  if (isOwn || (isAsRequested && isHere)) return { chain, signed: followed.signed };
  keep(data, { isKeyLost: true });
  const signed = followed.signed ?? (await requestFor(request, true));
  const replacement = {
    ...{ sslId, serialNumber: chain.leaf.serialNumber, csrPem: signed.csrPem },
    subjectAlternativeNames: ordered.subject_alternative_names ?? [],
    reason: "The key of the interrupted order is lost",
  };
  const { client, clock } = request.api;
  const { formerSerial } = await replaceOnce(client, replacement, orderContext(request.api, wait));
  keep(data, { madeCsr: signed.csrPem, newKey: signed.privateKeyPem });
  const outcome = await awaitIssued(client, sslId, {
    ...{ ...wait, clock, formerSerial, csrPem: signed.csrPem },
    preferredChain: config.preferred_chain,
  });
  if (outcome.kind === "issued") {
    keep(data, { isKeyLost: false });
    return { chain: outcome.chain, signed, former: formerOf(sslId, chain) };
  }
  throw new PendingError(`replace certificate ${sslId}, whose key was lost: it is still ${outcome.status}`, {
    code: "pending.not_issued",
    hint: "Apply again: it goes on from there.",
  });
}

/** It stays valid in SCM, for a key that is lost or leaked: listed, so that it can be revoked by its number. */
function formerOf(sslId: number, { leaf }: CertificateChain): Superseded {
  return { ssl_id: sslId, serial_number: leaf.serialNumber, not_after: instantText(leaf.notAfter) };
}
