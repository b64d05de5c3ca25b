import { type ScmDate, scmDateStart } from "../../scm/schemas/dates.ts";

/** So many days ahead the end of a password is told: time to change it in SCM and wherever it is kept. */
const PASSWORD_NOTICE_DAYS = 14;
const DAY_MS = 86_400_000;

/**
 * Whole days until a password ends, once the end is near; 0 on its last day and after. Null while there is time, and for a
 * password that never ends. SCM tells the day only: the day's beginning counts, so that the warning is not too late.
 */
export function passwordDaysLeft(expires: ScmDate | null, now: Date): number | null {
  if (expires === null) return null;
  const left = Math.floor((scmDateStart(expires).getTime() - now.getTime()) / DAY_MS);
  return left <= PASSWORD_NOTICE_DAYS ? Math.max(0, left) : null;
}
