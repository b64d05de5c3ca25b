import type { Clock } from "../../base/clock.ts";
import { type WaitOptions, watch } from "../../base/deadline.ts";
import type { SslReportQuery } from "../../scm/resources/reports.ts";
import type { ImportStore } from "../import-store.ts";
import type { InventoryAccount, InventoryFilter } from "../inventory.ts";
import type { InventoryGap } from "./completeness.ts";
import { type ImportClient, type ImportContext, PartSink } from "./context.ts";
import { bounds, dayOf } from "./day-windows.ts";
import { openSession } from "./open-session.ts";
import { sslReportPart } from "./row-parts.ts";
import type { ImportSettings } from "./settings.ts";
import { longRows, MISSING_LONG_ROWS, passOver } from "./too-long.ts";

/** SCM looks at days, in a zone that it does not name. */
const OVERLAP_DAYS = 2;

type DateAttribute = "requested" | "issued" | "expires" | "revoked";
const REPORT_DATES = {
  requested: "request",
  issued: "issue",
  expires: "expiry",
  revoked: "revocation",
} as const satisfies Record<DateAttribute, string>;

interface Bounds {
  from: Date | null;
  to: Date | null;
}

function narrow(found: Map<DateAttribute, Bounds>, attribute: DateAttribute, given: Partial<Bounds>): void {
  const known = found.get(attribute) ?? { from: null, to: null };
  found.set(attribute, { from: given.from ?? known.from, to: given.to ?? known.to });
}

function isDateAttribute(name: string): name is DateAttribute {
  return name in REPORT_DATES;
}

/** Periods that the filter sets bounds to, by date. */
function periods(
  { conditions = [], expiresWithinDays }: InventoryFilter,
  now: Date,
): Map<DateAttribute, Bounds> {
  const found = new Map<DateAttribute, Bounds>();
  for (const condition of conditions) {
    if (!("date" in condition) || !isDateAttribute(condition.attribute)) continue;
    const { attribute, operator, date } = condition;
    if (operator === "at_least" || operator === "greater_than") narrow(found, attribute, { from: date });
    if (operator === "at_most" || operator === "less_than") narrow(found, attribute, { to: date });
    if (operator === "equals") narrow(found, attribute, { from: date, to: date });
  }
  if (expiresWithinDays !== undefined) {
    const to = new Date(now.getTime() + expiresWithinDays * 86_400_000);
    narrow(found, "expires", { from: now, to });
  }
  return found;
}

/**
 * The one report that shows everything a filter can match, without asking for the whole account: some date must be
 * bounded at both ends. Null when there is none, or when other types than SSL are wanted.
 */
export function liveReport(
  settings: Pick<ImportSettings, "certificateTypes" | "organizationIds">,
  filter: InventoryFilter,
  now: Date,
): SslReportQuery | null {
  if (settings.certificateTypes.some((type) => type !== "ssl")) return null;
  const bounded = [...periods(filter, now)].flatMap(([attribute, { from, to }]) =>
    from === null || to === null ? [] : [{ attribute, from, to }],
  );
  const [narrowest] = bounded.sort(
    (a, b) => a.to.getTime() - a.from.getTime() - (b.to.getTime() - b.from.getTime()),
  );
  if (narrowest === undefined) return null;
  const { attribute, from, to } = narrowest;
  const window = { first: dayOf(from) - OVERLAP_DAYS, last: dayOf(to) + OVERLAP_DAYS };
  return {
    status: "any",
    date: REPORT_DATES[attribute],
    organizationIds: settings.organizationIds ?? [],
    ...bounds(window),
  };
}

interface LiveRequest {
  readonly scm: ImportClient;
  /** An empty one in memory, that the filter is then put to. */
  readonly store: ImportStore;
  readonly account: InventoryAccount;
  readonly clock: Clock;
}

interface LiveOutcome {
  readonly rows: number;
  /** Rows that came and were too long. */
  readonly gaps: readonly InventoryGap[];
}

/** Fills a store with one report, in one request. */
export async function importReport(
  request: LiveRequest,
  query: SslReportQuery,
  options: WaitOptions = {},
): Promise<LiveOutcome> {
  const { scm, clock } = request;
  const guard = watch("ask for certificates", options, clock);
  try {
    const { session } = await openSession(request, guard);
    const live = { signal: guard.signal };
    const tooLong = new Set<string>();
    const context: ImportContext = {
      ...{ scm, session, clock, options: live, tooLong },
      check: () => guard.check(),
      onProgress: () => undefined,
    };
    const sink = new PartSink(context, "bulk", { type: "ssl", phase: "changes" });
    const read = await scm.reports.streams.ssl(query, (found) => sink.add(found.map(sslReportPart)), live);
    await sink.flush();
    await session.release();
    passOver(context, "ssl", read);
    const { message } = longRows("ssl", tooLong);
    const gap: InventoryGap = { type: "ssl", missing: MISSING_LONG_ROWS, why: message };
    return { rows: read.rows, gaps: tooLong.size === 0 ? [] : [gap] };
  } finally {
    guard.release();
  }
}
