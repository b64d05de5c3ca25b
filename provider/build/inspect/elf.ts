/** What an ELF file says about the machine that can run it. Source: System V ABI, chapters 4 and 5. */
interface ElfFacts {
  readonly processor: "amd64" | "arm64";
  /** Path of the dynamic loader, null when the file is linked statically. */
  readonly loader: string | null;
}

const PROCESSORS: Readonly<Record<number, ElfFacts["processor"]>> = { 62: "amd64", 183: "arm64" };
/** Program header of the path of the dynamic loader. */
const PT_INTERP = 3;

export function isElf(octets: Buffer): boolean {
  return octets.subarray(0, 4).toString("latin1") === "\x7fELF";
}

/** @throws Error when it is not a little-endian 64-bit file for a processor we build for */
export function readElf(octets: Buffer): ElfFacts {
  if (octets[4] !== 2 || octets[5] !== 1) throw new Error("an ELF file that is not 64-bit little-endian");
  const machine = octets.readUInt16LE(18);
  const processor = PROCESSORS[machine];
  if (processor === undefined) throw new Error(`an ELF file for machine ${machine}`);
  return { processor, loader: readLoader(octets) };
}

function readLoader(octets: Buffer): string | null {
  const start = Number(octets.readBigUInt64LE(32));
  const size = octets.readUInt16LE(54);
  const count = octets.readUInt16LE(56);
  for (let at = start; at < start + size * count; at += size) {
    if (octets.readUInt32LE(at) !== PT_INTERP) continue;
    const from = Number(octets.readBigUInt64LE(at + 8));
    const length = Number(octets.readBigUInt64LE(at + 32));
    return octets.toString("latin1", from, from + length - 1); // without the closing zero
  }
  return null;
}
