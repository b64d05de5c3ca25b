/**
 * A text as PostgreSQL can keep it: no text has a NUL there, nor half a character. A sign that stands for NUL is as good, and
 * the same that `fold` takes. Source: PostgreSQL documentation, "Character Types".
 */
export function kept(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\u2400");
}
