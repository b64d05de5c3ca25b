/** RFC 3339 to the second, as X.509 keeps it. */
export function instantText(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}
