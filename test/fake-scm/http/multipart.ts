import { inflateRawSync } from "node:zlib";

/** One file out of an upload or an archive. */
export type NamedFile = { readonly name: string; readonly content: Buffer };

/** Parts of a multipart/form-data body (RFC 7578) by field name; undefined when it is none. */
export function readMultipart(contentType: string, body: Buffer): Map<string, Buffer> | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const parts = new Map<string, Buffer>();
  const mark = Buffer.from(`--${boundary}`);
  for (let start = body.indexOf(mark); start >= 0; ) {
    const next = body.indexOf(mark, start + mark.length);
    if (next < 0) break;
    // Between two marks: CRLF, head, empty line, content, CRLF.
    const part = body.subarray(start + mark.length + 2, next - 2);
    const headEnd = part.indexOf("\r\n\r\n");
    const name = /name="([^"]*)"/i.exec(part.subarray(0, Math.max(0, headEnd)).toString("latin1"))?.[1];
    if (name !== undefined) parts.set(name, part.subarray(headEnd + 4));
    start = next;
  }
  return parts;
}

const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;

/**
 * Files of a zip archive by its central directory (stored and deflated; PKWARE APPNOTE 4.3).
 * @returns undefined when it is no such archive
 */
export function readZip(archive: Buffer): NamedFile[] | undefined {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > archive.length || archive.readUInt32LE(end) !== DIRECTORY_END) return undefined;
  const files: NamedFile[] = [];
  let entry = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (entry + 46 > archive.length || archive.readUInt32LE(entry) !== DIRECTORY_ENTRY) return undefined;
    const nameLength = archive.readUInt16LE(entry + 28);
    const name = archive.subarray(entry + 46, entry + 46 + nameLength).toString("utf8");
    const content = readEntry(archive, entry);
    if (!content) return undefined;
    if (!name.endsWith("/")) files.push({ name, content });
    entry += 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  return files;
}

function readEntry(archive: Buffer, entry: number): Buffer | undefined {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  if (local + 30 > archive.length) return undefined;
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + size);
  if (method === 0) return packed;
  return method === 8 ? inflateRawSync(packed) : undefined;
}
