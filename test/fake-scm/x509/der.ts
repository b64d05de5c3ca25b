import asn1 from "node-forge/lib/asn1.js";
import util from "node-forge/lib/util.js";

/**
 * The little of DER that certificates, requests and PKCS#7 bundles need, from and to octets, by node-forge's ASN.1. What an
 * element means is decided here alone: the fake shares a library with the code it tests, and no reading of any document.
 * Source: ITU-T X.690 (DER); RFC 5280 section 4.1.2.5 for the choice between the two time forms.
 */
export class DerError extends Error {}

/** One element: tag octet, content octets, and the whole encoding. */
export type Element = { readonly tag: number; readonly content: Buffer; readonly raw: Buffer };

/** Encodes one element around the joined parts. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  // To node-forge a constructed element has members; a number with the constructed bit lets it take their octets instead.
  const octets = Buffer.concat(parts).toString("latin1");
  return Buffer.from(asn1.toDer(asn1.create(tag & 0xc0, tag & 0x3f, false, octets)).getBytes(), "latin1");
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts);
export const setOf = (...parts: readonly Uint8Array[]): Buffer => element(0x31, ...parts);
export const octetString = (content: Uint8Array): Buffer => element(0x04, content);
export const utf8String = (text: string): Buffer => element(0x0c, Buffer.from(text, "utf8"));
export const printableString = (text: string): Buffer => element(0x13, Buffer.from(text, "latin1"));
export const ia5String = (text: string): Buffer => element(0x16, Buffer.from(text, "latin1"));
export const booleanTrue: Buffer = Buffer.from([0x01, 0x01, 0xff]);
export const nullElement: Buffer = Buffer.from([0x05, 0x00]);
export const explicitTag = (number: number, part: Uint8Array): Buffer => element(0xa0 | number, part);
export const bitString = (content: Uint8Array, unusedBits = 0): Buffer =>
  element(0x03, Buffer.from([unusedBits]), content);

/** Non-negative INTEGER from big-endian octets; leading zeros are dropped, a sign octet is added where needed. */
export function unsignedInteger(octets: Uint8Array): Buffer {
  let start = 0;
  while (start < octets.length - 1 && octets[start] === 0) start += 1;
  const bare = octets.subarray(start);
  return (bare[0] ?? 0) & 0x80 ? element(0x02, Buffer.from([0]), bare) : element(0x02, bare);
}

/** OBJECT IDENTIFIER from its dotted form. */
export function objectIdentifier(dotted: string): Buffer {
  return element(0x06, Buffer.from(asn1.oidToDer(dotted).getBytes(), "latin1"));
}

/** UTCTime before 2050, GeneralizedTime from then on. */
export function time(instant: number): Buffer {
  const date = new Date(instant);
  return date.getUTCFullYear() >= 2050
    ? element(0x18, Buffer.from(asn1.dateToGeneralizedTime(date)))
    : element(0x17, Buffer.from(asn1.dateToUtcTime(date)));
}

/** Reads the element that starts at `offset`. @throws DerError when it is cut off or of indefinite length. */
export function readElement(source: Buffer, offset = 0): Element {
  const rest = source.subarray(offset);
  const buffer = new util.ByteBuffer(rest);
  const tag = buffer.getByte();
  const length = readLength(buffer);
  const header = rest.length - buffer.length();
  const end = header + length;
  if (Number.isNaN(tag) || !(end <= rest.length)) throw new DerError("element is cut off");
  return { tag, content: rest.subarray(header, end), raw: rest.subarray(0, end) };
}

function readLength(buffer: InstanceType<typeof util.ByteBuffer>): number {
  let length: number | undefined;
  try {
    length = asn1.getBerValueLength(buffer);
  } catch (error) {
    throw new DerError("bad length", { cause: error });
  }
  if (length === undefined || !(length >= 0)) throw new DerError("bad length");
  return length;
}

/** Elements inside a constructed one, in order. */
export function childrenOf(parent: Element): Element[] {
  const children: Element[] = [];
  for (let offset = 0; offset < parent.content.length; ) {
    const child = readElement(parent.content, offset);
    children.push(child);
    offset += child.raw.length;
  }
  return children;
}

/** The child at a place, of a certain tag. @throws DerError when there is none. */
export function childAt(parent: Element, index: number, tag?: number): Element {
  const child = childrenOf(parent)[index];
  if (child === undefined || (tag !== undefined && child.tag !== tag))
    throw new DerError("unexpected structure");
  return child;
}

/** Dotted form of an OBJECT IDENTIFIER element; one with arcs of more than 53 bits, which is only compared here, in hex. */
export function readObjectIdentifier(source: Element): string {
  if (source.tag !== 0x06) throw new DerError("not an object identifier");
  try {
    return asn1.derToOid(source.content.toString("latin1"));
  } catch {
    return source.content.toString("hex");
  }
}
