import {
  type Asked,
  type CertificateChain,
  type CertificateDetails,
  type Compared,
  compareWithOrder,
  fittingKey,
  type Mismatch,
  type MismatchCode,
  namesMissing,
  type OrderComparison,
  plainText,
  readCertificatePem,
  readCsr,
  readPrivateKey,
  sameKey,
  withCommonName,
} from "../../../../core/index.ts";
import { type Diagnostic, warning } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import type { PrivateData } from "../../../framework/private.ts";
import { readPrivateData, requestOf, writePrivateData } from "./private-data.ts";
import { certificateLabel, type PlannedCertificate, type StoredCertificate } from "./state.ts";

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

interface Asking {
  readonly prior: StoredCertificate | null;
  readonly private: PrivateData;
}

/** Said in every plan until it is accepted: the certificate lacks names that were ordered. */
export function warnOfMissingNames(
  { prior, private: data }: Asking,
  { on_mismatch: accepted }: PlannedCertificate,
): readonly Diagnostic[] {
  const { missingNames } = readPrivateData(data);
  if (prior === null || missingNames === null || accepted === "accept") return [];
  const { summary, detail } = tellMismatch({ code: "names_missing", names: missingNames.split(", ") });
  const at = path("subject_alternative_names");
  return [warning(`Certificate ${certificateLabel(prior)} ${summary}`, detail, at)];
}

/** After an import the record is all that says what was ordered. */
export function noteMissing(
  { commonName, subjectAlternativeNames }: CertificateDetails,
  { names }: StoredCertificate,
  data: PrivateData,
): void {
  if (names === null) return;
  const lacking = namesMissing(withCommonName(commonName, subjectAlternativeNames), names);
  writeMissing(
    data,
    lacking.map(({ value }) => value),
  );
}

/** Forgets names that are no longer asked for. */
export function forgetUnasked(state: StoredCertificate, data: PrivateData): void {
  const { missingNames } = readPrivateData(data);
  if (missingNames === null) return;
  const request = requestOf(state, data);
  const commonName = request === null ? null : readCsr(request).commonName;
  const asked = withCommonName(commonName, state.subject_alternative_names ?? []);
  const names = missingNames.split(", ").filter((name) => namesMissing([name], asked).length === 0);
  writeMissing(data, names);
}

interface Note {
  readonly summary: string;
  readonly detail: string;
}

type Words = { readonly [Code in MismatchCode]: (found: Extract<Mismatch, { code: Code }>) => Note };

const list = (names: readonly string[]): string => names.map((name) => plainText(name)).join(", ");

/** How a certificate differs from its order, for Terraform users; each completes "Certificate … ". */
const MISMATCHES: Words = {
  names_missing: ({ names }) => ({
    summary: `lacks names that were ordered: ${list(names)}`,
    detail:
      "It is published, and does not serve these names. Look in SCM why the CA left them out (their validation, the SCM " +
      "profile), then ask for another certificate by another order_key; or take them out of subject_alternative_names, or " +
      'set on_mismatch = "accept".',
  }),
  names_added: ({ names }) => ({
    summary: `has names that the CA added: ${list(names)}`,
    detail:
      "CAs do so as a practice of their own. Nothing has to be done, and limits of names do not apply to them.",
  }),
  names_foreign: ({ names }) => ({
    summary: `is not published: it has names that were not ordered: ${list(names)}`,
    detail:
      "They are neither in the configuration nor names that CAs add. Look in SCM what became of the order. If the names are " +
      "wanted, add them to subject_alternative_names; else have it revoked and ask for another one by another order_key.",
  }),
  common_name_other: ({ asked, found }) => ({
    summary: `has another common name: ${found === null ? "none" : plainText(found)} instead of ${plainText(asked)}`,
    detail: "It has the names that were ordered, so clients take it. Nothing has to be done.",
  }),
  key_other: ({ serialNumber }) => ({
    summary: `is not published: ${serialNumber} is for another key`,
    detail: "The key that is here does not belong to it.",
  }),
  term_other: ({ days, askedDays }) => ({
    summary: `is valid for ${days} days, and term_days is ${askedDays}`,
    detail:
      "SCM chooses the term of a renewal itself, and CAs cut what they may not issue. Nothing has to be done.",
  }),
  issuer_other: ({ before, now }) => ({
    summary: `was issued by another organization: ${now === null ? "none is named" : plainText(now)} instead of ${plainText(before)}`,
    detail:
      "Clients that trust only the CA before do not take it. Nothing has to be done where public roots are trusted.",
  }),
  chain_set_aside: ({ subjects }) => ({
    summary: `came with CA certificates that do not belong to it: ${list(subjects)}`,
    detail: "They are left out of chain_pem and full_chain_pem.",
  }),
  chain_not_preferred: ({ wanted, tops }) => ({
    summary: `has no chain that ends at ${plainText(wanted)}`,
    detail: `SCM sent ways up to ${list(tops) || "none"}; the shortest is published. Set preferred_chain to one of them, or leave it out.`,
  }),
};

function tellMismatch(found: Mismatch): Note {
  // The table has a function for each code, which takes the very mismatch of that code.
  return (MISMATCHES[found.code] as (found: Mismatch) => Note)(found);
}

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
