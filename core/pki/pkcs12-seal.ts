import { createCipheriv, pbkdf2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import type { Asn1 } from "node-forge/lib/asn1.js";
import { PBES2 } from "./oids.ts";
import { integer, nullValue, octetString, oid, sequence } from "./write-der.ts";

/** Ciphertext, and what one must know besides the password to undo it. */
export interface Sealed {
  /** AlgorithmIdentifier. */
  readonly algorithm: Asn1;
  readonly octets: Buffer;
}

/**
 * Rounds of each derivation: fifty times OpenSSL's default and ten times Java's, still some 10 ms. Windows took no more
 * than 600,000 for long.
 */
export const PKCS12_ROUNDS = 100_000;

const SALT_OCTETS = 16;
const BLOCK_OCTETS = 16;
const KEY_OCTETS = 32;

const derive = promisify(pbkdf2);

/**
 * Encrypts with AES-256-CBC under a key that PBKDF2 with HMAC-SHA-256 makes from the password (PBES2).
 * Source: RFC 8018 §6.2 and appendix A.2, A.4; the password as UTF-8 (its §3), as OpenSSL and Java take it.
 */
export async function encrypt(clear: Uint8Array, password: string): Promise<Sealed> {
  const salt = randomBytes(SALT_OCTETS);
  const vector = randomBytes(BLOCK_OCTETS);
  const key = await derive(password, salt, PKCS12_ROUNDS, KEY_OCTETS, "sha256");
  const cipher = createCipheriv("aes-256-cbc", key, vector);
  const octets = Buffer.concat([cipher.update(clear), cipher.final()]);
  const pseudoRandom = sequence(oid(PBES2.hmacWithSha256), nullValue());
  const derivation = sequence(octetString(salt), integer(PKCS12_ROUNDS), pseudoRandom);
  const scheme = sequence(
    sequence(oid(PBES2.pbkdf2), derivation),
    sequence(oid(PBES2.aes256Cbc), octetString(vector)),
  );
  return { algorithm: sequence(oid(PBES2.scheme), scheme), octets };
}
