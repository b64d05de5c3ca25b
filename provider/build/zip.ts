import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** One file to put into an archive. */
interface ZipEntry {
  /** Path inside, with slashes. */
  readonly name: string;
  readonly content: Uint8Array;
  readonly isExecutable: boolean;
}

/** The first day that the format can say, by the local clock, as yazl writes it: the same octets in every time zone. */
const FIRST_DAY = new Date(1980, 0, 1);
const REGULAR_FILE = 0o100000;

/** A zip archive with the entries in the given order; the same entries give the same octets with the same zlib. */
export async function makeZip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, content, isExecutable } of entries) {
    zip.addBuffer(Buffer.from(content), name, {
      mtime: FIRST_DAY,
      // The other form of a date counts from 1970 in UTC, and would tell the zone of the machine.
      forceDosTimestamp: true,
      mode: REGULAR_FILE | (isExecutable ? 0o755 : 0o644),
      compressionLevel: 9,
    });
  }
  zip.end();
  return buffer(zip.outputStream);
}
