import { ContractError, LostError, OutageError } from "../../base/errors.ts";
import type { SslReportQuery } from "../../scm/resources/reports.ts";
import type { ImportContext, PartSink } from "./context.ts";
import {
  afterFailure,
  afterRows,
  bounds,
  type DayWindow,
  halves,
  nextWindow,
  type WindowWalk,
} from "./day-windows.ts";
import { sslReportPart } from "./row-parts.ts";
import { passOver } from "./too-long.ts";

/** A window of the SSL report, and what it is narrowed by. */
export type WindowQuery = Omit<SslReportQuery, "from" | "to">;

/** Whether a smaller window may succeed where this one failed: SCM gave up, or the answer broke off. */
function isTooMuch(error: unknown): boolean {
  if (error instanceof LostError) return true;
  // What surely never left failed for another reason than its size.
  if (error instanceof OutageError) return error.status !== undefined;
  return error instanceof ContractError && error.code === "contract.not_json";
}

/** One window, its rows on their way to the store. @returns how many came */
async function readWindow(context: ImportContext, sink: PartSink, query: SslReportQuery): Promise<number> {
  const { scm, options } = context;
  const read = await scm.reports.streams.ssl(query, (found) => sink.add(found.map(sslReportPart)), options);
  await sink.flush();
  passOver(context, "ssl", read);
  return read.rows;
}

/** A window in one go; when that is too much, in halves. For periods that are expected to be small. */
export async function readDays(
  context: ImportContext,
  sink: PartSink,
  query: WindowQuery,
  window: DayWindow,
): Promise<void> {
  context.check();
  try {
    await readWindow(context, sink, { ...query, ...bounds(window) });
  } catch (error) {
    const parts = isTooMuch(error) ? halves(window) : null;
    if (parts === null) throw error;
    for (const part of parts) await readDays(context, sink, query, part);
  }
}

/** Goes back in time, window by window. `keep` is told where the walk stands after each. */
export async function walkBack(
  context: ImportContext,
  sink: PartSink,
  query: WindowQuery,
  from: { readonly walk: WindowWalk; readonly keep: (walk: WindowWalk) => Promise<void> },
): Promise<void> {
  let { walk } = from;
  for (let window = nextWindow(walk); window !== null; window = nextWindow(walk)) {
    context.check();
    try {
      const rows = await readWindow(context, sink, { ...query, ...bounds(window) });
      walk = afterRows(walk, window, rows);
      await from.keep(walk);
    } catch (error) {
      const narrower = isTooMuch(error) ? afterFailure(walk, window) : null;
      if (narrower === null) throw error;
      walk = narrower;
    }
  }
}

/** Everything of one source, which may lack the date that windows go by; in windows by expiry when that is too much. */
export async function readSource(
  context: ImportContext,
  sink: PartSink,
  query: WindowQuery,
  expiryWalk: WindowWalk,
): Promise<void> {
  context.check();
  try {
    await readWindow(context, sink, query);
  } catch (error) {
    if (!isTooMuch(error)) throw error;
    const walk = { walk: expiryWalk, keep: async () => undefined };
    await walkBack(context, sink, { ...query, date: "expiry" }, walk);
  }
}
