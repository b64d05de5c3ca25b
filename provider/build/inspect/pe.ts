/** What a Windows executable says about itself. Source: Microsoft, "PE Format". */
interface PeFacts {
  readonly processor: "amd64" | "arm64";
  /** A console program writes to the pipes that it is started with; a window program has none. */
  readonly isConsole: boolean;
  /** Whether it carries an Authenticode signature: none of ours does, so it would be the compiler's, and broken. */
  readonly isSigned: boolean;
}

const PROCESSORS: Readonly<Record<number, PeFacts["processor"]>> = { 34404: "amd64", 43620: "arm64" };
const PE32_PLUS = 0x20b;
const CONSOLE = 3;
/** Places in the table of directories. */
const DIRECTORY = { resources: 2, signature: 4, relocations: 5 } as const;

interface Section {
  readonly name: string;
  readonly address: number;
  /** Offset in the file behind its last octet. */
  readonly end: number;
}

export function isPe(octets: Buffer): boolean {
  return octets.subarray(0, 2).toString("latin1") === "MZ";
}

/** @throws Error when it is not a 64-bit image for a processor we build for, or when its parts don't fit together */
export function readPe(octets: Buffer): PeFacts {
  const header = octets.readUInt32LE(0x3c);
  if (octets.toString("latin1", header, header + 4) !== "PE\0\0") throw new Error("a DOS program");
  const machine = octets.readUInt16LE(header + 4);
  const processor = PROCESSORS[machine];
  if (processor === undefined) throw new Error(`a PE image for machine ${machine}`);
  const optional = header + 24;
  if (octets.readUInt16LE(optional) !== PE32_PLUS) throw new Error("a PE image that is not 64-bit");
  const directory = (index: number): number => octets.readUInt32LE(optional + 112 + 8 * index);
  const sections = readSections(octets, header);
  judgeSections(sections, octets.length);
  // Changing resources moves what lies behind them; Windows loads a program by what these two say.
  for (const name of ["resources", "relocations"] as const) {
    const at = directory(DIRECTORY[name]);
    if (at === 0 || sections.some(({ address }) => address === at)) continue;
    throw new Error(`a PE image whose ${name} begin at ${at}, where no section does`);
  }
  const isConsole = octets.readUInt16LE(optional + 68) === CONSOLE;
  return { processor, isConsole, isSigned: directory(DIRECTORY.signature) !== 0 };
}

function readSections(octets: Buffer, header: number): readonly Section[] {
  const first = header + 24 + octets.readUInt16LE(header + 20);
  return Array.from({ length: octets.readUInt16LE(header + 6) }, (_, index) => {
    const at = first + 40 * index;
    const name = octets.toString("latin1", at, at + 8).replaceAll("\0", "");
    const end = octets.readUInt32LE(at + 20) + octets.readUInt32LE(at + 16);
    return { name, address: octets.readUInt32LE(at + 12), end };
  });
}

/** Bun adds the program as a section of its own; a file that was cut short lacks it. */
function judgeSections(sections: readonly Section[], length: number): void {
  const cut = sections.find(({ end }) => end > length);
  if (cut === undefined) return;
  throw new Error(`a PE image whose section ${cut.name} ends at ${cut.end}, behind the file's end ${length}`);
}
