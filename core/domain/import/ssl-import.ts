import type { WalkedRows } from "../import-store.ts";
import { closeWalk } from "./close-walk.ts";
import { type ImportContext, PartSink } from "./context.ts";
import { dayOf, placeOf, readPlace, walkBackFrom } from "./day-windows.ts";
import type { ImportGap } from "./gaps.ts";
import { healWalk, readByList } from "./heal-walk.ts";
import { readEnteredStates } from "./list-states.ts";
import { readPending, readTouched } from "./pending.ts";
import { readDays, readSource, type WindowQuery, walkBack } from "./report-walk.ts";
import type { Question } from "./settings.ts";

/** SCM looks at days, in a zone that it does not name; reports may lag; clocks differ. */
const OVERLAP_DAYS = 2;
const DAY_MS = 86_400_000;
/** Roots that were uploaded may live for decades. */
const LAST_EXPIRY = dayOf(new Date("2060-01-01T00:00:00Z"));
/** An interrupted walk goes on if it is not older; what changed since it began is then asked for once more. */
const LONGEST_WALK_MS = DAY_MS;

function baseQuery({ organizationIds }: Question): WindowQuery {
  return { status: "any", organizationIds: organizationIds ?? [] };
}

/** Discovered and uploaded records may carry no dates, so that no window finds them: their sources are read whole. */
async function readDiscovered(context: ImportContext, sink: PartSink, question: Question): Promise<void> {
  if (!question.includesDiscovered) return;
  for (const source of ["discovery", "imported"] as const) {
    const query = { ...baseQuery(question), source };
    await readSource(context, sink, query, walkBackFrom(LAST_EXPIRY));
  }
}

/**
 * What was requested, issued, revoked or has expired since. A replacement, a move to another organization, an edit, a
 * deletion, and an order that is declined change none of these dates: the next full walk sees them.
 */
async function readChanges(
  context: ImportContext,
  sink: PartSink,
  question: Question,
  since: Date,
): Promise<void> {
  const window = {
    first: dayOf(since) - OVERLAP_DAYS,
    last: dayOf(context.clock.now()) + OVERLAP_DAYS,
  };
  // An end that comes is judged by the clock; the report tells what else became of those that expired.
  const dates = [
    "request",
    "issue",
    "revocation",
    ...(question.includesExpired ? ["expiry" as const] : []),
  ] as const;
  for (const date of dates) {
    const last = date === "expiry" ? dayOf(context.clock.now()) : window.last;
    await readDays(context, sink, { ...baseQuery(question), date }, { ...window, last });
  }
}

/** Asks for what changed since the last import. */
export async function importChanges(context: ImportContext, question: Question, since: Date): Promise<void> {
  const now = context.clock.now();
  const sink = new PartSink(context, "bulk", { type: "ssl", phase: "changes" });
  await readChanges(context, sink, question, since);
  await readDiscovered(context, sink, question);
  await sink.flush();
  await readTouched(context);
  await readPending(context);
  await context.session.advance(question.name, now);
}

function walkedRows({ includesDiscovered, organizationIds }: Question): WalkedRows {
  return { type: "ssl", origins: includesDiscovered ? null : ["managed"], organizationIds };
}

/**
 * Asks for everything, newest first, and last for the newest days once more, so that what was requested meanwhile is
 * there. Only then do rows leave that were not shown.
 */
export async function importAll(context: ImportContext, question: Question): Promise<ImportGap | null> {
  const { session, clock } = context;
  const now = clock.now();
  const open = await session.openWalk(question.name, {
    now,
    notBefore: new Date(now.getTime() - LONGEST_WALK_MS),
  });
  const sink = new PartSink(context, "bulk", { type: "ssl", phase: "full" });
  const query: WindowQuery = { ...baseQuery(question), date: "request" };
  const newest = dayOf(open.since) - OVERLAP_DAYS;
  await walkBack(context, sink, query, {
    walk: readPlace(open.place) ?? walkBackFrom(newest + 1),
    keep: (walk) => session.keepPlace(question.name, placeOf(walk)),
  });
  await readDays(context, sink, query, { first: newest, last: dayOf(clock.now()) + OVERLAP_DAYS });
  await readDiscovered(context, sink, question);
  await sink.flush();
  await healWalk(context, question, walkedRows(question));
  const gap = await closeWalk(context, question, walkedRows(question));
  await readTouched(context);
  // An earlier run read the first windows: what happened to those rows since is not in the store yet.
  if (open.place !== null) await importChanges(context, question, open.since);
  return gap;
}

/** The same without reports, for administrators who may not make them: a call for each certificate. */
export async function importAllByList(context: ImportContext, question: Question): Promise<ImportGap | null> {
  const { session, clock } = context;
  const now = clock.now();
  await session.openWalk(question.name, {
    now,
    notBefore: new Date(now.getTime() - LONGEST_WALK_MS),
  });
  await readByList(context, question, (ids) => session.notShown(question.name, "ssl", ids));
  return closeWalk(context, question, walkedRows(question));
}

/** What is new by the list, and who has entered another state; edits are only seen by reading all of them. */
export async function importNewByList(context: ImportContext, question: Question): Promise<void> {
  const now = context.clock.now();
  await readByList(context, question, (ids) => context.session.unknown("ssl", ids));
  await readEnteredStates(context, question);
  await readTouched(context);
  await readPending(context);
  await context.session.advance(question.name, now);
}
