import { inflateRawSync } from "node:zlib";

const CENTRAL_ENTRY = 0x02014b50;
const DEFLATED = 8;

/**
 * The text of everything in a zip archive (a saved plan is one), one after another; octets as Latin-1.
 * Source: PKWARE APPNOTE.TXT, 4.3.12 "Central directory structure" and 4.3.7 "Local file header".
 */
export function unzipText(archive: Buffer): string {
  const texts: string[] = [];
  for (let at = archive.indexOf("PK\x01\x02"); at >= 0; at = archive.indexOf("PK\x01\x02", at + 4)) {
    if (archive.readUInt32LE(at) === CENTRAL_ENTRY) texts.push(entryText(archive, at));
  }
  return texts.join("\n");
}

function entryText(archive: Buffer, at: number): string {
  const method = archive.readUInt16LE(at + 10);
  const packedSize = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  // The local header repeats name and extra field, whose lengths may differ from the directory's.
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedSize);
  return (method === DEFLATED ? inflateRawSync(packed) : packed).toString("latin1");
}
