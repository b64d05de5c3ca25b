/*
 * Comma-separated values that a spreadsheet takes for text. The inventory's page makes the same files in the browser, so
 * that this file imports nothing.
 */

/** What a cell shows; lists are joined by blanks. */
type Cell = string | number | boolean | null | undefined | readonly string[];

/** RFC 4180: CRLF after each record, quotes doubled. @param heads names of the columns */
export function csvFile(heads: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [heads.map(csvCell).join(",")];
  for (const row of rows) lines.push(row.map(csvCell).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

/**
 * A text that begins like a formula gets an apostrophe, which makes it text. The wide forms of the signs count as well: some
 * programs read them alike. Source: OWASP, CSV Injection.
 */
function csvCell(value: Cell): string {
  const text = Array.isArray(value) ? value.join(" ") : String(value ?? "");
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && typeof value !== "number" ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
