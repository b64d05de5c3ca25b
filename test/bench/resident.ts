import { readdirSync, readFileSync } from "node:fs";

const EVERY_MS = 20;

/**
 * Watches how much memory processes hold whose command line contains a text, from now until `stop`, which answers the
 * most that one of them held at a time, in MB. Reads /proc, so on other systems than Linux the answer is not a number.
 */
export function watchResident(text: string): { readonly stop: () => Promise<number> } {
  let peakKb = Number.NaN;
  const timer = setInterval(() => {
    for (const id of processes()) {
      if (!read(id, "cmdline").includes(text)) continue;
      const kb = Number(/VmHWM:\s+(\d+) kB/.exec(read(id, "status"))?.[1]);
      if (!(kb <= peakKb)) peakKb = kb;
    }
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      return Math.round(peakKb / 1024);
    },
  };
}

function processes(): readonly string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    // No /proc here.
    return [];
  }
}

function read(id: string, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, "utf8");
  } catch {
    // It ended meanwhile.
    return "";
  }
}
