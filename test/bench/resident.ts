import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const EVERY_MS = 20;

/** One tick of the kernel's clock in /proc: 1/100 s on every Linux that Node runs on. Source: proc(5), `utime`. */
const TICK_MS = 10;

/** What the watched processes took. */
export interface Taken {
  /** The most that one of them held at a time. */
  readonly residentMb: number;
  /** Processor time of all, as last seen before each ended. */
  readonly cpuMs: number;
}

/**
 * Watches the provider's processes that Terraform starts in a folder, from now until `stop`. Reads /proc, so on other
 * systems than Linux the memory is not a number, and the time 0.
 */
export function watchProvider(folder: string): { readonly stop: () => Taken } {
  let peakKb = Number.NaN;
  const ticks = new Map<string, number>();
  const timer = setInterval(() => {
    for (const id of processes()) {
      if (tried(() => readlinkSync(`/proc/${id}/cwd`)) !== folder) continue;
      if (!tried(() => readFileSync(`/proc/${id}/cmdline`, "utf8")).includes("/sectigo/")) continue;
      const status = tried(() => readFileSync(`/proc/${id}/status`, "utf8"));
      const kb = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]);
      if (!(kb <= peakKb)) peakKb = kb;
      // Behind the name in brackets, which may hold blanks: user and system time are the 12th and 13th.
      const [, after = ""] = tried(() => readFileSync(`/proc/${id}/stat`, "utf8")).split(") ");
      const fields = after.split(" ");
      if (fields.length > 12) ticks.set(id, Number(fields[11]) + Number(fields[12]));
    }
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      const sum = [...ticks.values()].reduce((all, each) => all + each, 0);
      return { residentMb: Math.round(peakKb / 1024), cpuMs: sum * TICK_MS };
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
