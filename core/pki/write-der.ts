import { TAG } from "./der.ts";

/**
 * The other half of der.ts: writes ASN.1 in DER (ITU-T X.690 §8 and §10), as far as requests and key stores need it.
 * Every function makes one element; the caller knows the grammar. Like the reader it is here because a library would
 * load longer than all of its work takes.
 */
export function element(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(body.length)]), body]);
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const octets = bigEndian(length);
  return [0x80 | octets.length, ...octets];
}

function bigEndian(number: number): number[] {
  const octets: number[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return octets;
}

export const sequence = (...members: readonly Uint8Array[]): Buffer => element(TAG.sequence, ...members);
export const octetString = (octets: Uint8Array): Buffer => element(TAG.octetString, octets);
export const nullValue = (): Buffer => element(TAG.null);
export const utf8String = (text: string): Buffer => element(TAG.utf8String, Buffer.from(text, "utf8"));
/** `[number] EXPLICIT` in a grammar, and every constructed IMPLICIT one. */
export const tagged = (number: number, ...contents: readonly Uint8Array[]): Buffer =>
  element(TAG.contextConstructed(number), ...contents);

/** A SET OF, whose members DER wants in the order of their octets (X.690 §11.6). */
export function setOf(...members: readonly Uint8Array[]): Buffer {
  return element(TAG.set, ...[...members].sort(Buffer.compare));
}

/** A string of whole octets, as keys and signatures are. */
export function bitString(octets: Uint8Array): Buffer {
  return element(TAG.bitString, Uint8Array.of(0), octets);
}

/** A whole number from 0 up to what JavaScript holds exactly. */
export function integer(value: number): Buffer {
  const octets = value === 0 ? [0] : bigEndian(value);
  // The first bit is the sign.
  return element(TAG.integer, Buffer.from((octets[0] ?? 0) & 0x80 ? [0, ...octets] : octets));
}

/** An OBJECT IDENTIFIER from its dotted text, X.690 §8.19. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split(".").map(Number);
  return element(TAG.oid, Buffer.from([first * 40 + second, ...others].flatMap(base128)));
}

function base128(arc: number): readonly number[] {
  const octets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
    octets.unshift(0x80 | (rest % 128));
  return octets;
}

/** Text in two octets per character, as friendly names are; text beyond Unicode's first plane becomes two of them. */
export function bmpString(text: string): Buffer {
  return element(TAG.bmpString, bmpOctets(text));
}

/** The same without identifier and length, as PKCS#12 feeds passwords to its key derivation. */
export function bmpOctets(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}
