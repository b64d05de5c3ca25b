import { LARGEST_PAGE } from "../../scm/pages.ts";
import { standingOf } from "../certificate/status.ts";
import type { RowPart } from "../merge-parts.ts";
import { type ImportContext, PartSink } from "./context.ts";
import { visitList } from "./heal-walk.ts";
import { readDetails } from "./read-details.ts";

/** States in which a request waits, in SCM's spellings; a decision against it changes no date that a report goes by. */
const WAITING = ["Init", "Requested", "SA Approved", "SAApproved", "Approved", "Applied"];
/** The same as the list's filter has them. */
const LISTED = ["Requested", "SAApproved", "Approved", "Applied"] as const;
/** Orders that wait some minutes, or some days for a person. */
const MOST_PENDING = 20_000;
/** So few cost less one by one than the list does. */
const FEW_PENDING = 10;
/** So many are read one by one in an import at most. */
const MOST_READ = 500;

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

/** What waited when it was last looked at: that it was declined, rejected or found invalid shows in no report. */
export async function readPending(context: ImportContext): Promise<void> {
  const waiting = await context.session.inStates("ssl", WAITING, MOST_PENDING);
  const moved = waiting.length <= FEW_PENDING ? waiting : await withoutListed(context, waiting);
  await readChangedStates(context, moved.slice(0, MOST_READ));
}

/** Those that the list no longer shows among what waits. Of an SCM that ignores the filter, or does not count, all of them. */
async function withoutListed(context: ImportContext, waiting: readonly number[]): Promise<readonly number[]> {
  const { scm, session, options } = context;
  const { total: all } = await scm.certificates.list({ size: 1 }, options);
  const known = new Set((await session.statuses("ssl", waiting)).values());
  const moved = new Set(waiting);
  for (const status of LISTED.filter((listed) => known.has(listed))) {
    const { total } = await scm.certificates.list({ status, size: 1 }, options);
    if (total === null || total === all || total > waiting.length * LARGEST_PAGE) return waiting;
    if (total === 0) continue;
    await visitList(context, { status }, async (rows) => {
      for (const { sslId } of rows) moved.delete(sslId);
    });
  }
  return [...moved];
}
