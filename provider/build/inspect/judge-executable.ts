import type { Target } from "../target.ts";
import { isElf, readElf } from "./elf.ts";
import { judgeLeastSystem } from "./least-system.ts";
import { isMachO, readMachO } from "./mach-o.ts";
import { isPe, readPe } from "./pe.ts";

/**
 * Says whether an executable can start on a machine that may not be at hand: format, processor, loader or signature
 * as that system's kernel looks at them.
 * @returns what would stop it, in words; empty when nothing does
 */
export function judgeExecutable(octets: Buffer, target: Target): readonly string[] {
  const [system, processor] = target.platform.split("_");
  const found = readExecutable(octets);
  const complaints = [...found.complaints, ...judgeLeastSystem(octets)];
  if (found.system !== system) complaints.push(`it is a program for ${found.system}`);
  if (found.processor !== processor) complaints.push(`it is built for ${found.processor}`);
  if (target.glibc !== null && found.loader !== target.glibc.loader) {
    complaints.push(`its loader is ${found.loader}, and the launcher looks for ${target.glibc.loader}`);
  }
  return complaints;
}

interface Found {
  readonly system: string;
  readonly processor: string;
  readonly loader: string | null;
  readonly complaints: readonly string[];
}

function readExecutable(octets: Buffer): Found {
  if (isElf(octets)) return { system: "linux", complaints: [], ...readElf(octets) };
  if (isMachO(octets)) {
    const { processor, signature } = readMachO(octets);
    return { system: "darwin", processor, loader: null, complaints: judgeSignature(signature) };
  }
  if (isPe(octets)) {
    const { processor, isConsole, isSigned } = readPe(octets);
    const complaints = isConsole ? [] : ["it is not a console program"];
    if (isSigned) complaints.push("it carries the signature of another program");
    return { system: "windows", processor, loader: null, complaints };
  }
  throw new Error("neither an ELF, nor a Mach-O, nor a PE file");
}

function judgeSignature(signature: ReturnType<typeof readMachO>["signature"]): readonly string[] {
  if (signature === null) return ["it is not signed"];
  const { brokenPages, pages } = signature;
  return brokenPages.length === 0
    ? []
    : [`its signature is broken: ${brokenPages.length} of ${pages} pages are not what was signed`];
}
