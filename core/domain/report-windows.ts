/**
 * Which days to ask a report about. Reports are not paged, and nobody knows beforehand how many rows a day has; so the
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

export const NOTHING_LOADED: LoadedDays = { windows: [], days: 0, bytes: 0, widest: FIRST_SPAN };

export function dayOf(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS);
}

export function isCovered({ windows }: LoadedDays, day: number): boolean {
  return windows.some(({ first, last }) => first <= day && day <= last);
}

/** Start of the first day and of the last one to ask for, with the margin. */
export function bounds({ first, last }: DayWindow): { readonly from: Date; readonly to: Date } {
  return { from: new Date((first - MARGIN) * DAY_MS), to: new Date((last + MARGIN) * DAY_MS) };
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

/** After a window came whole, with so many octets. */
export function withLoaded(loaded: LoadedDays, window: DayWindow, bytes: number): LoadedDays {
  const span = spanOf(window);
  return {
    windows: [...loaded.windows, window],
    days: loaded.days + span + 2 * MARGIN,
    bytes: loaded.bytes + bytes,
    widest: Math.max(loaded.widest, span * GROWTH),
  };
}

/**
 * After a window turned out too large and was broken off at so many octets: the next is a quarter as wide. A single day
 * that is too large counts as covered, without any row of it.
 */
export function withTooLarge(loaded: LoadedDays, window: DayWindow, bytes: number): LoadedDays {
  const span = spanOf(window);
  return {
    windows: span === 1 ? [...loaded.windows, window] : loaded.windows,
    days: loaded.days + span + 2 * MARGIN,
    bytes: loaded.bytes + bytes,
    widest: Math.max(1, Math.floor(span / 4)),
  };
}

function spanOf({ first, last }: DayWindow): number {
  return last - first + 1;
}
