import { PkiError } from "../base/errors.ts";
import { type Csr, readCsr } from "./csr.ts";
import type { KeySpec } from "./key-spec.ts";
import { knownFault } from "./known-bad-key.ts";
import { type KeyDescription, keyText, rsaModulus } from "./public-key.ts";

/** Why a CSR can't be ordered with: a stable code, one line, and what to do. */
export interface CsrFault {
  readonly code: string;
  readonly summary: string;
  readonly detail: string;
}

/** Key types as SCM's profiles list them: `{ RSA: ["2048", "4096"], EC: ["P-256"] }`. */
export type KeyTypes = Readonly<Record<string, readonly string[]>>;

/** SCM's limit for the field (Sectigo Certificate Manager REST API reference, May 2025, "Enroll"). */
const LONGEST = 32_767;
/** CA/Browser Forum Baseline Requirements §6.1.5: RSA from 2048 bits, and these curves. */
const SMALLEST_RSA = 2048;
const CURVES: readonly string[] = ["P-256", "P-384", "P-521"];
/** Hashes for which collisions have been made: a signature with them no longer proves who wrote the request. */
const BROKEN_HASHES: readonly string[] = ["md5", "sha1"];

/**
 * Says all that is wrong with a CSR, so that one plan shows everything.
 * @param keyTypes what the profile offers; absent or empty when SCM did not say, then only general rules count
 * @returns the request (null when unreadable) and its faults, most basic first; empty when it can be ordered with
 */
export function judgeCsr(text: string, keyTypes: KeyTypes = {}): { csr: Csr | null; faults: CsrFault[] } {
  try {
    const csr = readCsr(text);
    const faults = [
      ...judgeReading(csr),
      ...judgeKey(csr.key, keyTypes),
      ...judgeSignature(csr),
      ...judgeLength(csr),
    ];
    // Costs a few milliseconds, and a key that is refused already needs no second reason.
    return { csr, faults: faults.length > 0 ? faults : knownFaults(csr) };
  } catch (error) {
    if (!(error instanceof PkiError)) throw error;
    // The code stands beside the summary; in it, it would be said twice.
    const summary = error.message.replace(` [${error.code}]`, "");
    return { csr: null, faults: [{ code: error.code, summary, detail: error.hint }] };
  }
}

/**
 * Says why a request can't be taken as it is, whatever is ordered with it.
 * @throws PkiError `pki.csr_ambiguous`, `pki.csr_challenge_password`
 */
export function refuseUnclear(csr: Csr): void {
  const [fault] = judgeReading(csr);
  if (fault !== undefined)
    throw new PkiError(`read a ${fault.summary}`, { code: fault.code, hint: fault.detail });
}

/** What a request gives away to everyone who sees it; the signature is not checked for that. */
export function secretsOf({ hasChallengePassword }: Csr): CsrFault[] {
  return hasChallengePassword ? [challengePassword()] : [];
}

function judgeReading(csr: Csr): CsrFault[] {
  const detail =
    "The CA may certify another name than the one that was judged here. Make the request again with one common name, alone in " +
    "its part of the subject and spelled as in the certificate, and one list of extensions.";
  const unclear = csr.ambiguities.map((each) =>
    fault("pki.csr_ambiguous", `two readers may read it differently: ${each}`, detail),
  );
  return [...unclear, ...secretsOf(csr)];
}

function challengePassword(): CsrFault {
  return fault(
    "pki.csr_challenge_password",
    "it holds a challenge password",
    "That is a secret in clear text, and everyone who sees the request sees it; SCM has no use for it. Make the request again without one: " +
      "leave `A challenge password` empty when openssl asks, and `challengePassword` out of its configuration.",
  );
}

/** The same of a key that is still to be made. */
export function judgeKeySpec(spec: KeySpec, keyTypes: KeyTypes = {}): CsrFault[] {
  const key: KeyDescription =
    spec.algorithm === "RSA" ? { ...spec, exponent: "65537", isModulusOdd: true } : spec;
  return judgeKey(key, keyTypes);
}

