import { isUtf8 } from "node:buffer";
import asn1 from "node-forge/lib/asn1.js";
import { type DerElement, TAG } from "./der.ts";
import { malformed } from "./malformed.ts";

/** Octets of one arc that node-forge reads: seven bits each, 53 in all. `2.25.<uuid>` has 128 bits (ITU-T X.667). */
const ARC_OCTETS = 7;

/** Dotted text of an OBJECT IDENTIFIER, X.690 §8.19. */
export function oidText(element: DerElement): string {
  if (element.tag !== TAG.oid) throw malformed("an object identifier is missing");
  const arcs = arcsOf(element.value);
  const isLong = arcs.some((arc) => arc.length > ARC_OCTETS);
  return isLong ? longOidText(arcs) : asn1.derToOid(element.value.toString("latin1"));
}

/** All octets of an arc but its last have the first bit set. */
function arcsOf(octets: Buffer): readonly Buffer[] {
  const arcs: Buffer[] = [];
  let start = 0;
  for (const [at, octet] of octets.entries()) {
    if (octet >= 0x80) continue;
    arcs.push(octets.subarray(start, at + 1));
    start = at + 1;
  }
  return arcs;
}

function longOidText(arcs: readonly Buffer[]): string {
  const [first = 0n, ...others] = arcs.map((arc) =>
    arc.reduce((number, octet) => (number << 7n) | BigInt(octet & 0x7f), 0n),
  );
  // The first two arcs share a number: 40 times the one plus the other, and only arc 2 may go beyond 39.
  const top = first >= 80n ? 2n : first / 40n;
  return [top, first - top * 40n, ...others].join(".");
}

/** Octets of a positive INTEGER's magnitude without the sign octet; an empty buffer is zero. */
export function magnitude(element: DerElement): Buffer {
  if (element.tag !== TAG.integer) throw malformed("a number is missing");
  const start = element.value.findIndex((octet) => octet !== 0);
  return start < 0 ? Buffer.alloc(0) : element.value.subarray(start);
}

/** Octets of an INTEGER in two's complement and in its only form, X.690 §8.3. */
export function integerOctets({ tag, value }: DerElement): Buffer {
  const [first, second] = value;
  if (tag !== TAG.integer || first === undefined) throw malformed("a number is missing");
  if (second !== undefined && isPadding(first, second))
    throw malformed("a number has octets it does not need");
  return value;
}

/** X.690 §8.3.2: the first nine bits are never all alike. */
function isPadding(first: number, second: number): boolean {
  return (first === 0 && second < 0x80) || (first === 0xff && second >= 0x80);
}

/** Contents of a BIT STRING that is made of whole octets, as keys and signatures are. */
export function bitOctets(element: DerElement): Buffer {
  if (element.value[0] !== 0) throw malformed("a bit string is not made of whole octets");
  return element.value.subarray(1);
}

/** Text of the string types that distinguished names have, RFC 5280 §4.1.2.4 and appendix A.1; null for other types. */
export function stringText(element: DerElement): string | null {
  switch (element.tag) {
    case TAG.utf8String:
      if (!isUtf8(element.value)) throw malformed("a text is not the UTF-8 it says it is");
      return element.value.toString("utf8");
    case TAG.bmpString:
      return wideText(element.value, 2);
    case TAG.universalString:
      return wideText(element.value, 4);
    case TAG.ia5String:
      // Seven bits by rule; those who write more write UTF-8.
      return element.value.toString(isUtf8(element.value) ? "utf8" : "latin1");
    case TAG.printableString:
    case TAG.numericString:
    case TAG.t61String: // T.61 itself is not written; those who use the type write Latin-1
      return element.value.toString("latin1");
    default:
      return null;
  }
}

/** UTF-16 and UTF-32, but for the halves of surrogate pairs and what Unicode does not have: no reader takes them. */
function wideText(octets: Buffer, width: 2 | 4): string {
  if (octets.length % width !== 0) throw malformed("a text ends in the middle of a character");
  let text = "";
  for (let at = 0; at < octets.length; at += width) {
    const point = octets.readUIntBE(at, width);
    const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (!isCharacter) throw malformed("a text holds what is not a character");
    text += String.fromCodePoint(point);
  }
  return text;
}

/**
 * Instant of a UTCTime or GeneralizedTime, exact to the second.
 * Source: RFC 5280 §4.1.2.5: both end in Z and have seconds; a two-digit year from 50 on is 19xx.
 */
export function timeInstant(element: DerElement): Date {
  const text = element.value.toString("latin1");
  const isShort = element.tag === TAG.utcTime;
  const digits = isShort ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits);
  const isTime = isShort || element.tag === TAG.generalizedTime;
  if (!isTime || match === null) throw malformed("a date is not in the form X.509 requires");
  const iso = `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}.000Z`;
  const instant = new Date(iso);
  // Date rolls 31 February over into March instead of refusing it.
  if (Number.isNaN(instant.getTime()) || instant.toISOString() !== iso)
    throw malformed("a date does not exist");
  return instant;
}
