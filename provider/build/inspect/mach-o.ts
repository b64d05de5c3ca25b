import { createHash } from "node:crypto";

/** What a macOS executable says about itself. Source: Apple, mach-o/loader.h. */
interface MachOFacts {
  readonly processor: "amd64" | "arm64";
  /** Null when the file is not signed; macOS on Apple silicon starts no such program. */
  readonly signature: CodeSignature | null;
}

/** Source: Apple, xnu, osfmk/kern/cs_blobs.h. */
interface CodeSignature {
  /** Signed without an identity, which is enough to start; the pages' hashes count nevertheless. */
  readonly isAdHoc: boolean;
  /** What the program is called in the system's logs and questions. */
  readonly identifier: string;
  readonly pages: number;
  /** Numbers of the pages whose content is not what was signed; the kernel kills a program that touches one. */
  readonly brokenPages: readonly number[];
}

const PROCESSORS: Readonly<Record<number, MachOFacts["processor"]>> = {
  16777223: "amd64",
  16777228: "arm64",
};
export const LC_SEGMENT_64 = 0x19;
export const LC_CODE_SIGNATURE = 0x1d;
export const MAGIC_SUPERBLOB = 0xfade0cc0;
export const MAGIC_CODE_DIRECTORY = 0xfade0c02;
export const FLAG_AD_HOC = 2;
export const HASH_SHA256 = 2;
const SLOT_CODE_DIRECTORY = 0;

export function isMachO(octets: Buffer): boolean {
  return octets.readUInt32LE(0) === 0xfeedfacf;
}

/** @throws Error when it is for a processor we don't build for, or signed in a form we can't verify */
export function readMachO(octets: Buffer): MachOFacts {
  const type = octets.readUInt32LE(4);
  const processor = PROCESSORS[type];
  if (processor === undefined) throw new Error(`a Mach-O file for processor type ${type}`);
  for (const { kind, at } of loadCommands(octets)) {
    if (kind === LC_CODE_SIGNATURE) {
      return { processor, signature: readSignature(octets, octets.readUInt32LE(at + 8)) };
    }
  }
  return { processor, signature: null };
}

/** Kind and position of each load command, in order. */
export function* loadCommands(octets: Buffer): Generator<{ readonly kind: number; readonly at: number }> {
  const count = octets.readUInt32LE(16);
  let at = 32;
  for (let index = 0; index < count; index += 1) {
    yield { kind: octets.readUInt32LE(at), at };
    at += octets.readUInt32LE(at + 4);
  }
}

function readSignature(octets: Buffer, start: number): CodeSignature {
  if (octets.readUInt32BE(start) !== MAGIC_SUPERBLOB) throw new Error("a code signature without a superblob");
  const count = octets.readUInt32BE(start + 8);
  for (let index = 0; index < count; index += 1) {
    const entry = start + 12 + 8 * index;
    if (octets.readUInt32BE(entry) === SLOT_CODE_DIRECTORY) {
      return verifyDirectory(octets, { at: start + octets.readUInt32BE(entry + 4), end: start });
    }
  }
  throw new Error("a code signature without a code directory");
}

/** @param place.end  where the code ends and the signature begins; all before it must be signed */
function verifyDirectory(octets: Buffer, { at, end }: { readonly at: number; readonly end: number }) {
  if (octets.readUInt32BE(at) !== MAGIC_CODE_DIRECTORY) throw new Error("a code directory of unknown form");
  if (octets.readUInt8(at + 37) !== HASH_SHA256) throw new Error("a code directory that is not of SHA-256");
  const hashes = at + octets.readUInt32BE(at + 16);
  const hashSize = octets.readUInt8(at + 36);
  const pageSize = 2 ** octets.readUInt8(at + 39);
  const signed = octets.readUInt32BE(at + 28);
  const pages = Math.ceil(end / pageSize);
  const brokenPages: number[] = [];
  for (let page = 0; page < pages; page += 1) {
    const content = octets.subarray(page * pageSize, Math.min((page + 1) * pageSize, end));
    const hash = octets.subarray(hashes + page * hashSize, hashes + (page + 1) * hashSize);
    if (page >= signed || !createHash("sha256").update(content).digest().equals(hash)) brokenPages.push(page);
  }
  const name = at + octets.readUInt32BE(at + 20);
  const identifier = octets.toString("latin1", name, octets.indexOf(0, name));
  return { isAdHoc: (octets.readUInt32BE(at + 12) & FLAG_AD_HOC) !== 0, identifier, pages, brokenPages };
}