function judgeKey(key: KeyDescription, keyTypes: KeyTypes): CsrFault[] {
  const faults = generalFaults(key);
  // "RSA 1024 is too weak" says it all; that the profile doesn't offer it either would only distract.
  return faults.length > 0 ? faults : profileFaults(key, keyTypes);
}

function generalFaults(key: KeyDescription): CsrFault[] {
  if (key.algorithm === "RSA") return rsaFaults(key);
  if (key.algorithm === "EC" && CURVES.includes(key.curve)) return [];
  const found = key.algorithm === "EC" ? `the curve ${key.curve}` : `the key type ${key.name}`;
  const code = key.algorithm === "EC" ? "pki.csr_curve" : "pki.csr_key_type";
  return [
    fault(
      code,
      `${found} is not usable for certificates`,
      `Use RSA from 2048 bits or EC with ${CURVES.join(", ")}.`,
    ),
  ];
}

function rsaFaults(key: KeyDescription & { algorithm: "RSA" }): CsrFault[] {
  const exponent = BigInt(key.exponent);
  const faults: CsrFault[] = [];
  if (key.bits < SMALLEST_RSA) {
    faults.push(
      fault("pki.csr_weak_key", `an RSA key of ${key.bits} bits is too weak`, "Use 2048 bits or more."),
    );
  }
  if (exponent < 3n || exponent % 2n === 0n || !key.isModulusOdd) {
    const found = `the RSA key is broken (exponent ${key.exponent})`;
    faults.push(
      fault("pki.csr_broken_key", found, "Make a new key with a current tool; the usual exponent is 65537."),
    );
  }
  return faults;
}

function knownFaults({ key, publicKey }: Csr): CsrFault[] {
  const found = key.algorithm === "RSA" ? knownFault(rsaModulus(publicKey)) : null;
  if (found === null) return [];
  const detail =
    "Anybody can find its private key. Make a new one with a current tool, and replace it wherever it is in use.";
  return [fault("pki.csr_known_bad_key", `the RSA key is known to be weak: ${found}`, detail)];
}

function profileFaults(key: KeyDescription, keyTypes: KeyTypes): CsrFault[] {
  const offered = Object.entries(keyTypes).flatMap(([type, sizes]) => sizes.map((size) => `${type} ${size}`));
  const isOffered = offered.some((each) => each.toUpperCase() === keyText(key).toUpperCase());
  if (offered.length === 0 || isOffered) return [];
  const detail = `It offers ${offered.join(", ")}. Make a request with such a key, or choose another SCM profile.`;
  return [fault("pki.csr_key_not_offered", `the SCM profile does not offer ${keyText(key)}`, detail)];
}

function judgeSignature(csr: Csr): CsrFault[] {
  const faults: CsrFault[] = [];
  if (csr.signatureHash !== null && BROKEN_HASHES.includes(csr.signatureHash)) {
    const found = `it is signed with ${csr.signatureHash.toUpperCase()}, which is broken`;
    faults.push(fault("pki.csr_weak_hash", found, "Make the request again with SHA-256 or better."));
  }
  if (!csr.verify()) {
    const found = "its signature is not made by the key it holds";
    faults.push(
      fault("pki.csr_bad_signature", found, "Make the request again; it was changed, damaged or badly made."),
    );
  }
  return faults;
}

function judgeLength(csr: Csr): CsrFault[] {
  if (csr.pem.length <= LONGEST) return [];
  const found = `it is ${csr.pem.length} characters long; SCM takes ${LONGEST}`;
  return [fault("pki.csr_too_long", found, "Make a request with fewer names or attributes.")];
}

function fault(code: string, found: string, detail: string): CsrFault {
  return { code, summary: `CSR: ${found}`, detail };
}
