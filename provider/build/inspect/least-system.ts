import { isElf } from "./elf.ts";
import { isMachO, loadCommands } from "./mach-o.ts";

/** What docs/guides/requirements.md promises. */
const PROMISED = { glibc: 17, macos: 13, windows: 10 } as const;
const LC_BUILD_VERSION = 0x32;

/**
 * What an executable asks of its system beyond what we promise to be enough; empty when nothing. A new version of the
 * compiler may ask for more, and must not do so unseen.
 * Source: glibc's symbol versions; Apple, mach-o/loader.h, build_version_command; Microsoft, "PE Format", optional header.
 */
export function judgeLeastSystem(octets: Buffer): readonly string[] {
  if (isElf(octets)) {
    const minor = greatestGlibc(octets);
    return minor > PROMISED.glibc ? [`it needs glibc 2.${minor}, and 2.${PROMISED.glibc} is promised`] : [];
  }
  if (isMachO(octets)) {
    const major = leastMacOs(octets);
    return major > PROMISED.macos ? [`it needs macOS ${major}, and ${PROMISED.macos} is promised`] : [];
  }
  const optional = octets.readUInt32LE(0x3c) + 24;
  const major = Math.max(octets.readUInt16LE(optional + 40), octets.readUInt16LE(optional + 48));
  return major > PROMISED.windows ? [`it needs Windows ${major}, and ${PROMISED.windows} is promised`] : [];
}

/** The greatest minor version of glibc 2 of which the file names a symbol. */
function greatestGlibc(octets: Buffer): number {
  const name = Buffer.from("\0GLIBC_2.");
  let greatest = 0;
  for (let at = octets.indexOf(name); at >= 0; at = octets.indexOf(name, at + 1)) {
    const [, minor = "0"] =
      /^(\d+)/.exec(octets.toString("latin1", at + name.length, at + name.length + 3)) ?? [];
    greatest = Math.max(greatest, Number(minor));
  }
  return greatest;
}

function leastMacOs(octets: Buffer): number {
  for (const { kind, at } of loadCommands(octets)) {
    if (kind === LC_BUILD_VERSION) return octets.readUInt32LE(at + 12) >>> 16;
  }
  return 0;
}
