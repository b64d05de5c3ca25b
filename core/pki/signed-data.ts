import { constants, verify } from "node:crypto";
import { type DerElement, DerFields, readWhole, TAG } from "./der.ts";
import { bitOctets, magnitude, oidText } from "./der-values.ts";
import { HASHES, RSA_PSS, SIGNATURES } from "./oids.ts";
import { keyObject, type PublicKey } from "./public-key.ts";

/** What certificates and CSRs share: a body, and a signature over the body's very bytes. RFC 5280 §4.1.1. */
export interface SignedData {
  /** The signed bytes. */
  readonly body: Buffer;
  readonly signature: Buffer;
  readonly algorithm: SignatureAlgorithm;
}

interface SignatureAlgorithm {
  /** Dotted text. */
  readonly oid: string;
  /** `sha256` and so on; null for algorithms with their own hash (Ed25519) and for ones we don't know. */
  readonly hash: string | null;
  readonly isKnown: boolean;
  /** Salt length of RSA-PSS in bytes; null for all others. */
  readonly saltLength: number | null;
}

/** Takes the outermost structure apart. Returns the body's element beside it, for the caller to read. */
export function readSignedData(der: Buffer): { signed: SignedData; body: DerElement } {
  const fields = new DerFields(readWhole(der));
  const body = fields.next(TAG.sequence, "the signed part");
  const algorithm = readAlgorithm(fields.next(TAG.sequence, "the signature's algorithm"));
  const signature = bitOctets(fields.next(TAG.bitString, "the signature"));
  fields.end("the whole");
  return { signed: { body: body.raw, signature, algorithm }, body };
}

function readAlgorithm(element: DerElement): SignatureAlgorithm {
  const fields = new DerFields(element);
  const oid = oidText(fields.next(TAG.oid, "the signature's algorithm"));
  if (oid === RSA_PSS) return readPss(oid, fields.optional(TAG.sequence));
  return { oid, hash: SIGNATURES[oid] ?? null, isKnown: oid in SIGNATURES, saltLength: null };
}

/** RFC 4055 §3.1: [0] hash, [1] mask generation, [2] salt length; absent means SHA-1 and 20 bytes. */
function readPss(oid: string, parameters: DerElement | null): SignatureAlgorithm {
  let hash: string | null = "sha1";
  let saltLength = 20;
  if (parameters !== null) {
    const fields = new DerFields(parameters);
    const hashField = fields.optional(TAG.contextConstructed(0));
    fields.optional(TAG.contextConstructed(1));
    const saltField = fields.optional(TAG.contextConstructed(2));
    if (hashField !== null) {
      const algorithm = new DerFields(readWhole(hashField.value));
      hash = HASHES[oidText(algorithm.next(TAG.oid, "the signature's hash"))] ?? null;
    }
    if (saltField !== null)
      saltLength = Number(`0x${magnitude(readWhole(saltField.value)).toString("hex") || "0"}`);
  }
  return { oid, hash, isKnown: hash !== null, saltLength };
}

/**
 * Whether the signature is this key's. False too when the algorithm is unknown or the runtime can't use the key: what
 * can't be verified is not verified.
 */
export function isSignedBy(signed: SignedData, signer: PublicKey): boolean {
  const { algorithm } = signed;
  const key = algorithm.isKnown ? keyObject(signer) : null;
  if (key === null) return false;
  const options =
    algorithm.saltLength === null
      ? key
      : { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.saltLength };
  try {
    return verify(algorithm.hash, signed.body, options, signed.signature);
  } catch {
    // Thrown for a key that does not fit the algorithm, or a hash that this build of OpenSSL has switched off.
    return false;
  }
}
