import { createHash, createHmac, randomBytes } from "node:crypto";
import { SHA256 } from "./oids.ts";
import { PKCS12_ROUNDS } from "./pkcs12-seal.ts";
import { bmpOctets, integer, nullValue, octetString, oid, sequence } from "./write-der.ts";

const SALT_OCTETS = 16;
/** SHA-256 works on blocks of so many octets. */
const BLOCK_OCTETS = 64;
/** Purpose of the derived octets, RFC 7292 appendix B.3: 1 = cipher's key, 2 = initial vector, 3 = MAC's key. */
const FOR_MAC = 3;

/** MacData over the contents: HMAC-SHA-256 under a key made from the password. RFC 7292 §4 and §5.1. */
export function macOf(contents: Uint8Array, password: string): Buffer {
  const salt = randomBytes(SALT_OCTETS);
  const key = deriveMacKey({ password, salt, rounds: PKCS12_ROUNDS });
  const digest = createHmac("sha256", key).update(contents).digest();
  const digestInfo = sequence(sequence(oid(SHA256), nullValue()), octetString(digest));
  return sequence(digestInfo, octetString(salt), integer(PKCS12_ROUNDS));
}

interface MacDerivation {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly rounds: number;
}

/**
 * PKCS#12's own key derivation, for a MAC's key of SHA-256's size: then the first block is the whole key, and the steps
 * that make further blocks (appendix B.2, 6B and 6C) have nothing to do.
 * Source: RFC 7292 appendix B.2; the password as BMPString with two octets of zero at its end, B.1.
 */
function deriveMacKey({ password, salt, rounds }: MacDerivation): Buffer {
  const purpose = Buffer.alloc(BLOCK_OCTETS, FOR_MAC);
  const secret = Buffer.concat([bmpOctets(password), Buffer.alloc(2)]);
  let key: Buffer = Buffer.concat([purpose, fillBlocks(salt), fillBlocks(secret)]);
  for (let round = 0; round < rounds; round += 1) key = createHash("sha256").update(key).digest();
  return key;
}

/** The octets again and again until whole blocks are full. */
function fillBlocks(octets: Uint8Array): Buffer {
  const length = Math.ceil(octets.length / BLOCK_OCTETS) * BLOCK_OCTETS;
  return length === 0 ? Buffer.alloc(0) : Buffer.alloc(length, octets);
}
