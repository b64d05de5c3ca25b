import {
  collect,
  readCertificatePem,
  readCsr,
  sameKey,
  standingOf,
  type WaitOptions,
} from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import { keep, readKept } from "./kept.ts";
import { switched } from "./publish.ts";
import { readDetails } from "./read-details.ts";
import type { StoredCertificate } from "./values.ts";

type ReadRequest = Operation<Connection> & { readonly state: StoredCertificate };

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
  keep(data, { pendingEnd: isOver ? status : null, isSuccessorIssued: false });
  if (standing !== "issued") return state;
  const chain = await collect(api.client, sslId, { ...wait, clock: api.clock, serialNumber });
  if (chain === null) return state;
  if (!hasExpectedKey(request, chain.leaf)) {
    keep(data, { isSuccessorIssued: true });
    return state;
  }
  return switched(state, { sslId, chain }, api.clock.now());
}

/** Key and certificate change together: one for a key that is not here yet waits for the next apply. */
function hasExpectedKey(
  { state, private: data }: ReadRequest,
  leaf: Parameters<typeof hasKeyOf>[0],
): boolean {
  const request = state.csr_pem ?? readKept(data).madeCsr;
  const { certificate_pem: pem } = state;
  const isAsRequested = request === null || hasKeyOf(leaf, readCsr(request));
  const isAsBefore = pem !== null && hasKeyOf(leaf, readCertificatePem(pem));
  return state.csr_pem === null && request !== null ? isAsRequested && isAsBefore : isAsRequested;
}

function hasKeyOf(
  one: ReturnType<typeof readCertificatePem>,
  other: { readonly publicKey: typeof one.publicKey },
): boolean {
  return sameKey(one.publicKey, other.publicKey);
}
