import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const EVERY_MS = 20;

/**
 * Watches how much memory the provider holds that Terraform starts in a folder, from now until `stop`, which answers the
 * most that one such process held at a time, in MB. Reads /proc, so on other systems than Linux the answer is not a number.
 */
export function watchProvider(folder: string): { readonly stop: () => number } {
  let peakKb = Number.NaN;
  const timer = setInterval(() => {
    for (const id of processes()) {
      if (tried(() => readlinkSync(`/proc/${id}/cwd`)) !== folder) continue;
      if (!tried(() => readFileSync(`/proc/${id}/cmdline`, "utf8")).includes("/sectigo/")) continue;
      const status = tried(() => readFileSync(`/proc/${id}/status`, "utf8"));
      const kb = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]);
      if (!(kb <= peakKb)) peakKb = kb;
    }
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return Math.round(peakKb / 1024);
    },
  };
}

function processes(): readonly string[] {
  return tried(() => readdirSync("/proc").join(" "))
    .split(" ")
    .filter((name) => /^\d+$/.test(name));
}

/** Empty where it can't be read: the process ended meanwhile, or there is no /proc. */
function tried(read: () => string): string {
  try {
    return read();
  } catch {
    // Either way there is nothing to see.
    return "";
  }
}
