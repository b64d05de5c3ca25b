import { readCertificatePem, readCsr, readPrivateKey, sameKey } from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { UNKNOWN, Unknown } from "../../../framework/value.ts";
import { readPrivateData } from "./private-data.ts";
import type { PlannedCertificate, StoredCertificate } from "./values.ts";

type Pair = Pick<StoredCertificate, "certificate_pem" | "csr_pem" | "private_key_pem">;

/**
 * Whether the certificate in a state is for the key that the state knows of.
 * @param madeCsr the request that was signed here, for keys that are not in state
 * @returns null when there is no certificate, or no key is known
 */
function keyMatches(state: Pair, madeCsr: string | null): boolean | null {
  const { certificate_pem: pem, csr_pem: csr, private_key_pem: key } = state;
  if (pem === null) return null;
  const request = csr ?? (key === null ? madeCsr : null);
  if (request === null && key === null) return null;
  const publicKey = request === null ? readPrivateKey(key ?? "").publicKey : readCsr(request).publicKey;
  return sameKey(readCertificatePem(pem).publicKey, publicKey);
}

/** The state with `key_matches`, read anew only where certificate or key differ from the state before. */
export function withKeyMatch<S extends StoredCertificate>(
  state: S,
  before: StoredCertificate | null,
  madeCsr: string | null,
): S {
  const members = ["certificate_pem", "csr_pem", "private_key_pem"] as const;
  const isSame = before !== null && members.every((name) => state[name] === before[name]);
  return { ...state, key_matches: isSame ? before.key_matches : keyMatches(state, madeCsr) };
}

/**
 * A key that is no longer to be kept in state does not stay there. Where that was asked for before, it stays as long as its
 * certificate does: the one for another request is on its way, and a pair is never taken apart.
 */
export function keptKey(wanted: unknown, prior: StoredCertificate): string | null {
  return wanted === null && prior.private_key !== null ? null : prior.private_key_pem;
}

/** The same in a plan that orders nothing: a request may be recorded for the certificate that is there. */
export function plannedKeyMatch(
  { csr_pem, private_key: wanted }: PlannedCertificate,
  prior: StoredCertificate,
  data: PrivateData,
): boolean | Unknown | null {
  if (csr_pem instanceof Unknown) return UNKNOWN;
  const private_key_pem = keptKey(wanted, prior);
  return withKeyMatch({ ...prior, csr_pem, private_key_pem }, prior, readPrivateData(data).madeCsr)
    .key_matches;
}
