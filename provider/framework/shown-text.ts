/**
 * Characters that act on a terminal or a reader's eye: controls, separators of lines and paragraphs, lone surrogates, and
 * format characters (directions, zero width, tags). A line break in a detail is ours: it parts paragraphs.
 */
const ACTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text.replace(ACTIVE, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}

/**
 * Takes from a line what a runner would obey: Terraform prints a detail's lines as they are, and GitHub's runner takes one
 * that begins with `::`, or has `##[` in it, for a command.
 * Source: actions/runner, src/Runner.Common/ActionCommand.cs, TryParseV2 and TryParse.
 */
function disarmed(line: string): string {
  return escaped(line)
    .replaceAll("##[", "#\\u{23}[")
    .replace(/^(\s*):(?=:)/, "$1\\u{3a}");
}

/** One line, whatever is in it. */
export function shownLine(text: string): string {
  return disarmed(text);
}

/** Lines as they were written, each for itself. */
export function shownLines(text: string): string {
  return text.split("\n").map(disarmed).join("\n");
}
