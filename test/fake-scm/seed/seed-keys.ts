import { createECDH, createHash } from "node:crypto";
import { assemble, type CertificateAuthority, type LeafOrder } from "../ca.ts";
import type { RequestedKey } from "../ssl-record.ts";
import { bitString, objectIdentifier, sequence } from "../x509/der.ts";

const P256 = sequence(objectIdentifier("1.2.840.10045.2.1"), objectIdentifier("1.2.840.10045.3.1.7"));
const SIGNATURE_OCTETS = 64;
/** Keys are the dearest part of a certificate: beyond so many records they repeat. */
const POOL_SIZE = 4096;

/**
 * Keys and signatures of records that are made up on demand. The key of a place is always the same, derived from the
 * seed; signatures can't be (ECDSA draws a number each time), so each is kept once made: 64 octets a record, in one
 * array that costs memory only where it was written.
 */
export class SeedKeys {
  readonly #name: string;
  readonly #signatures: Uint8Array;
  readonly #pool = new Map<number, Buffer>();

  /** @param name tells kinds and runs apart */
  constructor(name: string, count: number) {
    this.#name = name;
    this.#signatures = new Uint8Array(count * SIGNATURE_OCTETS);
  }

  /** Key at a place; its encoding is made when asked for. */
  keyAt(index: number): RequestedKey {
    const make = (): Buffer => this.#spki(index % POOL_SIZE);
    return {
      algorithm: "EC",
      parameter: "P-256",
      bits: 256,
      get spki() {
        return make();
      },
    };
  }

  /** The certificate at a place: the same octets each time. */
  sign(authority: CertificateAuthority, index: number, order: LeafOrder): Buffer {
    const tbs = authority.tbs(order);
    const place = this.#signatures.subarray(index * SIGNATURE_OCTETS, (index + 1) * SIGNATURE_OCTETS);
    if (place.every((octet) => octet === 0)) place.set(authority.signTbs(tbs));
    return assemble(tbs, Buffer.from(place));
  }

  #spki(place: number): Buffer {
    const known = this.#pool.get(place);
    if (known) return known;
    const made = this.#makeSpki(place);
    this.#pool.set(place, made);
    return made;
  }

  #makeSpki(place: number): Buffer {
    const pair = createECDH("prime256v1");
    // The first octet is kept low, so that the number is below the order of the curve.
    const scalar = createHash("sha256").update(`${this.#name} ${place}`).digest();
    scalar[0] = 0x01;
    pair.setPrivateKey(scalar);
    return sequence(P256, bitString(pair.getPublicKey()));
  }
}
