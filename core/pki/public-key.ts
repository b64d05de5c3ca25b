import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { type DerElement, DerFields, readWhole, TAG } from "./der.ts";
import { bitOctets, magnitude, oidText } from "./der-values.ts";
import type { KeySpec } from "./key-spec.ts";
import { CURVES, KEY_ALGORITHMS } from "./oids.ts";

/** What kind of key it is, in the words of SCM's profiles. */
export type KeyDescription =
  /** `exponent` in decimal: it may be longer than a number is exact. */
  | {
      readonly algorithm: "RSA";
      readonly bits: number;
      readonly exponent: string;
      readonly isModulusOdd: boolean;
    }
  /** `curve` as `P-256`; dotted text when we know no name for it, `explicit` when it is spelled out as numbers. */
  | { readonly algorithm: "EC"; readonly curve: string }
  /** Ed25519, DSA, ML-DSA-65 …; dotted text when we know no name. */
  | { readonly algorithm: "other"; readonly name: string };

/** A public key as certificates and CSRs carry it. */
export interface PublicKey {
  readonly description: KeyDescription;
  /** DER of SubjectPublicKeyInfo, as it stood in its source. */
  readonly spki: Buffer;
  /** SHA-256 of {@link spki}, lower-case hex. */
  readonly sha256: string;
}

/** Reads a SubjectPublicKeyInfo, RFC 5280 §4.1.2.7. Never asks node:crypto, so an exotic key can be described too. */
export function readPublicKey(element: DerElement): PublicKey {
  const fields = new DerFields(element);
  const algorithm = new DerFields(fields.next(TAG.sequence, "the key's algorithm"));
  const oid = oidText(algorithm.next(TAG.oid, "the key's algorithm"));
  const bits = fields.next(TAG.bitString, "the public key");
  fields.end("the public key");
  return {
    description: describe(oid, algorithm.any(), bits),
    spki: element.raw,
    sha256: createHash("sha256").update(element.raw).digest("hex"),
  };
}

/** Of an RSA key. */
export function rsaModulus({ spki }: PublicKey): bigint {
  const fields = new DerFields(readWhole(spki));
  fields.next(TAG.sequence, "the key's algorithm");
  const { modulus } = rsaNumbers(fields.next(TAG.bitString, "the public key"));
  return BigInt(`0x${modulus.toString("hex") || "0"}`);
}

/** Source: RFC 8017 §A.1.1. */
function rsaNumbers(bits: DerElement): { readonly modulus: Buffer; readonly exponent: Buffer } {
  const fields = new DerFields(readWhole(bitOctets(bits)));
  const modulus = magnitude(fields.next(TAG.integer, "the RSA modulus"));
  return { modulus, exponent: magnitude(fields.next(TAG.integer, "the RSA exponent")) };
}

function describe(oid: string, parameters: DerElement | null, bits: DerElement): KeyDescription {
  const name = KEY_ALGORITHMS[oid];
  if (name === "EC") {
    if (parameters?.tag !== TAG.oid) return { algorithm: "EC", curve: "explicit" };
    const curve = oidText(parameters);
    return { algorithm: "EC", curve: CURVES[curve] ?? curve };
  }
  if (name !== "RSA") return { algorithm: "other", name: name ?? oid };
  const { modulus, exponent } = rsaNumbers(bits);
  const leading = modulus[0] ?? 0;
  return {
    algorithm: "RSA",
    bits: leading === 0 ? 0 : modulus.length * 8 - Math.clz32(leading) + 24,
    exponent: BigInt(`0x${exponent.toString("hex") || "0"}`).toString(),
    isModulusOdd: ((modulus.at(-1) ?? 0) & 1) === 1,
  };
}

/** As a person says it: `RSA 2048`, `EC P-256`, `Ed25519`. */
export function keyText(key: KeyDescription | KeySpec): string {
  if (key.algorithm === "RSA") return `RSA ${key.bits}`;
  return key.algorithm === "EC" ? `EC ${key.curve}` : key.name;
}

const loaded = new WeakMap<PublicKey, KeyObject | null>();

/** The key as node:crypto has it, loaded once; null when this runtime can't use it (an odd curve, a broken point). */
export function keyObject(key: PublicKey): KeyObject | null {
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const found = load(key);
  loaded.set(key, found);
  return found;
}

function load({ spki }: PublicKey): KeyObject | null {
  try {
    return createPublicKey({ key: spki, format: "der", type: "spki" });
  } catch {
    // OpenSSL and BoringSSL word this differently and neither says more than "unsupported".
    return null;
  }
}

/**
 * Whether two public keys are one. The bytes nearly always decide; where they differ, the key's numbers do: a CA may write
 * RSA's empty parameters where the CSR left them out.
 */
export function sameKey(one: PublicKey, other: PublicKey): boolean {
  if (one.sha256 === other.sha256) return true;
  return keyText(one.description) === keyText(other.description) && keyIdentity(one) === keyIdentity(other);
}

const identities = new WeakMap<PublicKey, string>();

/** Text that equal keys share, however they are written; loads the key once, some 0.05 ms. */
export function keyIdentity(key: PublicKey): string {
  const known = identities.get(key);
  if (known !== undefined) return known;
  const identity = numbersOf(key) ?? key.sha256;
  identities.set(key, identity);
  return identity;
}

/** Its numbers as RFC 7518 §6 writes them; null for a key that node:crypto can't use or JWK does not know. */
function numbersOf(key: PublicKey): string | null {
  try {
    const { kty, crv, x, y, n, e } = keyObject(key)?.export({ format: "jwk" }) ?? {};
    return kty === undefined ? null : [kty, crv, x, y, n, e].join(" ");
  } catch {
    // A curve that JWK has no name for: two spellings of such a key are taken for two keys.
    return null;
  }
}
