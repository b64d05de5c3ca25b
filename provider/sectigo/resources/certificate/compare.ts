import {
  type Asked,
  type CertificateChain,
  compareCertificate,
  consequenceOf,
  fittingKey,
  keyPair,
  type Mismatch,
  missingNamesOf,
  readCertificatePem,
  readCsr,
  refusalOf,
} from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { certificateLabel } from "./label.ts";
import { tellMismatch } from "./mismatch-words.ts";
import { readPrivateData, writePrivateData } from "./private-data.ts";
import type { StoredCertificate } from "./values.ts";

/** What a certificate that SCM hands out is held against: the state in which it would be published, completed by its profile. */
interface Comparing {
  readonly state: StoredCertificate;
  readonly private: PrivateData;
  readonly warn: (summary: string, detail: string) => void;
}

/** `fits`: it may be published, with this key beside it in state. `refused`: it must not, for this reason. */
type Compared =
  | { readonly fits: true; readonly privateKeyPem: string | null }
  | { readonly fits: false; readonly refused: Mismatch };

/**
 * Holds a certificate against its order, and tells how it differs; only that it is for another key is left to the caller,
 * who knows what follows.
 * @param request the one it was ordered with; null when it is not known
 * @param newKey made for it in this run; the keys in state and private data are tried too
 */
export function compareIssued(
  comparing: Comparing,
  chain: CertificateChain,
  { request, newKey = null }: { readonly request: string | null; readonly newKey?: string | null },
): Compared {
  const { state, private: data } = comparing;
  const found = compareCertificate(askedOf(state, request), chain);
  const key = state.private_key === null ? null : ownKey(chain, { state, data, newKey });
  const refused = refusalOf(found) ?? (key === null && state.private_key !== null ? otherKey(chain) : null);
  if (refused !== null) {
    if (refused.code !== "key_other") tell(comparing, [refused]);
    return { fits: false, refused };
  }
  tell(
    comparing,
    found.filter((each) => !isAccepted(each, state)),
  );
  writePrivateData(data, { missingNames: missingNamesOf(found).join(", ") || null });
  return { fits: true, privateKeyPem: keyPair(chain.leaf, key).privateKeyPem };
}

/** The key in state, or one that waits for its certificate, whichever is the certificate's; null when it is not here. */
export function ownKey(
  { leaf }: CertificateChain,
  from: { readonly state: StoredCertificate; readonly data: PrivateData; readonly newKey?: string | null },
): string | null {
  return fittingKey(leaf, [
    from.newKey ?? null,
    readPrivateData(from.data).newKey,
    from.state.private_key_pem,
  ]);
}

function otherKey({ leaf }: CertificateChain): Mismatch {
  return { code: "key_other", serialNumber: leaf.serialNumber };
}

/** The request by which the certificate of a state was ordered; null when it is not known. */
export function requestOf({ csr_pem: csr }: StoredCertificate, data: PrivateData): string | null {
  return csr ?? readPrivateData(data).madeCsr;
}

function askedOf(state: StoredCertificate, request: string | null): Asked {
  const csr = request === null ? null : readCsr(request);
  const before = state.certificate_pem === null ? null : readCertificatePem(state.certificate_pem);
  // Its key is kept elsewhere and stays what it was until the version is raised.
  const isWriteOnly = state.private_key_wo_version !== null;
  const { term_days: termDays, preferred_chain: preferredChain } = state;
  return {
    commonName: csr?.commonName,
    // Without a request the common name is not known, so names beside it can't be told from it.
    names: csr === null ? null : (state.subject_alternative_names ?? []),
    alsoAsked: csr?.names,
    publicKey: csr?.publicKey ?? (isWriteOnly ? before?.publicKey : null),
    former: before,
    ...{ termDays, preferredChain },
  };
}

function isAccepted(found: Mismatch, { on_mismatch: accepted }: StoredCertificate): boolean {
  return accepted === "accept" && consequenceOf(found) === "warn";
}

function tell({ state, warn }: Comparing, found: readonly Mismatch[]): void {
  for (const each of found) {
    const { summary, detail } = tellMismatch(each);
    warn(`Certificate ${certificateLabel(state)} ${summary}`, detail);
  }
}
