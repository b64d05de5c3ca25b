/**
 * A date as SCM knows it, in one of two canonical forms that sort as text: a day (`2026-05-21`) where SCM tells no
 * more, or an instant (`2026-05-21T09:30:00.000Z`). SCM names no time zone for days; public clients take UTC.
 * Exact ends of a validity come from the certificate itself only.
 */
export type ScmDate = string;

/** The order matters: the first form that fits is taken. Named groups keep each form readable. */
const FORMS: readonly RegExp[] = [
  // Details of certificates: 05/21/2026; `dateFormat=US_HMS` adds a time.
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})(?: (?<time>\d{1,2}:\d{2}:\d{2}))?$/,
  // Lists, custom fields, DCV: 2026-05-21, with or without time, fraction and offset.
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,](?<fraction>\d{1,9}))?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/i,
  // `dateFormat=JP`: 2026/05/21.
  /^(?<year>\d{4})\/(?<month>\d{2})\/(?<day>\d{2})(?: (?<time>\d{2}:\d{2}:\d{2}))?$/,
  // `dateFormat=EU`: 21.05.2026.
  /^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})(?: (?<time>\d{2}:\d{2}:\d{2}))?$/,
];

function two(text: string | undefined): string {
  return (text ?? "").padStart(2, "0");
}

/** `+0200`, `+02:00` or `Z`; a missing zone is UTC, as public clients assume. */
function isoZone(zone: string | undefined): string {
  if (zone === undefined || zone.toUpperCase() === "Z") return "Z";
  return zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** The day, if the calendar has it: `Date` would turn 30 February into March. */
function realDay(year: string, month: string, day: string): string | null {
  const text = `${year}-${month}-${day}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

/** The form of reports, which may have a million of them: worth a shorter way than the forms above. */
const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function isCanonical(text: string): boolean {
  if (!CANONICAL.test(text)) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

/**
 * Reads every date shape that SCM's reference shows, month first where slashes part it (SCM's default; the British
 * form is only sent when asked for, and we never ask).
 * @returns the canonical form, or null if it is not a date
 * Source: Sectigo Certificate Manager REST API reference, May 2025, examples per call and parameter `dateFormat`.
 */
export function readScmDate(text: string): ScmDate | null {
  if (isCanonical(text)) return text;
  for (const form of FORMS) {
    const parts = form.exec(text.trim())?.groups;
    if (!parts) continue;
    const day = realDay(parts.year ?? "", two(parts.month), two(parts.day));
    if (day === null) return null;
    const time = parts.time;
    if (time === undefined) return day;
    const fraction = (parts.fraction ?? "").slice(0, 3).padEnd(3, "0");
    const clock = time.length === 5 ? `${time}:00` : time.padStart(8, "0");
    const at = new Date(`${day}T${clock}.${fraction}${isoZone(parts.zone)}`);
    return Number.isNaN(at.getTime()) ? null : at.toISOString();
  }
  return null;
}

/** The instant a ScmDate begins: itself, or midnight UTC of the day. */
export function scmDateStart(date: ScmDate): Date {
  return new Date(date.length === 10 ? `${date}T00:00:00.000Z` : date);
}
