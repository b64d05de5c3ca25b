import asn1, { type Asn1 } from "node-forge/lib/asn1.js";
import util from "node-forge/lib/util.js";
import { refuseIllFormed } from "./der-form.ts";
import { MalformedDer, malformed } from "./malformed.ts";

/**
 * Elements of ASN.1 in DER (ITU-T X.690), as node-forge reads them. Signatures and fingerprints are made over the very
 * octets of an element, so each one keeps where it stood; node-forge's own elements do not.
 */
export interface DerElement {
  /** Identifier octet as it stands: class, constructed bit and number (only numbers below 31 occur in X.509). */
  readonly tag: number;
  /** Contents without identifier and length. */
  readonly value: Buffer;
  /** Identifier, length and contents: what signatures and fingerprints are made over. */
  readonly raw: Buffer;
  /** The elements inside a constructed one, in their order; empty for a primitive one. */
  readonly children: readonly DerElement[];
}

const { Class, Type } = asn1;
const CONSTRUCTED = 0x20;

/** Identifier octets that X.509, PKCS#10 and PKCS#7 use. */
export const TAG = {
  boolean: Type.BOOLEAN,
  integer: Type.INTEGER,
  bitString: Type.BITSTRING,
  octetString: Type.OCTETSTRING,
  null: Type.NULL,
  oid: Type.OID,
  utf8String: Type.UTF8,
  numericString: 0x12,
  printableString: Type.PRINTABLESTRING,
  t61String: 0x14,
  ia5String: Type.IA5STRING,
  utcTime: Type.UTCTIME,
  generalizedTime: Type.GENERALIZEDTIME,
  universalString: 0x1c,
  bmpString: Type.BMPSTRING,
  sequence: Type.SEQUENCE | CONSTRUCTED,
  set: Type.SET | CONSTRUCTED,
  /** `[0]` … `[8]`, primitive: GeneralName and key identifiers are tagged so. */
  context: (number: number): number => Class.CONTEXT_SPECIFIC | number,
  /** `[0]` … `[4]`, constructed. */
  contextConstructed: (number: number): number => Class.CONTEXT_SPECIFIC | CONSTRUCTED | number,
} as const;

/** Nesting that no certificate needs; a message built to exhaust the stack stops here. */
const DEEPEST = 32;

/**
 * Reads the one element that the bytes consist of, with all inside it.
 * Accepts BER's indefinite length too, since PKCS#7 may come that way (RFC 5652 §5).
 * @throws PkiError `pki.der_malformed` for anything cut off, nested too deep, followed by other bytes or tagged above 30
 */
export function readWhole(bytes: Buffer): DerElement {
  const source = new TracedBuffer(bytes);
  let tree: Asn1;
  try {
    // A bit string may look like DER by chance, so none is looked into but where the grammar says so.
    const options = { strict: true, parseAllBytes: true, decodeBitStrings: false, maxDepth: DEEPEST };
    tree = asn1.fromDer(source, options);
  } catch (error) {
    throw error instanceof MalformedDer ? error : new MalformedDer(wording(error), error);
  }
  const starts = source.starts.values();
  return locate(tree, { bytes, starts });
}

/** node-forge reads two octets of each element one by one, identifier and first of the length; the rest in larger steps. */
class TracedBuffer extends util.ByteBuffer {
  /** Where each element begins, in the order they are read: a parent, then what is inside it. */
  readonly starts: number[] = [];
  #isIdentifier = true;

  override getByte(): number {
    const at = this.read;
    const octet = super.getByte();
    const isIdentifier = this.#isIdentifier;
    this.#isIdentifier = !isIdentifier;
    if (!isIdentifier) return octet;
    this.starts.push(at);
    const number = octet & 0x1f;
    if (number === 0x1f) throw malformed("tag numbers above 30 do not occur in X.509");
    // Of number 30 in any class node-forge takes two octets at a time, past the end of an odd one. Contents are taken from
    // the bytes here, so it may as well read octets.
    return number === Type.BMPSTRING ? octet ^ 0x02 : octet;
  }
}

interface Trace {
  readonly bytes: Buffer;
  readonly starts: Iterator<number, undefined>;
}

function locate(node: Asn1, trace: Trace): DerElement {
  const { bytes, starts } = trace;
  const start = starts.next().value ?? 0;
  const first = bytes[start + 1] ?? 0;
  const isIndefinite = first === 0x80;
  const contents = start + 2 + (first > 0x80 ? first & 0x7f : 0);
  const children: DerElement[] = [];
  let end = contents;
  if (typeof node.value === "string") end += node.value.length;
  else
    for (const member of node.value) {
      const child = locate(member, trace);
      children.push(child);
      end += child.raw.length;
    }
  const raw = bytes.subarray(start, isIndefinite ? end + 2 : end);
  const [tag, value] = [bytes[start] ?? 0, bytes.subarray(contents, end)];
  refuseIllFormed(tag, value);
  return { tag, value, raw, children };
}

/** node-forge's errors carry what was left and what was wanted; their text is for its own makers. */
function wording(error: unknown): string {
  if (!(error instanceof Error)) return "it is not DER";
  const { requested, available, remaining } = error as ForgeError;
  if (requested !== undefined && requested > 2 && available !== undefined)
    return `an element of ${requested} bytes has only ${available}`;
  if (requested !== undefined) return "the data end in the middle of an element";
  if (remaining !== undefined) return `${remaining} bytes follow the end`;
  if (error.message.includes("depth")) return "elements are nested too deep";
  if (error.message.includes("indefinite")) return "a primitive element has no length";
  return "an element has an impossible length";
}

interface ForgeError extends Error {
  readonly requested?: number;
  readonly available?: number;
  readonly remaining?: number;
}

/** Walks the members of a SEQUENCE as a schema lists them: required ones, then optional ones by tag. */
export class DerFields {
  readonly #members: readonly DerElement[];
  #at = 0;

  constructor(parent: DerElement, tag: number = TAG.sequence) {
    if (parent.tag !== tag) throw malformed(`expected a structure, found tag 0x${parent.tag.toString(16)}`);
    this.#members = parent.children;
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

  /** Nothing may follow; `what` names the structure in the error. */
  end(what: string): void {
    if (this.#at < this.#members.length) throw malformed(`${what} has more members than it may`);
  }
}
