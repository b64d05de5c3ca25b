import { type ScmDate, scmDateStart } from "../../scm/schemas/dates.ts";
import type { DcvRow } from "../../scm/schemas/domains.ts";
import { coversName } from "./covers-name.ts";

const DAY_MS = 86_400_000;

/** A domain, and how long its validation counts. */
export interface ValidationEnd {
  readonly domain: string;
  /** `ended`: it is over; `ends`: within the days asked for; `valid`: later, or SCM tells no end; `absent`: never validated. */
  readonly state: "ended" | "ends" | "valid" | "absent";
  readonly expires: ScmDate | null;
  /** Whole days, negative when it is over; null where SCM tells no end. */
  readonly daysLeft: number | null;
}

/** When validations end, the earliest first; those without an end last. */
export function validationEnds(rows: readonly DcvRow[], now: Date, withinDays: number): ValidationEnd[] {
  return rows
    .map((row) => endOfOne(row, now, withinDays))
    .sort(
      (one, other) =>
        (one.daysLeft ?? Number.POSITIVE_INFINITY) - (other.daysLeft ?? Number.POSITIVE_INFINITY) ||
        one.domain.localeCompare(other.domain),
    );
}

function endOfOne({ domain, status, expires }: DcvRow, now: Date, withinDays: number): ValidationEnd {
  const end = lastMoment(expires);
  const daysLeft = end === null ? null : Math.floor((end - now.getTime()) / DAY_MS);
  const isOver = status === "EXPIRED" || (status === "VALIDATED" && end !== null && end <= now.getTime());
  const isSoon = daysLeft !== null && daysLeft < withinDays;
  const state = isOver ? "ended" : status !== "VALIDATED" ? "absent" : isSoon ? "ends" : "valid";
  return { domain, state, expires, daysLeft: state === "absent" ? null : daysLeft };
}

/**
 * Validations that count today and end before a certificate is to be renewed: the renewal will be refused unless an administrator
 * validates again. A name that another validation covers longer is none of it.
 * @param names canonical DNS names, `*.` allowed
 * @param renewAt when the renewal is due
 */
export function endsBefore(
  names: readonly string[],
  rows: readonly DcvRow[],
  { now, renewAt }: { readonly now: Date; readonly renewAt: Date },
): { readonly domain: string; readonly expires: ScmDate }[] {
  const found = new Map<string, ScmDate>();
  for (const name of names) {
    const covering = rows.filter((row) => row.status === "VALIDATED" && coversName(row, name));
    const latest = covering.sort((one, other) => endMs(other) - endMs(one))[0];
    if (latest === undefined || latest.expires === null) continue;
    if (endMs(latest) > now.getTime() && endMs(latest) <= renewAt.getTime())
      found.set(latest.domain, latest.expires);
  }
  return [...found].map(([domain, expires]) => ({ domain, expires }));
}

function endMs({ expires }: DcvRow): number {
  return lastMoment(expires) ?? Number.POSITIVE_INFINITY;
}

/** SCM tells days and no zone, so a day counts as a whole. */
function lastMoment(date: ScmDate | null): number | null {
  return date === null ? null : scmDateStart(date).getTime() + (date.length === 10 ? DAY_MS : 0);
}
