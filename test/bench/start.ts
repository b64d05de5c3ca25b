import { benchStart, measurePackage } from "../../provider/build/bench-start.ts";
import type { Figure } from "./timing.ts";

const START_LIMIT_MS = 60;
const MEMORY_LIMIT_MB = 110;

/** From the start of the packaged provider to its handshake line, and what it holds in memory, beside a bare Node. */
export async function figuresOfStart(): Promise<readonly Figure[]> {
  const [yardstick, packaged] = await benchStart();
  if (yardstick === undefined || packaged === undefined) throw new Error("the start was not measured");
  const beside = `a bare node that prints a line: ${yardstick.medianMs} ms`;
  return [
    {
      what: "spawn to handshake line, median",
      value: packaged.medianMs,
      unit: "ms",
      limit: Math.min(START_LIMIT_MS, 2 * yardstick.medianMs),
      yardstick: beside,
    },
    {
      what: "resident memory at the handshake",
      value: packaged.residentAtHandshakeMb ?? Number.NaN,
      unit: "MB",
      limit: MEMORY_LIMIT_MB,
      yardstick: `when it serves: ${packaged.residentServingMb} MB`,
    },
  ];
}

/** What the package weighs, and what it consists of. */
export async function figuresOfSize(): Promise<readonly Figure[]> {
  const [whole, ...parts] = await measurePackage();
  if (whole === undefined) throw new Error("the package was not measured");
  const yardstick = `of ${whole.megabytes} MB in all`;
  const figure = (what: string, value: number): Figure => ({
    what,
    value,
    unit: "MB",
    limit: null,
    yardstick,
  });
  return [
    figure(whole.what, whole.megabytes),
    ...parts.map(({ what, megabytes }) => figure(what, megabytes)),
  ];
}
