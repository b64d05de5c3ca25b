import { format } from "node:util";
import type { Log } from "./log.ts";

/**
 * Keeps stdout free for the handshake: whatever code of ours or of a dependency prints goes to the log, and whatever
 * writes to `process.stdout` goes to stderr. Raw console text on stderr is avoided too, because clients take a line
 * that begins with `panic: ` for a crash and a JSON line with odd members can crash them.
 */
export function redirectOutput(log: Log): void {
  const as =
    (level: keyof Log) =>
    (...values: readonly unknown[]): void =>
      log[level](format(...values), { printed_by: "console" });
  console.log = as("info");
  console.info = as("info");
  console.debug = as("debug");
  console.trace = as("debug");
  console.dir = as("debug");
  console.table = as("debug");
  console.warn = as("warn");
  console.error = as("error");
  // By a getter, since opening either stream costs time and is wasted when nothing is written to it.
  Object.defineProperty(process, "stdout", { configurable: true, get: () => process.stderr });
}
