import { createHash } from "node:crypto";
import { toPem } from "./x509/pem.ts";

/** What is known of a certificate before its encoding is made. */
export type CertificateFacts = {
  /** Upper-case hex, two digits per octet. */
  readonly serial: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** RFC 2253 like texts, as details show them. */
  readonly subject: string;
  readonly issuer: string;
  /** DNS names and other SANs, as they stand in the certificate. */
  readonly names: readonly string[];
  /** As SCM words it, e.g. `SHA256WITHECDSA`. */
  readonly signatureAlgorithm: string;
};

/** What the fake's own authority signs with. */
export const OWN_SIGNATURE = "SHA256WITHECDSA";

/**
 * One X.509 certificate of the fake. It is encoded and signed when first looked at, so a store of a million costs
 * nothing until someone asks.
 */
export class Certificate implements CertificateFacts {
  readonly #facts: CertificateFacts;
  readonly #encode: () => Buffer;
  #der: Buffer | undefined;
  #hashes: { md5: string; sha1: string; sha256: string } | undefined;

  /** @param facts may have getters: nothing is read before it is asked for */
  constructor(facts: CertificateFacts, encode: () => Buffer) {
    this.#facts = facts;
    this.#encode = encode;
  }

  get serial(): string {
    return this.#facts.serial;
  }

  get notBefore(): number {
    return this.#facts.notBefore;
  }

  get notAfter(): number {
    return this.#facts.notAfter;
  }

  get subject(): string {
    return this.#facts.subject;
  }

  get issuer(): string {
    return this.#facts.issuer;
  }

  get names(): readonly string[] {
    return this.#facts.names;
  }

  get signatureAlgorithm(): string {
    return this.#facts.signatureAlgorithm;
  }

  get der(): Buffer {
    this.#der ??= this.#encode();
    return this.#der;
  }

  get pem(): string {
    return toPem("CERTIFICATE", this.der);
  }

  /** Hashes of the encoding, in the case SCM writes them: md5 lower, the others upper. */
  get hashes(): { readonly md5: string; readonly sha1: string; readonly sha256: string } {
    this.#hashes ??= {
      md5: hash("md5", this.der),
      sha1: hash("sha1", this.der).toUpperCase(),
      sha256: hash("sha256", this.der).toUpperCase(),
    };
    return this.#hashes;
  }
}

function hash(algorithm: string, der: Buffer): string {
  return createHash(algorithm).update(der).digest("hex");
}

/** `4F0A…` as SCM shows serial numbers in lists and details: `4F:0A:…`. */
export function colonHex(serial: string): string {
  return serial.replace(/(..)(?!$)/g, "$1:");
}

/** One spelling for comparing serial numbers: no colons, upper case, no leading zeros. */
export function bareSerial(serial: string): string {
  return serial
    .replace(/:/g, "")
    .toUpperCase()
    .replace(/^0+(?=.)/, "");
}
