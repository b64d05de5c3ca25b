import { standingOf } from "../certificate/status.ts";
import type { RowPart } from "../merge-parts.ts";
import { type ImportContext, PartSink } from "./context.ts";
import { readDetails } from "./read-details.ts";

/** States in which a request waits, in SCM's spellings; a decision against it changes no date that a report goes by. */
const WAITING = ["Init", "Requested", "SA Approved", "SAApproved", "Approved", "Applied"];
/** There are few: an order waits some minutes, or some days for a person. */
const MOST_PENDING = 500;

/** Keeps the parts whose state is another one than the store has. */
async function changed({ session }: ImportContext, parts: readonly RowPart[]): Promise<RowPart[]> {
  const known = await session.statuses(
    "ssl",
    parts.map(({ certificateId }) => certificateId),
  );
  return parts.filter(
    ({ certificateId, status }) => standingOf(known.get(certificateId) ?? "") !== standingOf(status ?? ""),
  );
}

/** Reads these certificates one by one and stores those whose state has changed. */
export async function readChangedStates(context: ImportContext, ids: readonly number[]): Promise<void> {
  const sink = new PartSink(context, "bulk", { type: "ssl", phase: "details" });
  await readDetails(context, "ssl", ids, async (parts) => sink.add(await changed(context, parts)));
  await sink.flush();
}

/** What we changed ourselves: an edit or a replacement changes no date that a report goes by. */
export async function readTouched(context: ImportContext): Promise<void> {
  const { session } = context;
  const ids = await session.touched("ssl");
  const sink = new PartSink(context, "bulk", { type: "ssl", phase: "details" });
  await readDetails(context, "ssl", ids, (parts) => sink.add(parts));
  await sink.flush();
  await session.untouch("ssl", ids);
}

/** What waited when it was last looked at: that it was declined, rejected or found invalid shows in details only. */
export async function readPending(context: ImportContext): Promise<void> {
  await readChangedStates(context, await context.session.inStates("ssl", WAITING, MOST_PENDING));
}
