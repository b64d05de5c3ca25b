import type { Column, Table } from "./table.ts";

const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 7 * DAY_SECONDS;
/** Public certificates end within half a year, private ones mostly within one. */
const WEEKS = 53;
const LATER = "later";
/** Of rows that are not issued: the timeline is about what still serves. */
const NONE = "not issued";

/** Monday of the week in which the page was made, in seconds since 1970. 1970-01-01 was a Thursday. */
function firstMonday(madeAt: string): number {
  const days = Math.floor(Date.parse(madeAt) / 1000 / DAY_SECONDS);
  return (days - ((days + 3) % 7)) * DAY_SECONDS;
}

/** Mondays of the weeks that the timeline shows, as days, and `later` behind them. */
function weekLabels(madeAt: string): readonly string[] {
  const first = firstMonday(madeAt);
  const mondays = Array.from({ length: WEEKS }, (_, week) => dayOf(first + week * WEEK_SECONDS));
  return [...mondays, LATER];
}

/** In which week each issued certificate ends. What ended before this week and is still called issued counts to it. */
export function weekColumn({ data, size, columns }: Table): Column {
  const first = firstMonday(data.madeAt);
  const end = columns.get("end");
  const status = columns.get("status");
  const codes = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) {
    const at = end?.values[end.codes[row] ?? -1];
    const isIssued = status?.values[status.codes[row] ?? -1] === "Issued";
    const week = typeof at === "number" ? Math.max(0, Math.floor((at - first) / WEEK_SECONDS)) : WEEKS;
    codes[row] = isIssued ? Math.min(week, WEEKS) : WEEKS + 1;
  }
  return { name: "week", values: [...weekLabels(data.madeAt), NONE], codes };
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
