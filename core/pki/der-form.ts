import { malformed } from "./malformed.ts";

interface Primitive {
  readonly what: string;
  readonly isWellFormed: (contents: Buffer) => boolean;
}

/**
 * Forms that the contents of ASN.1's own primitive types have, by tag number. node-forge leaves them to its callers, and OpenSSL
 * refuses what has another form; numbers and texts are looked at where they are read. Source: ITU-T X.690 §8.2 to §8.8.
 */
const PRIMITIVES: Readonly<Record<number, Primitive>> = {
  1: { what: "a truth value", isWellFormed: ({ length }) => length === 1 },
  2: { what: "a number", isWellFormed: ({ length }) => length > 0 },
  3: { what: "a bit string", isWellFormed: isBitString },
  5: { what: "a null", isWellFormed: ({ length }) => length === 0 },
  6: { what: "an object identifier", isWellFormed: isOid },
};

/** SEQUENCE and SET. */
const CONSTRUCTED_ONLY: readonly number[] = [0x10, 0x11];

/** @throws PkiError `pki.der_malformed` for an element of a type of ASN.1's own that can't have this form */
export function refuseIllFormed(tag: number, contents: Buffer): void {
  if (tag >= 0x40) return;
  const isConstructed = (tag & 0x20) !== 0;
  const number = tag & 0x1f;
  if (!isConstructed && CONSTRUCTED_ONLY.includes(number)) throw malformed("a structure has no members");
  const primitive = PRIMITIVES[number];
  if (primitive !== undefined && (isConstructed || !primitive.isWellFormed(contents)))
    throw malformed(`${primitive.what} has a form that it can't have`);
}

/** Its first octet says how many bits of the last one are padding. */
function isBitString(contents: Buffer): boolean {
  const [padding = 8] = contents;
  return padding < 8 && (padding === 0 || contents.length > 1);
}

/** All octets of an arc but the last have the first bit set, and none begins with zeros. */
function isOid(contents: Buffer): boolean {
  const hasPadding = contents.some((octet, at) => octet === 0x80 && (contents[at - 1] ?? 0) < 0x80);
  return (contents.at(-1) ?? 0x80) < 0x80 && !hasPadding;
}
