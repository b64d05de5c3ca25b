import {
  type Certificate,
  collect,
  readCertificatePem,
  sameKey,
  standingOf,
  type WaitOptions,
} from "../../../../core/index.ts";
import { readDetails } from "../../read-details.ts";
import { compareFound } from "./compare.ts";
import { withKeyMatch } from "./key-matches.ts";
import { readPrivateData, writePrivateData } from "./private-data.ts";
import { endOf, switched } from "./publish.ts";
import type { ReadRequest, StoredCertificate } from "./values.ts";

const PURPOSE = {
  what: "read the successor of a certificate:",
  hint: "It was deleted, or this administrator may not see it. Look in SCM what became of it.",
};

/** Publishes a pending successor once it is issued; until then the state is what it was. */
export async function switchToSuccessor(request: ReadRequest, wait: WaitOptions): Promise<StoredCertificate> {
  const { api, state, private: data } = request;
  const sslId = state.pending?.ssl_id ?? null;
  if (sslId === null) return state;
  const { status, serialNumber } = await readDetails(api, sslId, { wait, purpose: PURPOSE });
  const standing = standingOf(status);
  const isOver = standing === "refused" || standing === "revoked" || standing === "ended";
  writePrivateData(data, { pendingEnd: isOver ? status : null, isSuccessorIssued: false });
  if (standing !== "issued") return state;
  const chain = await collect(api.client, sslId, {
    ...{ ...wait, clock: api.clock, serialNumber },
    preferredChain: state.preferred_chain,
  });
  if (chain === null) return state;
  if (isWriteOnlyKeyNew(request, chain.leaf)) {
    writePrivateData(data, { isSuccessorIssued: true });
    return state;
  }
  const compared = compareFound(request, chain);
  if (compared.fits) {
    writePrivateData(data, { newKey: null });
    const next = switched(state, { sslId, ...compared }, api.clock.now());
    return withKeyMatch(next, state, readPrivateData(data).madeCsr);
  }
  // A key that was lost with the run that made it is healed by an apply.
  const isHealed = compared.refused.code === "key_other" && state.csr_pem === null;
  writePrivateData(data, isHealed ? { isSuccessorIssued: true } : { pendingEnd: endOf(compared.refused) });
  return state;
}

/** The user who gave the key uses it elsewhere: the certificate for a new one is published by an apply, not by a look. */
function isWriteOnlyKeyNew({ state }: ReadRequest, leaf: Certificate): boolean {
  const { certificate_pem: pem, csr_pem: csr, private_key: made } = state;
  if (csr !== null || made !== null || pem === null) return false;
  return !sameKey(readCertificatePem(pem).publicKey, leaf.publicKey);
}
