/** What a Windows executable says about itself. Source: Microsoft, "PE Format". */
interface PeFacts {
  readonly processor: "amd64" | "arm64";
  /** A console program writes to the pipes that it is started with; a window program has none. */
  readonly isConsole: boolean;
}

const PROCESSORS: Readonly<Record<number, PeFacts["processor"]>> = { 34404: "amd64", 43620: "arm64" };
const PE32_PLUS = 0x20b;
const CONSOLE = 3;

export function isPe(octets: Buffer): boolean {
  return octets.subarray(0, 2).toString("latin1") === "MZ";
}

/** @throws Error when it is no 64-bit image for a processor we build for, or when a section lies outside of it */
export function readPe(octets: Buffer): PeFacts {
  const header = octets.readUInt32LE(0x3c);
  if (octets.toString("latin1", header, header + 4) !== "PE\0\0") throw new Error("a DOS program");
  const machine = octets.readUInt16LE(header + 4);
  const processor = PROCESSORS[machine];
  if (processor === undefined) throw new Error(`a PE image for machine ${machine}`);
  const optional = header + 24;
  if (octets.readUInt16LE(optional) !== PE32_PLUS) throw new Error("a PE image that is not 64-bit");
  judgeSections(octets, header);
  return { processor, isConsole: octets.readUInt16LE(optional + 68) === CONSOLE };
}

/** Bun adds the program as a section of its own; a file that was cut short lacks it. */
function judgeSections(octets: Buffer, header: number): void {
  const count = octets.readUInt16LE(header + 6);
  const first = header + 24 + octets.readUInt16LE(header + 20);
  for (let at = first; at < first + 40 * count; at += 40) {
    const end = octets.readUInt32LE(at + 20) + octets.readUInt32LE(at + 16);
    if (end <= octets.length) continue;
    const name = octets.toString("latin1", at, at + 8).replaceAll("\0", "");
    throw new Error(
      `a PE image whose section ${name} ends at ${end}, behind the file's end ${octets.length}`,
    );
  }
}
