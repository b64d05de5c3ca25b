import {
  type Asked,
  type CertificateChain,
  type Compared,
  compareWithOrder,
  fittingKey,
  type Mismatch,
  type OrderComparison,
  readCertificatePem,
  readCsr,
} from "../../../../core/index.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { certificateLabel } from "./label.ts";
import { tellMismatch } from "./mismatch-words.ts";
import { readPrivateData, writePrivateData } from "./private-data.ts";
import type { StoredCertificate } from "./values.ts";

/** A state in which a certificate would be published, completed by its profile, with what is kept beside it. */
interface Comparing {
  readonly state: StoredCertificate;
  readonly private: PrivateData;
}

interface Telling extends Comparing {
  readonly warn: (summary: string, detail: string) => void;
}

/**
 * What the certificate of a state is compared with.
 * @param request the one it was ordered with; null when it is not known
 * @param newKey made for it in this run; the keys in state and private data are tried too
 */
export function comparisonOf(
  { state, private: data }: Comparing,
  { request, newKey = null }: { readonly request: string | null; readonly newKey?: string | null },
): OrderComparison {
  return {
    asked: askedOf(state, request),
    keys: state.private_key === null ? null : ownKeys({ state, data, newKey }),
    isAccepted: state.on_mismatch === "accept",
  };
}

/**
 * Compares what a refresh finds with the order of the state. That it is for another key is left to the caller, who knows
 * what follows.
 */
export function compareFound(request: Telling, chain: CertificateChain): Compared {
  const { state, private: data } = request;
  const tell = (found: Mismatch): void => {
    if (found.code !== "key_other") warnOfMismatch(request, found);
  };
  const comparison = comparisonOf(request, { request: requestOf(state, data) });
  const compared = compareWithOrder(chain, comparison, { isKnown: false, tell });
  if (compared.fits) writeMissing(data, compared.missingNames);
  return compared;
}

export function warnOfMismatch({ state, warn }: Pick<Telling, "state" | "warn">, found: Mismatch): void {
  const { summary, detail } = tellMismatch(found);
  warn(`Certificate ${certificateLabel(state)} ${summary}`, detail);
}

/** Kept beside the state: every plan says it until it is accepted. */
export function writeMissing(data: PrivateData, missing: readonly string[]): void {
  writePrivateData(data, { missingNames: missing.join(", ") || null });
}

interface KeyPlaces {
  readonly state: StoredCertificate;
  readonly data: PrivateData;
  readonly newKey?: string | null;
}

/** The key in state, or one that waits for its certificate, whichever is the certificate's; null when it is not here. */
export function ownKey({ leaf }: CertificateChain, from: KeyPlaces): string | null {
  return fittingKey(leaf, ownKeys(from));
}

function ownKeys({ state, data, newKey = null }: KeyPlaces): readonly (string | null)[] {
  return [newKey, readPrivateData(data).newKey, state.private_key_pem];
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
