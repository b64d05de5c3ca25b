import { type ScmDate, scmDateStart } from "../scm/schemas/dates.ts";

/*
 * SCM tells ends as instants or as days, and names no time zone for days. A day has its first moment where it begins first
 * (UTC+14) and its last where it ends last (UTC-12). Source: IANA time zone database, Pacific/Kiritimati and Etc/GMT+12.
 */
export const DAY_SECONDS = 86_400;
/** How long before midnight UTC a day begins somewhere. */
export const EARLIEST_SECONDS = 14 * 3_600;
/** How long after midnight UTC, with which it begins, a day has ended everywhere. */
export const LATEST_SECONDS = DAY_SECONDS + 12 * 3_600;

/** Whether SCM tells the day only. */
export function isDay(date: ScmDate): boolean {
  return date.length === 10;
}

function shifted(date: ScmDate, seconds: number): Date {
  return new Date(scmDateStart(date).getTime() + (isDay(date) ? seconds * 1000 : 0));
}

/** The first instant that an end may mean: what "ends within" goes by. */
export function earliestEnd(date: ScmDate): Date {
  return shifted(date, -EARLIEST_SECONDS);
}

/** The last instant that an end may mean: from then on it is over. */
export function latestEnd(date: ScmDate): Date {
  return shifted(date, LATEST_SECONDS);
}

/** Whether an end has come for certain; without one never. */
export function isOver(end: ScmDate | null, now: Date): boolean {
  return end !== null && latestEnd(end) <= now;
}
