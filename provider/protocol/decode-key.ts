// A text may begin with a byte order mark, which is part of it.
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** A key of a msgpack map as it stands on the wire, and its text. */
interface Key {
  readonly octets: Uint8Array;
  readonly text: string;
}

/** Most keys of one length that are remembered: those of schemas; keys of users' maps may be any number. */
const MOST = 16;
/** Octets of the longest key that is looked for; no attribute has a longer name. */
const LONGEST = 64;
const known: readonly Key[][] = Array.from({ length: LONGEST + 1 }, () => []);

/** The text of a key. Those of attributes come in every object, and are made text once. */
export function decodeKey(bytes: Uint8Array, offset: number, length: number): string {
  const ofLength = known[length] ?? [];
  for (const { octets, text } of ofLength) if (stands(octets, bytes, offset)) return text;
  const octets = bytes.slice(offset, offset + length);
  const text = utf8.decode(octets);
  if (ofLength.length < MOST) ofLength.push({ octets, text });
  return text;
}

function stands(octets: Uint8Array, bytes: Uint8Array, offset: number): boolean {
  for (let at = 0; at < octets.length; at += 1) if (octets[at] !== bytes[offset + at]) return false;
  return true;
}
