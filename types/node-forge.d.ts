/**
 * The parts of node-forge that are used here, file by file: the package's entry would load all of it. Types written from the
 * documentation in its sources (version 1.4), since the published ones know neither its files nor the limit of depth.
 */
declare module "node-forge/lib/util.js" {
  /** Octets as the characters U+0000 to U+00FF of a string, with a place to read from. */
  class ByteBuffer {
    constructor(octets?: string | Uint8Array);
    data: string;
    read: number;
    /** Octets left to read. */
    length(): number;
    getByte(): number;
    /** Takes so many, or all that are left. */
    getBytes(count?: number): string;
  }
  const util: { readonly ByteBuffer: typeof ByteBuffer };
  export default util;
  export type { ByteBuffer };
}

declare module "node-forge/lib/asn1.js" {
  import type { ByteBuffer } from "node-forge/lib/util.js";

  /** One element. `value` is text of octets (of UTF-16 in a BMPString), or the members of a constructed one. */
  interface Asn1 {
    readonly tagClass: number;
    readonly type: number;
    readonly constructed: boolean;
    readonly value: string | readonly Asn1[];
  }
  interface ReadOptions {
    readonly strict: boolean;
    readonly parseAllBytes: boolean;
    readonly decodeBitStrings: boolean;
    readonly maxDepth: number;
  }
  const asn1: {
    readonly Class: { readonly UNIVERSAL: number; readonly CONTEXT_SPECIFIC: number };
    readonly Type: {
      readonly BOOLEAN: number;
      readonly INTEGER: number;
      readonly BITSTRING: number;
      readonly OCTETSTRING: number;
      readonly NULL: number;
      readonly OID: number;
      readonly UTF8: number;
      readonly SEQUENCE: number;
      readonly SET: number;
      readonly PRINTABLESTRING: number;
      readonly IA5STRING: number;
      readonly UTCTIME: number;
      readonly GENERALIZEDTIME: number;
      readonly BMPSTRING: number;
    };
    create(tagClass: number, type: number, constructed: boolean, value: string | readonly Asn1[]): Asn1;
    fromDer(octets: string | ByteBuffer, options?: ReadOptions): Asn1;
    /** Reads a length from its first octet on; undefined where it is indefinite. */
    getBerValueLength(octets: ByteBuffer): number | undefined;
    toDer(element: Asn1): ByteBuffer;
    oidToDer(dotted: string): ByteBuffer;
    derToOid(octets: string): string;
    /** From a number of 32 bits with sign. */
    integerToDer(value: number): ByteBuffer;
    dateToUtcTime(instant: Date): string;
    dateToGeneralizedTime(instant: Date): string;
  };
  export default asn1;
  export type { Asn1 };
}

declare module "node-forge/lib/pbe.js" {
  import type { ByteBuffer } from "node-forge/lib/util.js";

  interface MessageDigest {
    readonly digestLength: number;
    readonly blockLength: number;
    start(): unknown;
    update(octets: string): unknown;
    digest(): ByteBuffer;
  }
  const pbe: {
    /** RFC 7292 appendix B.2; `forge.pkcs12.generateKey` is another name of it. */
    generatePkcs12Key(
      password: string,
      salt: ByteBuffer,
      purpose: number,
      rounds: number,
      octets: number,
      digest: MessageDigest,
    ): ByteBuffer;
  };
  export default pbe;
  export type { MessageDigest };
}
