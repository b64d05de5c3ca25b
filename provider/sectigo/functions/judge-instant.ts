/** Null when an argument of a function is an instant, RFC 3339. */
export function judgeInstant(value: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(value);
  // Date rolls 31 February over into March instead of refusing it.
  if (match !== null && isInstant(value) && startOf(match[1] ?? "") === match[1]) return null;
  return `an instant such as "2026-03-16T00:00:00Z" is required, "${value}" is given`;
}

const isInstant = (text: string): boolean => !Number.isNaN(new Date(text).getTime());

function startOf(day: string): string | null {
  return isInstant(day) ? new Date(day).toISOString().slice(0, 10) : null;
}
