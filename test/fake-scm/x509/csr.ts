import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { childAt, DerError, type Element, readElement, readObjectIdentifier } from "./der.ts";
import { type NameAttribute, readName } from "./names.ts";
import { isOpenSslError } from "./openssl-error.ts";
import { stripArmour } from "./pem.ts";

/** Key as SCM words it: algorithm `RSA` or `EC`, parameter `2048` or `P-256`, size in bits. */
export type KeyFacts = { readonly algorithm: string; readonly parameter: string; readonly bits: number };

/** What a certification request asks for. Its SANs are left aside: SCM takes SANs from the call only. */
export type ParsedCsr = {
  readonly subject: readonly NameAttribute[];
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer;
  readonly key: KeyFacts;
};

/** Why a CSR can't be read: each reason has an error code of its own in SCM. */
export type CsrProblem = "not base64" | "not decodable" | "invalid";

const CURVES: Readonly<Record<string, string>> = {
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521",
};
const CURVE_BITS: Readonly<Record<string, number>> = { "P-256": 256, "P-384": 384, "P-521": 521 };
const DIGESTS: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.5": "sha1",
  "1.2.840.113549.1.1.11": "sha256",
  "1.2.840.113549.1.1.12": "sha384",
  "1.2.840.113549.1.1.13": "sha512",
  "1.2.840.10045.4.3.2": "sha256",
  "1.2.840.10045.4.3.3": "sha384",
  "1.2.840.10045.4.3.4": "sha512",
};

/**
 * Reads a PKCS#10 request (RFC 2986), PEM or bare base64, and proves its signature.
 * @returns the request, or the reason it is refused.
 */
export function parseCsr(text: string): ParsedCsr | CsrProblem {
  const base64 = stripArmour(text);
  if (base64 === "" || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return "not base64";
  try {
    const der = Buffer.from(base64, "base64");
    const request = readElement(der);
    if (request.tag !== 0x30 || request.raw.length !== der.length) return "not decodable";
    return readRequest(request);
  } catch (error) {
    // Everything malformed inside is one answer to the caller; anything else is a bug of ours.
    if (error instanceof DerError) return "not decodable";
    if (isOpenSslError(error)) return "invalid";
    throw error;
  }
}

function readRequest(request: Element): ParsedCsr | CsrProblem {
  const info = childAt(request, 0, 0x30);
  const algorithm = readObjectIdentifier(childAt(childAt(request, 1, 0x30), 0));
  const [unusedBits, ...signature] = childAt(request, 2, 0x03).content;
  if (unusedBits !== 0) return "invalid";
  const spki = childAt(info, 2, 0x30).raw;
  const publicKey = createPublicKey({ key: spki, format: "der", type: "spki" });
  const digest = DIGESTS[algorithm];
  if (digest === undefined && publicKey.asymmetricKeyType !== "ed25519") return "invalid";
  if (!verify(digest, info.raw, publicKey, Buffer.from(signature))) return "invalid";
  return { subject: readName(childAt(info, 1, 0x30)), spki, key: keyFacts(publicKey) };
}

/** Words of SCM for a public key. */
export function keyFacts(key: KeyObject): KeyFacts {
  const details = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "rsa") {
    const bits = details.modulusLength ?? 0;
    return { algorithm: "RSA", parameter: String(bits), bits };
  }
  if (key.asymmetricKeyType === "ec") {
    const curve = CURVES[details.namedCurve ?? ""] ?? details.namedCurve ?? "";
    return { algorithm: "EC", parameter: curve, bits: CURVE_BITS[curve] ?? 0 };
  }
  return { algorithm: String(key.asymmetricKeyType).toUpperCase(), parameter: "", bits: 0 };
}
