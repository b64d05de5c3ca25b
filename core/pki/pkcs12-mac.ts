import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Asn1 } from "node-forge/lib/asn1.js";
import type { MessageDigest } from "node-forge/lib/pbe.js";
import util from "node-forge/lib/util.js";
import { SHA256 } from "./oids.ts";
import { PKCS12_ROUNDS } from "./pkcs12-seal.ts";
import { integer, nullValue, octetString, oid, sequence } from "./write-der.ts";

const SALT_OCTETS = 16;
const KEY_OCTETS = 32;
/** Purpose of the derived octets, RFC 7292 appendix B.3: 1 = cipher's key, 2 = initial vector, 3 = MAC's key. */
const FOR_MAC = 3;

/** MacData over the contents: HMAC-SHA-256 under a key made from the password. RFC 7292 §4 and §5.1. */
export async function macOf(contents: Uint8Array, password: string): Promise<Asn1> {
  const salt = randomBytes(SALT_OCTETS);
  const key = await deriveMacKey({ password, salt, rounds: PKCS12_ROUNDS });
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
 * PKCS#12's own key derivation, RFC 7292 appendix B.2, for a MAC's key of SHA-256's size. It is loaded only for this, since
 * few runs make such a file.
 */
async function deriveMacKey({ password, salt, rounds }: MacDerivation): Promise<Buffer> {
  const { default: pbe } = await import("node-forge/lib/pbe.js");
  const saltBuffer = new util.ByteBuffer(salt);
  const key = pbe.generatePkcs12Key(password, saltBuffer, FOR_MAC, rounds, KEY_OCTETS, sha256());
  return Buffer.from(key.getBytes(), "latin1");
}

/** SHA-256 of node:crypto in the form node-forge calls it: its own takes ten times as long and stops the process. */
function sha256(): MessageDigest {
  let hash = createHash("sha256");
  return {
    digestLength: 32,
    blockLength: 64,
    start: () => {
      hash = createHash("sha256");
    },
    update: (octets) => hash.update(octets, "latin1"),
    digest: () => new util.ByteBuffer(hash.digest()),
  };
}
