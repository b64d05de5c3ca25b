import { createHash } from "node:crypto";
import {
  FLAG_AD_HOC,
  HASH_SHA256,
  LC_CODE_SIGNATURE,
  LC_SEGMENT_64,
  loadCommands,
  MAGIC_CODE_DIRECTORY,
  MAGIC_SUPERBLOB,
} from "./inspect/mach-o.ts";

const SUPERBLOB_SIZE = 20;
const DIRECTORY_SIZE = 88;
/** The form of the directory that knows where executable code lies. */
const DIRECTORY_VERSION = 0x20400;
const FLAG_LINKER_SIGNED = 0x20000;
const PAGE_SIZE_LOG2 = 12;
const PAGE_SIZE = 2 ** PAGE_SIZE_LOG2;
const HASH_SIZE = 32;
const MAIN_BINARY = 1n;

/**
 * The same macOS executable with an ad-hoc signature in the place of the one it has. Bun puts the program into its own
 * executable and leaves that one's signature as it was when the target is an Intel Mac; the kernel kills a program
 * whose pages are not what was signed.
 * @param identifier  what the program calls itself; part of the signature
 * @throws Error when the file has no signature at its end to be exchanged
 * Source: Apple, xnu, osfmk/kern/cs_blobs.h; the form is that of the linker's own signatures.
 */
export function signAdHoc(octets: Buffer, identifier: string): Buffer {
  const at = placesOf(octets);
  const end = octets.readUInt32LE(at.signature + 8);
  if (end + octets.readUInt32LE(at.signature + 12) !== octets.length) {
    throw new Error("the executable's signature is not the last thing in it");
  }
  const name = Buffer.from(`${identifier}\0`);
  const pages = Math.ceil(end / PAGE_SIZE);
  const size = SUPERBLOB_SIZE + DIRECTORY_SIZE + name.length + pages * HASH_SIZE;
  const signed = Buffer.alloc(end + size);
  octets.copy(signed, 0, 0, end);
  resize(signed, { ...at, size });
  const text = {
    start: signed.readBigUInt64LE(at.text + 40),
    octets: signed.readBigUInt64LE(at.text + 48),
  };
  writeSuperblob(signed, { end, size });
  writeDirectory(signed, { end, size, pages, name, text });
  return signed;
}

interface Places {
  readonly signature: number;
  /** Segment of the code. */
  readonly text: number;
  /** Segment that ends with the signature. */
  readonly linkEdit: number;
}

function placesOf(octets: Buffer): Places {
  const found = new Map<string, number>();
  for (const { kind, at } of loadCommands(octets)) {
    if (kind === LC_CODE_SIGNATURE) found.set("signature", at);
    if (kind === LC_SEGMENT_64)
      found.set(octets.toString("latin1", at + 8, at + 24).replaceAll("\0", ""), at);
  }
  const [signature, text, linkEdit] = ["signature", "__TEXT", "__LINKEDIT"].map((name) => found.get(name));
  if (signature === undefined || text === undefined || linkEdit === undefined) {
    throw new Error("the executable has no signature, or not the segments of one");
  }
  return { signature, text, linkEdit };
}

/** The load commands are signed, so they must know the signature's size before anything is hashed. */
function resize(octets: Buffer, { signature, linkEdit, size }: Places & { readonly size: number }): void {
  octets.writeUInt32LE(size, signature + 12);
  const inFile = octets.length - Number(octets.readBigUInt64LE(linkEdit + 40));
  const inMemory = BigInt(Math.ceil(inFile / PAGE_SIZE) * PAGE_SIZE);
  if (inMemory > octets.readBigUInt64LE(linkEdit + 32)) octets.writeBigUInt64LE(inMemory, linkEdit + 32);
  octets.writeBigUInt64LE(BigInt(inFile), linkEdit + 48);
}

function writeSuperblob(
  octets: Buffer,
  { end, size }: { readonly end: number; readonly size: number },
): void {
  [MAGIC_SUPERBLOB, size, 1, 0, SUPERBLOB_SIZE].forEach((word, index) => {
    octets.writeUInt32BE(word, end + 4 * index);
  });
}

interface Directory {
  readonly end: number;
  readonly size: number;
  readonly pages: number;
  readonly name: Buffer;
  readonly text: { readonly start: bigint; readonly octets: bigint };
}

function writeDirectory(octets: Buffer, { end, size, pages, name, text }: Directory): void {
  const start = end + SUPERBLOB_SIZE;
  const hashes = DIRECTORY_SIZE + name.length;
  const flags = FLAG_AD_HOC | FLAG_LINKER_SIGNED;
  const words = [
    MAGIC_CODE_DIRECTORY,
    size - SUPERBLOB_SIZE,
    DIRECTORY_VERSION,
    flags,
    hashes,
    DIRECTORY_SIZE,
    0,
    pages,
    end,
  ];
  words.forEach((word, index) => {
    octets.writeUInt32BE(word, start + 4 * index);
  });
  octets.set([HASH_SIZE, HASH_SHA256, 0, PAGE_SIZE_LOG2], start + 36);
  octets.writeBigUInt64BE(text.start, start + 64);
  octets.writeBigUInt64BE(text.octets, start + 72);
  octets.writeBigUInt64BE(MAIN_BINARY, start + 80);
  name.copy(octets, start + DIRECTORY_SIZE);
  for (let page = 0; page < pages; page += 1) {
    const content = octets.subarray(page * PAGE_SIZE, Math.min((page + 1) * PAGE_SIZE, end));
    createHash("sha256")
      .update(content)
      .digest()
      .copy(octets, start + hashes + page * HASH_SIZE);
  }
}
