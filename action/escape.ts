import { plainText } from "../core/index.ts";

/*
 * Text from SCM, from a CSR or from a pull request is written by strangers. Before it goes where a person or a program
 * reads more out of it than letters, it passes one of these functions. All are pure; what they break up stays readable.
 */

const LONGEST_LINE = 2000;

/**
 * One line of the step's log. The runner takes a line that begins with `::` for a command, and `##[` anywhere in it;
 * terminals act on control characters, and readers on bidirectional overrides.
 * Source: actions/runner, src/Runner.Common/ActionCommand.cs, TryParseV2 and TryParse.
 */
export function logText(text: string): string {
  return plainText(text, LONGEST_LINE)
    .replaceAll("##[", "#\\u{23}[")
    .replace(/^(\s*):(?=:)/, "$1\\u{3a}");
}

/** The same of several lines, each for itself. */
export function logLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map(logText);
}

/**
 * A code span of GitHub's Markdown, fit for table cells. Inside one nothing is markup: no HTML, no link, no image, no
 * mention, no reference to an issue. So only what ends a span or a cell has to go.
 * Source: GitHub Flavored Markdown 0.29, §6.3 code spans and §4.10 tables.
 */
export function markdownCode(text: string): string {
  const bare = plainText(text).replace(/[`|]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
  return bare.trim() === "" ? "–" : `\`${bare}\``;
}

/**
 * A label in a Mermaid diagram: letters, digits and what names are made of. Its grammar gives meaning to colons,
 * semicolons, hashes, brackets, quotes and a few words at the start of a line, where no label of ours ever stands.
 */
export function mermaidText(text: string): string {
  const bare = plainText(text)
    .replace(/[^\p{L}\p{N} ._*-]/gu, "_")
    .trim();
  return bare === "" ? "unnamed" : bare;
}

/** A sentence of ours with foreign names in it, as Markdown: every sign that could be markup is escaped or taken apart. */
export function markdownText(text: string): string {
  return (
    plainText(text, LONGEST_LINE)
      .replace(/[\\`*_{}[\]()<>#+!|~&$-]/g, "\\$&")
      // A backslash does not stop mentions, references and bare links; an empty comment between the signs does.
      .replace(/@(?=\w)/g, "@<!-- -->")
      .replace(/:(?=\/\/)/g, ":<!-- -->")
      .replace(/\bwww(?=\.)/gi, "$&<!-- -->")
      .replace(/\bGH(?=\\-\d)/gi, "$&<!-- -->")
      .replace(/\\#(?=\d)/g, "\\#<!-- -->")
  );
}
