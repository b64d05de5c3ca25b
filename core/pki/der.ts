import { PkiError } from "../base/errors.ts";

/**
 * A reader for ASN.1 in DER (ITU-T X.690), just large enough for certificates, CSRs and PKCS#7.
 *
 * Why not a library: the one we have for certificates takes 100 ms to load and 0.5 ms per CSR, 1 ms with its
 * signature; a plan over a thousand CSRs would spend more time there than in all the rest. This reader takes 0.02 ms.
 * Signatures are never checked here, see public-key.ts, which leaves them to node:crypto.
 */
export interface DerElement {
  /** Identifier octet as it stands: class, constructed bit and number (only numbers below 31 occur in X.509). */
  readonly tag: number;
  /** Contents without identifier and length. */
  readonly value: Buffer;
  /** Identifier, length and contents: what signatures and fingerprints are made over. */
  readonly raw: Buffer;
}

/** Identifier octets that X.509, PKCS#10 and PKCS#7 use. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  t61String: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
  /** `[0]` … `[7]`, primitive: GeneralName and key identifiers are tagged so. */
  context: (number: number): number => 0x80 | number,
  /** `[0]` … `[3]`, constructed. */
  contextConstructed: (number: number): number => 0xa0 | number,
} as const;

/** Nesting that no certificate needs; a message built to exhaust the stack stops here. */
const DEEPEST = 32;

/** What is wrong with the bytes. Callers wrap it in an error that names the thing they were reading. */
export class MalformedDer extends PkiError {
  /** The fault alone, to be the end of a sentence. */
  readonly found: string;

  constructor(found: string) {
    const hint = "Give the file as the CA or the tool wrote it; it may be damaged or cut off.";
    super(`read DER: ${found}`, { code: "pki.der_malformed", hint });
    this.found = found;
  }
}

export function malformed(found: string): MalformedDer {
  return new MalformedDer(found);
}

/**
 * Reads the element that begins at `offset`.
 * @throws PkiError `pki.der_malformed` when it runs past the end or has a tag above 30.
 * Accepts BER's indefinite length too, since PKCS#7 may come that way (RFC 5652 §5).
 */
function readElement(bytes: Buffer, offset = 0, depth = 0): DerElement {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) throw malformed("the data end in the middle of an element");
  if ((tag & 0x1f) === 0x1f) throw malformed("tag numbers above 30 do not occur in X.509");
  if (first === 0x80) return readIndefinite(bytes, offset, depth);
  const lengthOctets = first < 0x80 ? 0 : first & 0x7f;
  if (lengthOctets > 4) throw malformed("an element claims more than 4 GB");
  const start = offset + 2 + lengthOctets;
  if (start > bytes.length) throw malformed("the data end in the middle of an element");
  const length = lengthOctets === 0 ? first : bytes.readUIntBE(offset + 2, lengthOctets);
  const end = start + length;
  if (end > bytes.length) throw malformed(`an element of ${length} bytes has only ${bytes.length - start}`);
  return { tag, value: bytes.subarray(start, end), raw: bytes.subarray(offset, end) };
}

function readIndefinite(bytes: Buffer, offset: number, depth: number): DerElement {
  if (depth > DEEPEST) throw malformed("elements are nested too deep");
  const tag = bytes[offset] ?? 0;
  if ((tag & 0x20) === 0) throw malformed("a primitive element has no length");
  let at = offset + 2;
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) at += readElement(bytes, at, depth + 1).raw.length;
  return { tag, value: bytes.subarray(offset + 2, at), raw: bytes.subarray(offset, at + 2) };
}

/** Reads the one element that the bytes consist of; anything after it is an error. */
export function readWhole(bytes: Buffer): DerElement {
  const element = readElement(bytes);
  if (element.raw.length !== bytes.length) {
    throw malformed(`${bytes.length - element.raw.length} bytes follow the end`);
  }
  return element;
}

/** The elements inside a constructed one, in their order. */
export function readChildren(parent: DerElement): DerElement[] {
  const found: DerElement[] = [];
  for (let at = 0; at < parent.value.length; ) {
    const child = readElement(parent.value, at);
    found.push(child);
    at += child.raw.length;
  }
  return found;
}

/** Walks the members of a SEQUENCE as a schema lists them: required ones, then optional ones by tag. */
export class DerFields {
  readonly #members: DerElement[];
  #at = 0;

  constructor(parent: DerElement, tag: number = TAG.sequence) {
    if (parent.tag !== tag) throw malformed(`expected a structure, found tag 0x${parent.tag.toString(16)}`);
    this.#members = readChildren(parent);
  }

  /** The next member, which must have this tag; `what` names it in the error. */
  next(tag: number, what: string): DerElement {
    const member = this.optional(tag);
    if (member === null) throw malformed(`${what} is missing or of the wrong type`);
    return member;
  }

  /** The next member whatever its tag, or null at the end. */
  any(): DerElement | null {
    const member = this.#members[this.#at];
    if (member !== undefined) this.#at += 1;
    return member ?? null;
  }

  /** The next member if it has this tag, else null and nothing is consumed. */
  optional(tag: number): DerElement | null {
    const member = this.#members[this.#at];
    if (member?.tag !== tag) return null;
    this.#at += 1;
    return member;
  }
}
