import { type DerElement, malformed, TAG } from "./der.ts";

/** Dotted text of an OBJECT IDENTIFIER, X.690 §8.19. */
export function oidText(element: DerElement): string {
  if (element.tag !== TAG.oid || element.value.length === 0)
    throw malformed("an object identifier is missing");
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const octet of element.value) {
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    if ((octet & 0x80) !== 0) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first = 0n, ...others] = arcs;
  // The first two arcs share a number: 40 times the one plus the other, and only arc 2 may go beyond 39.
  const top = first >= 80n ? 2n : first / 40n;
  return [top, first - top * 40n, ...others].join(".");
}

/** Octets of an INTEGER's magnitude without the sign octet; an empty buffer is zero. */
export function magnitude(element: DerElement): Buffer {
  if (element.tag !== TAG.integer || element.value.length === 0) throw malformed("a number is missing");
  let start = 0;
  while (start < element.value.length && element.value[start] === 0) start += 1;
  return element.value.subarray(start);
}

/** Contents of a BIT STRING that is made of whole octets, as keys and signatures are. */
export function bitOctets(element: DerElement): Buffer {
  if (element.value[0] !== 0) throw malformed("a bit string is not made of whole octets");
  return element.value.subarray(1);
}

/** Text of any of ASN.1's string types that names use, RFC 5280 §4.1.2.4; null for other types. */
export function stringText(element: DerElement): string | null {
  switch (element.tag) {
    case TAG.utf8String:
      return element.value.toString("utf8");
    case TAG.bmpString:
      return wideText(element.value, 2);
    case TAG.universalString:
      return wideText(element.value, 4);
    case TAG.printableString:
    case TAG.ia5String:
    case 0x12: // NumericString
    case 0x1a: // VisibleString
    case TAG.t61String: // nobody writes T.61; those who use the type write Latin-1
      return element.value.toString("latin1");
    default:
      return null;
  }
}

function wideText(octets: Buffer, width: 2 | 4): string {
  let text = "";
  for (let at = 0; at + width <= octets.length; at += width) {
    const point = octets.readUIntBE(at, width);
    // A code point that Unicode does not have would throw; the replacement character shows that something was there.
    text +=
      width === 2 ? String.fromCharCode(point) : String.fromCodePoint(point > 0x10ffff ? 0xfffd : point);
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
