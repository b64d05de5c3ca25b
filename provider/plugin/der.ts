/**
 * The handful of DER encodings that a self-signed certificate needs. Source: ITU-T X.690, clauses 8 and 10.
 * Not a general ASN.1 library: every function makes one element, and the caller knows the grammar.
 */

/** One element: tag, definite length in its shortest form, content. */
export function element(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(body.length)]), body]);
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  return [0x80 | octets.length, ...octets];
}

export const sequence = (...content: readonly Uint8Array[]): Buffer => element(0x30, ...content);
export const set = (...content: readonly Uint8Array[]): Buffer => element(0x31, ...content);
export const octetString = (content: Uint8Array): Buffer => element(0x04, content);
export const utf8String = (text: string): Buffer => element(0x0c, Buffer.from(text, "utf8"));
export const boolean = (value: boolean): Buffer => element(0x01, Buffer.from([value ? 0xff : 0]));

/** A context-specific, constructed element, as `[tag] EXPLICIT` in a grammar. */
export const explicit = (tag: number, content: Uint8Array): Buffer => element(0xa0 | tag, content);

/** A bit string; `unusedBits` of the last octet are padding. */
export function bitString(content: Uint8Array, unusedBits = 0): Buffer {
  return element(0x03, Buffer.from([unusedBits]), content);
}

/** A non-negative integer from its big-endian magnitude: leading zeros go, a sign octet comes where it must. */
export function unsignedInteger(magnitude: Uint8Array): Buffer {
  const firstNonZero = magnitude.findIndex((octet) => octet !== 0);
  const digits = firstNonZero === -1 ? Uint8Array.of(0) : magnitude.subarray(firstNonZero);
  const needsSign = ((digits[0] ?? 0) & 0x80) !== 0;
  return element(0x02, needsSign ? Uint8Array.of(0) : Uint8Array.of(), digits);
}

/** An object identifier from its dotted form. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(arc: number): readonly number[] {
  const octets = [arc & 0x7f];
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) octets.unshift((rest & 0x7f) | 0x80);
  return octets;
}

/**
 * An instant to the second, in the form X.509 demands for its year: UTCTime through 2049, GeneralizedTime after.
 * Source: RFC 5280 §4.1.2.5.
 */
export function instant(at: Date): Buffer {
  const digits = at.toISOString().slice(0, 19).replace(/[-:T]/g, "");
  return at.getUTCFullYear() < 2050
    ? element(0x17, Buffer.from(`${digits.slice(2)}Z`, "latin1"))
    : element(0x18, Buffer.from(`${digits}Z`, "latin1"));
}
