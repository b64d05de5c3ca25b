import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

const deflate = promisify(deflateRaw);

/** One file to put into an archive. */
interface ZipEntry {
  /** Path inside, with slashes. */
  readonly name: string;
  readonly content: Uint8Array;
  readonly isExecutable: boolean;
}

interface Packed {
  readonly name: Buffer;
  /** The fields that local header and directory share. */
  readonly common: Buffer;
  readonly body: Buffer;
  readonly mode: number;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** 2.0, the least that knows deflate. */
const NEEDED_VERSION = 20;
/** Made on Unix, so that readers take the mode from the attributes. */
const MADE_BY = (3 << 8) | NEEDED_VERSION;
const NAMES_ARE_UTF8 = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the first day of the format: the same files give the same octets whenever they are packed. */
const FIRST_DAY = 0x0021;
const REGULAR_FILE = 0o100000;

/**
 * A zip archive with the entries in the given order; the same entries give the same octets with the same zlib.
 * Entries below 4 GiB, which the format's first form can say.
 * Source: PKWARE APPNOTE.TXT 6.3, 4.3 and 4.4.
 */
export async function makeZip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const packed = await Promise.all(entries.map(pack));
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const each of packed) {
    const local = localHeader(each);
    directory.push(centralHeader(each, offset));
    locals.push(local, each.body);
    offset += local.length + each.body.length;
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(packed.length, 8);
  end.writeUInt16LE(packed.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

async function pack({ name, content, isExecutable }: ZipEntry): Promise<Packed> {
  const body = await deflate(content, { level: 9 });
  const encoded = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(NEEDED_VERSION, 0);
  common.writeUInt16LE(NAMES_ARE_UTF8, 2);
  common.writeUInt16LE(DEFLATED, 4);
  common.writeUInt16LE(FIRST_DAY, 8);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(encoded.length, 22);
  return { name: encoded, common, body, mode: REGULAR_FILE | (isExecutable ? 0o755 : 0o644) };
}

function localHeader({ name, common }: Packed): Buffer {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(LOCAL_HEADER);
  return Buffer.concat([signature, common, name]);
}

function centralHeader({ name, common, mode }: Packed, offset: number): Buffer {
  const front = Buffer.alloc(6);
  front.writeUInt32LE(CENTRAL_HEADER, 0);
  front.writeUInt16LE(MADE_BY, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(mode * 0x10000, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([front, common, rest, name]);
}
