/**
 * One line that a terminal shows as it is: no escape sequences, no line breaks, nothing that turns the direction of text.
 * For texts that clients print without looking at them.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, " ").trim();
}
