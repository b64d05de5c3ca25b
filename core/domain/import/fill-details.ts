import type { Clock } from "../../base/clock.ts";
import { type WaitOptions, watch } from "../../base/deadline.ts";
import type { ImportStore } from "../import-store.ts";
import type { InventoryAccount } from "../inventory.ts";
import { CERTIFICATE_TYPES, type InventoryRow } from "../inventory-row.ts";
import { type ImportClient, type ImportContext, type ImportProgress, PartSink } from "./context.ts";
import { openSession } from "./open-session.ts";
import { type Period, periodMs } from "./period.ts";
import { readDetails } from "./read-details.ts";

interface DetailsRequest {
  readonly scm: ImportClient;
  readonly store: ImportStore;
  readonly account: InventoryAccount;
  /** Rows of the store that shall have what only details tell. */
  readonly rows: readonly Pick<InventoryRow, "type" | "certificateId">[];
  /** Details that are older are read again; those of a row that changed in bulk are gone anyway. */
  readonly olderThan: Period;
  readonly clock: Clock;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** SQLite takes so many values in one statement. */
const IDS_AT_ONCE = 1_000;

/** Reads details of the given rows, a call for each that has none or old ones, and stores them. @returns how many */
export async function fillDetails(request: DetailsRequest, options: WaitOptions = {}): Promise<number> {
  const { scm, rows, clock, olderThan, onProgress } = request;
  const guard = watch("read details", options, clock);
  try {
    const { session } = await openSession(request, guard);
    try {
      const context: ImportContext = {
        scm,
        session,
        clock,
        options: { signal: guard.signal },
        check: () => guard.check(),
        onProgress: onProgress ?? (() => undefined),
      };
      let read = 0;
      for (const type of CERTIFICATE_TYPES) {
        const ids = rows.flatMap((row) => (row.type === type ? [row.certificateId] : []));
        const sink = new PartSink(context, "details", { type, phase: "details" });
        for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
          const wanted = await session.withoutDetails({
            type,
            certificateIds: ids.slice(start, start + IDS_AT_ONCE),
            olderThan: new Date(clock.now().getTime() - periodMs(olderThan)),
            now: clock.now(),
          });
          await readDetails(context, type, wanted, (parts) => sink.add(parts));
          read += wanted.length;
        }
        await sink.flush();
      }
      return read;
    } finally {
      await session.release();
    }
  } finally {
    guard.release();
  }
}
