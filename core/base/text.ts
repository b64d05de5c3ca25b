/**
 * Characters that can act on a terminal, a log parser or a reader's eye: controls, line and paragraph separators, lone
 * surrogates, and all that Unicode calls format characters: bidirectional marks, overrides and isolates, zero-width ones,
 * the byte order mark, and tags, which models read and people do not see.
 * Sources: ECMA-48 §5; Unicode Standard Annex 9 §2; CVE-2021-42574 (bidirectional overrides in shown text).
 */
const ACTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Surrogate}/gu;

/** How much foreign text an error or log line quotes. */
const LONGEST_QUOTE = 300;

/**
 * Makes text from outside fit to stand in an error or a log line: active characters become `\u{…}`, the rest stays,
 * and what exceeds `longest` characters is cut with an ellipsis. Never used for values that are kept or compared.
 */
export function plainText(text: string, longest: number = LONGEST_QUOTE): string {
  const characters = Array.from(text.slice(0, longest * 2 + 2));
  const cut = characters.length > longest ? `${characters.slice(0, longest).join("")}…` : characters.join("");
  return cut.replace(ACTIVE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** `plainText` in double quotes, for names inside a sentence. */
export function quoted(text: string): string {
  return `"${plainText(text)}"`;
}

/** Text of a URL as it is meant; a stray percent sign is taken as it stands. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded after all.
    return text;
  }
}
