import {
  createHash,
  createHmac,
  createPublicKey,
  type KeyObject,
  timingSafeEqual,
  verify,
} from "node:crypto";
import { fieldsOf } from "../fields-of.ts";
import { isOpenSslError } from "../x509/openssl-error.ts";
import { badAlgorithm, malformed, unauthorized } from "./problems.ts";

/** A JSON web signature in flattened form (RFC 7515 section 7.2.2), read but not yet proved. */
export type Jws = {
  readonly header: Readonly<Record<string, unknown>>;
  /** Undefined for the empty payload of POST-as-GET (RFC 8555 section 6.3). */
  readonly payload: Readonly<Record<string, unknown>> | undefined;
  readonly signed: string;
  readonly signature: Buffer;
};

export type Jwk = Readonly<Record<string, unknown>>;

/** @throws AcmeProblem malformed */
export function readJws(source: unknown): Jws {
  const { protected: header, payload, signature } = fieldsOf(source);
  if (typeof header !== "string" || typeof payload !== "string" || typeof signature !== "string")
    throw malformed("The body is no flattened JSON web signature.");
  return {
    header: fieldsOf(readPart(header)),
    payload: payload === "" ? undefined : fieldsOf(readPart(payload)),
    signed: `${header}.${payload}`,
    signature: Buffer.from(signature, "base64url"),
  };
}

function readPart(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed("A part of the signature is no JSON.");
    throw error;
  }
}

/** A body's JSON value. @throws AcmeProblem malformed */
export function readJson(body: Buffer): unknown {
  return readPart(body.toString("base64url"));
}

const HASHES: Readonly<Record<string, string>> = { ES256: "sha256", ES384: "sha384", RS256: "sha256" };

/** @throws AcmeProblem unless the key made the signature */
export function checkSignature({ header, signed, signature }: Jws, jwk: Jwk): void {
  const hash = HASHES[String(header.alg)];
  if (hash === undefined) throw badAlgorithm();
  const key = { key: publicKeyOf(jwk), dsaEncoding: "ieee-p1363" } as const;
  if (!verify(hash, Buffer.from(signed), key, signature)) throw unauthorized("The signature is wrong.");
}

function publicKeyOf(jwk: Jwk): KeyObject {
  try {
    return createPublicKey({ key: { ...jwk }, format: "jwk" });
  } catch (error) {
    if (isOpenSslError(error)) throw malformed("The key can't be read.");
    throw error;
  }
}

/** Whether a secret made the signature of an external account binding, HS256. */
export function isSignedBySecret({ header, signed, signature }: Jws, secret: string): boolean {
  if (header.alg !== "HS256") return false;
  const expected = createHmac("sha256", Buffer.from(secret, "base64url")).update(signed).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  EC: ["crv", "kty", "x", "y"],
  RSA: ["e", "kty", "n"],
};

/** RFC 7638: the same key gives the same text, however its JWK is written. @throws AcmeProblem badSignatureAlgorithm */
export function thumbprint(jwk: Jwk): string {
  const members = MEMBERS[String(jwk.kty)];
  if (!members) throw badAlgorithm();
  const required = Object.fromEntries(members.map((name) => [name, jwk[name]]));
  return createHash("sha256").update(JSON.stringify(required)).digest("base64url");
}
