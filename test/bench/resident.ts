import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const EVERY_MS = 20;

/** One tick of the kernel's clock in /proc: 1/100 s on every Linux that Node runs on. Source: proc(5), `utime`. */
const TICK_MS = 10;

/** What the watched processes took. */
export interface Taken {
  /** The most that one of the provider's held at a time. */
  readonly residentMb: number;
  /** Processor time of all of the provider's, as last seen before each ended. */
  readonly cpuMs: number;
  /** The same of Terraform itself. */
  readonly coreMs: number;
}

/**
 * Watches Terraform in a folder and the provider's processes that it starts, from now until `stop`. Reads /proc, so on other
 * systems than Linux the memory is not a number, and the times are 0.
 */
export function watchProvider(folder: string): { readonly stop: () => Taken } {
  let peakKb = Number.NaN;
  const ticks = { provider: new Map<string, number>(), core: new Map<string, number>() };
  const timer = setInterval(() => {
    for (const id of processes()) {
      if (tried(() => readlinkSync(`/proc/${id}/cwd`)) !== folder) continue;
      const isProvider = tried(() => readFileSync(`/proc/${id}/cmdline`, "utf8")).includes("/sectigo/");
      const status = isProvider ? tried(() => readFileSync(`/proc/${id}/status`, "utf8")) : "";
      const kb = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]);
      if (isProvider && !(kb <= peakKb)) peakKb = kb;
      // Behind the name in brackets, which may hold blanks: user and system time are the 12th and 13th.
      const [, after = ""] = tried(() => readFileSync(`/proc/${id}/stat`, "utf8")).split(") ");
      const fields = after.split(" ");
      const times = isProvider ? ticks.provider : ticks.core;
      if (fields.length > 12) times.set(id, Number(fields[11]) + Number(fields[12]));
    }
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return {
        residentMb: Math.round(peakKb / 1024),
        cpuMs: sumMs(ticks.provider),
        coreMs: sumMs(ticks.core),
      };
    },
  };
}

function sumMs(ticks: ReadonlyMap<string, number>): number {
  return [...ticks.values()].reduce((all, each) => all + each, 0) * TICK_MS;
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
