/**
 * Which days a report is asked for when everything up to some day is wanted. Reports are not paged and it is not known
 * how many rows a day has: the walk goes back from the newest day, and what a window brought decides how wide the next
 * may be. Days are counted from 1970-01-01 UTC; both ends belong to a window.
 */
export interface DayWindow {
  readonly first: number;
  readonly last: number;
}

/** Where a walk stands. It is done when `last` is before `floor`. */
export interface WindowWalk {
  /** Newest day that is still to be asked for. */
  readonly last: number;
  /** How many days the next window has. */
  readonly span: number;
  /** Wider ones have been too much: each would cost a time limit. */
  readonly widest: number;
  /** Oldest day that can have rows. */
  readonly floor: number;
}

const DAY_MS = 86_400_000;
/** SCM's predecessor opened in this century; nothing was requested there before. */
const OLDEST_DAY = dayOf(new Date("2000-01-01T00:00:00Z"));
const FIRST_SPAN = 30;
const WIDEST_SPAN = 3_000;
/** Rows that a window should bring: some 15 MB, a few seconds of SCM's time. */
const WANTED_ROWS = 20_000;
/** An empty month says little about a year. */
const GROWTH = 4;
/** SCM looks at days in a time zone that it does not name: neighbours share two. */
const OVERLAP = 2;

export function dayOf(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS);
}

/** Starts of the first and of the last day. */
export function bounds({ first, last }: DayWindow): { readonly from: Date; readonly to: Date } {
  return { from: new Date(first * DAY_MS), to: new Date(last * DAY_MS) };
}

export function walkBackFrom(last: number): WindowWalk {
  return { last, span: FIRST_SPAN, widest: WIDEST_SPAN, floor: OLDEST_DAY };
}

/** Null when the walk is done. */
export function nextWindow({ last, span, floor }: WindowWalk): DayWindow | null {
  return last < floor ? null : { first: Math.max(floor, last - span + 1), last };
}

/** After a window brought so many rows. */
export function afterRows(walk: WindowWalk, window: DayWindow, rows: number): WindowWalk {
  const width = window.last - window.first + 1;
  const factor = rows === 0 ? GROWTH : Math.min(GROWTH, WANTED_ROWS / rows);
  const span = Math.min(walk.widest, Math.max(1, Math.floor(width * factor)));
  const overlap = Math.min(OVERLAP, width - 1, span - 1);
  return { ...walk, span, last: window.first - 1 + (window.first <= walk.floor ? 0 : overlap) };
}

/** After a window was too much for SCM or for the way: half as wide. Null when it was a single day. */
export function afterFailure(walk: WindowWalk, window: DayWindow): WindowWalk | null {
  const width = window.last - window.first + 1;
  if (width === 1) return null;
  const span = Math.floor(width / 2);
  return { ...walk, span, widest: span };
}

/** Both halves of a window, newer one first; null for a single day. */
export function halves({ first, last }: DayWindow): readonly [DayWindow, DayWindow] | null {
  if (first === last) return null;
  const middle = Math.floor((first + last) / 2);
  return [
    { first: middle + 1, last },
    { first, last: middle },
  ];
}

/** A walk's place as text, for a run that has to go on. */
export function placeOf({ last, span }: WindowWalk): string {
  return `${last} ${span}`;
}

/** Null when the text is not a place. */
export function readPlace(text: string | null): WindowWalk | null {
  const [last, span] = (text ?? "").split(" ").map(Number);
  if (last === undefined || span === undefined || !Number.isSafeInteger(last) || !(span >= 1)) return null;
  return { last, span, widest: WIDEST_SPAN, floor: OLDEST_DAY };
}
