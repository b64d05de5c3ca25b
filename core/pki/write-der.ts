import asn1, { type Asn1 } from "node-forge/lib/asn1.js";
import { readWhole } from "./der.ts";

/**
 * Elements of ASN.1 to be written in DER (ITU-T X.690 §8 and §10) by node-forge, as far as requests and key stores need
 * them. The caller knows the grammar; {@link encode} writes the finished structure.
 */
const { Class, Type } = asn1;
const TAG_CLASS = 0xc0;

/** An element of one of ASN.1's own types. Text is octets, each a character up to U+00FF. */
const universal = (type: number, value: string): Asn1 => asn1.create(Class.UNIVERSAL, type, false, value);

export const sequence = (...members: readonly Asn1[]): Asn1 =>
  asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, members);
export const octetString = (octets: Uint8Array): Asn1 => universal(Type.OCTETSTRING, octetText(octets));
export const nullValue = (): Asn1 => universal(Type.NULL, "");
export const booleanTrue = (): Asn1 => universal(Type.BOOLEAN, "\u00ff");
export const utf8String = (text: string): Asn1 => universal(Type.UTF8, octetText(Buffer.from(text, "utf8")));
export const printableString = (text: string): Asn1 => universal(Type.PRINTABLESTRING, text);
/** A string of whole octets, as keys and signatures are. */
export const bitString = (octets: Uint8Array): Asn1 => universal(Type.BITSTRING, `\0${octetText(octets)}`);
/** A whole number below 2^31. */
export const integer = (value: number): Asn1 => universal(Type.INTEGER, asn1.integerToDer(value).getBytes());
/** An OBJECT IDENTIFIER from its dotted text, arcs below 2^32. */
export const oid = (dotted: string): Asn1 => universal(Type.OID, asn1.oidToDer(dotted).getBytes());
/** Text in two octets per character, as friendly names are; text beyond Unicode's first plane becomes two of them. */
export const bmpString = (text: string): Asn1 => universal(Type.BMPSTRING, text);

/** `[number] EXPLICIT` in a grammar, and every constructed IMPLICIT one. */
export const tagged = (number: number, ...members: readonly Asn1[]): Asn1 =>
  asn1.create(Class.CONTEXT_SPECIFIC, number, true, members);
/** `[number] IMPLICIT` of a string. */
export const taggedOctets = (number: number, octets: Uint8Array): Asn1 =>
  asn1.create(Class.CONTEXT_SPECIFIC, number, false, octetText(octets));

/** A SET OF, whose members DER wants in the order of their octets (X.690 §11.6). */
export function setOf(...members: readonly Asn1[]): Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.SET, true, sorted(members));
}

/** In the order of their octets, as the members of every SET OF are. */
export function sorted(members: readonly Asn1[]): readonly Asn1[] {
  return [...members].sort((one, other) => Buffer.compare(encode(one), encode(other)));
}

/**
 * An element that is written already: its contents go out as they are, for a signature is made over them.
 * @throws PkiError `pki.der_malformed`
 */
export function encoded(der: Buffer): Asn1 {
  const { tag, value } = readWhole(der);
  // To node-forge a constructed element has members, which it would write anew; to it this is a primitive one whose number
  // has the constructed bit.
  return asn1.create(tag & TAG_CLASS, tag & ~TAG_CLASS, false, octetText(value));
}

export function encode(element: Asn1): Buffer {
  return Buffer.from(asn1.toDer(element).getBytes(), "latin1");
}

function octetText(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString("latin1");
}
