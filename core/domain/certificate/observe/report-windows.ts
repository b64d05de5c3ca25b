/**
 * Which days to ask a report about. Reports are not paged, and how many rows a day has is not known beforehand; so the
 * first window is narrow, and what it weighs decides how wide the next may be. Days are counted from 1970-01-01 UTC.
 */

/** Both ends belong to it. */
export interface DayWindow {
  readonly first: number;
  readonly last: number;
}

/** What was loaded of one organization so far. */
export interface LoadedDays {
  readonly windows: readonly DayWindow[];
  /** Days that were asked for in all, and octets that came. */
  readonly days: number;
  readonly bytes: number;
  /** Of those octets the ones for days that no certificate in question ends on. */
  readonly bytesAhead: number;
  /** The widest window that is worth a try; grows with each that went well. */
  readonly widest: number;
}

/** Narrow enough for an organization that orders thousands a day. */
const FIRST_SPAN = 3;
/** How much wider than the last a window may be: an empty week says little about a year. */
const GROWTH = 16;
/** Public certificates live at most 398 days: so many days around one that ends today cover all of them. */
const LONGEST_SPAN = 1_200;
/** Reports know days only, in a time zone that SCM does not name: a day more on either side is asked for. */
const MARGIN = 1;

const DAY_MS = 86_400_000;

export const NOTHING_LOADED: LoadedDays = {
  windows: [],
  days: 0,
  bytes: 0,
  bytesAhead: 0,
  widest: FIRST_SPAN,
};

export function dayOf(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS);
}

export function isCovered(loaded: LoadedDays, day: number): boolean {
  return windowAt(loaded, day) !== undefined;
}

/** Start of the first day and of the last one to ask for, with the margin. */
export function bounds({ first, last }: DayWindow): { readonly from: Date; readonly to: Date } {
  return { from: new Date((first - MARGIN) * DAY_MS), to: new Date((last + MARGIN) * DAY_MS) };
}

/**
 * Around which day to load next for a certificate that ends on `day`; null when no more is needed. First its own day, then
 * what comes after it up to the horizon, until that weighed more than the octets: what days ahead weigh, only they tell,
 * since all of ours may have been issued on one day.
 */
export function dayToLoad(
  loaded: LoadedDays,
  { day, horizon }: { readonly day: number; readonly horizon: number },
  mostBytesAhead: number,
): number | null {
  if (!isCovered(loaded, day)) return day;
  if (loaded.bytesAhead > mostBytesAhead) return null;
  let first = day;
  for (let next = windowAt(loaded, first); next !== undefined; next = windowAt(loaded, first))
    first = next.last + 1;
  return first <= horizon ? first : null;
}

function windowAt({ windows }: LoadedDays, day: number): DayWindow | undefined {
  return windows.find(({ first, last }) => first <= day && day <= last);
}

/**
 * The next window to load around a day that is not covered: as wide as the rows seen so far promise to fit into the
 * octets, without days that are covered already.
 */
export function nextWindow(loaded: LoadedDays, day: number, targetBytes: number): DayWindow {
  const { days, bytes, widest, windows } = loaded;
  const fitting = bytes === 0 ? LONGEST_SPAN : Math.floor((targetBytes * days) / bytes) - 2 * MARGIN;
  const span = Math.max(1, Math.min(fitting, widest, LONGEST_SPAN));
  const before = Math.max(...windows.filter(({ last }) => last < day).map(({ last }) => last + 1), -Infinity);
  const after = Math.min(
    ...windows.filter(({ first }) => first > day).map(({ first }) => first - 1),
    Infinity,
  );
  const first = Math.max(before, day - Math.floor(span / 2));
  const last = Math.min(after, first + span - 1);
  return { first: Math.max(before, last - span + 1), last };
}

/** A report on a window, as it came or as far as it came. */
export interface LoadedReport {
  readonly window: DayWindow;
  readonly bytes: number;
  /** Loaded for what comes after a certificate in question. */
  readonly isAhead: boolean;
}

/** After a report came whole. */
export function withLoaded(loaded: LoadedDays, report: LoadedReport): LoadedDays {
  const span = spanOf(report.window);
  return {
    ...weighed(loaded, report),
    windows: [...loaded.windows, report.window],
    widest: Math.max(loaded.widest, span * GROWTH),
  };
}

/**
 * After a report turned out too large and was broken off: the next is a quarter as wide. A single day
 * that is too large counts as covered, without any row of it.
 */
export function withTooLarge(loaded: LoadedDays, report: LoadedReport): LoadedDays {
  const span = spanOf(report.window);
  return {
    ...weighed(loaded, report),
    windows: span === 1 ? [...loaded.windows, report.window] : loaded.windows,
    widest: Math.max(1, Math.floor(span / 4)),
  };
}

function weighed(loaded: LoadedDays, { window, bytes, isAhead }: LoadedReport) {
  return {
    days: loaded.days + spanOf(window) + 2 * MARGIN,
    bytes: loaded.bytes + bytes,
    bytesAhead: loaded.bytesAhead + (isAhead ? bytes : 0),
  };
}

function spanOf({ first, last }: DayWindow): number {
  return last - first + 1;
}
