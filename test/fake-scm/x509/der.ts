/**
 * The little of DER that certificates, requests and PKCS#7 bundles need. Written by hand, so the fake shares no
 * ASN.1 library with the code it tests, issues synchronously, and starts without loading one.
 * Source: ITU-T X.690 (DER); RFC 5280 section 4.1.2.5 for the choice between the two time forms.
 */
export class DerError extends Error {}

/** One element: tag octet, content octets, and the whole encoding. */
export type Element = { readonly tag: number; readonly content: Buffer; readonly raw: Buffer };

/** Encodes one element around the joined parts. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const octets =
    length < 0x100 ? [length] : length < 0x10000 ? [length >> 8, length & 255] : longLength(length);
  return Buffer.concat([Buffer.from([tag, 0x80 | octets.length, ...octets]), content]);
}

function longLength(length: number): number[] {
  return [length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255];
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
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const octets = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift(0x80 | (left & 0x7f));
    octets.push(...groups);
  }
  return element(0x06, Buffer.from(octets));
}

/** UTCTime before 2050, GeneralizedTime from then on. */
export function time(instant: number): Buffer {
  const digits = new Date(instant).toISOString().replace(/[-:T]/g, "").slice(0, 14);
  const isLate = Number(digits.slice(0, 4)) >= 2050;
  return isLate
    ? element(0x18, Buffer.from(`${digits}Z`))
    : element(0x17, Buffer.from(`${digits.slice(2)}Z`));
}

/** Reads the element that starts at `offset`. @throws DerError when it is cut off or of indefinite length. */
export function readElement(source: Buffer, offset = 0): Element {
  const tag = source[offset];
  const first = source[offset + 1];
  if (tag === undefined || first === undefined) throw new DerError("element is cut off");
  let length = first;
  let header = 2;
  if (first & 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4 || offset + 2 + count > source.length) throw new DerError("bad length");
    length = source.readUIntBE(offset + 2, count);
    header += count;
  }
  const end = offset + header + length;
  if (end > source.length) throw new DerError("content is cut off");
  return { tag, content: source.subarray(offset + header, end), raw: source.subarray(offset, end) };
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

/** Dotted form of an OBJECT IDENTIFIER element. */
export function readObjectIdentifier(source: Element): string {
  if (source.tag !== 0x06) throw new DerError("not an object identifier");
  const [first = 0, ...rest] = source.content;
  const arcs = [Math.min(2, Math.floor(first / 40)), first - 40 * Math.min(2, Math.floor(first / 40))];
  let arc = 0;
  for (const octet of rest) {
    arc = arc * 128 + (octet & 0x7f);
    if ((octet & 0x80) === 0) {
      arcs.push(arc);
      arc = 0;
    }
  }
  return arcs.join(".");
}
