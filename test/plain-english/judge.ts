import { type Prose, proseOfCode, proseOfHashes, proseOfMarkdown, proseOfTests } from "./prose.ts";
import { AVOIDED } from "./words.ts";

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly instead: string;
}

/** Generated, or read by those alone who work on tests. */
const LEFT_OUT = [
  /(?:^|\/)(?:dist|gen)\//,
  /^docs\/(?:resources|data-sources|ephemeral-resources|functions|list-resources|actions)\//,
  /^docs\/index\.md$/,
  /^test\/(?!fake-scm\/README)(?!.*\.test\.ts$)/,
];

/** @param file its path in the repository; one that no people read gives no findings */
export function judge(file: string, read: () => string): readonly Finding[] {
  const prose = proseOf(file);
  if (prose === null || LEFT_OUT.some((pattern) => pattern.test(file))) return [];
  return prose(read()).flatMap((piece) => judgeProse(file, piece));
}

function judgeProse(file: string, { kind, text, line }: Prose): readonly Finding[] {
  return text.split("\n").flatMap((part, index) => {
    // A text of one word is a name, and so is a path.
    if (kind === "text" && !/\w\s+\w/.test(part)) return [];
    const found = AVOIDED.filter(({ pattern }) => pattern.test(part));
    return found.map(({ instead }) => ({ file, line: line + index, text: part.trim(), instead }));
  });
}

function proseOf(file: string): ((source: string) => readonly Prose[]) | null {
  if (/\.test\.ts$/.test(file)) return proseOfTests;
  if (/\.ts$/.test(file)) return proseOfCode;
  if (/\.md$/.test(file)) return proseOfMarkdown;
  return /\.(?:tf|hcl|ya?ml|sh)$/.test(file) ? proseOfHashes : null;
}
