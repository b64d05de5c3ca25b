/** A piece of text that people read, and the line on which it begins. */
export interface Prose {
  readonly kind: "comment" | "text";
  readonly text: string;
  readonly line: number;
}

/** Comments, strings, templates and regular expressions, whichever begins first; what lies between them is code. */
const TOKEN =
  /\/\*.*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`|(?<=[(,=:[!&|?{};\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/|[{}]/gs;

/** The comments and texts of a TypeScript file; parts of templates are texts, the code in `${…}` is code. */
export function proseOfCode(source: string): readonly Prose[] {
  const found: Prose[] = [];
  const lineAt = (index: number): number => source.slice(0, index).split("\n").length;
  // Each open template counts the braces of the code inside it.
  const braces: number[] = [];
  let index = 0;
  const template = (start: number): number => {
    const [text = ""] = /(?:\\.|\$(?!\{)|[^\\`$])*/sy.exec(source.slice(start)) ?? [];
    found.push({ kind: "text", text, line: lineAt(start) });
    const end = start + text.length;
    if (source.startsWith("${", end)) {
      braces.push(0);
      return end + 2;
    }
    return end + 1;
  };
  while (index < source.length) {
    TOKEN.lastIndex = index;
    const match = TOKEN.exec(source);
    if (match === null) break;
    const [token] = match;
    index = match.index + token.length;
    const depth = braces.at(-1);
    if (token === "`") index = template(index);
    else if (token === "{" && depth !== undefined) braces[braces.length - 1] = depth + 1;
    else if (token === "}" && depth === 0) {
      braces.pop();
      index = template(index);
    } else if (token === "}" && depth !== undefined) braces[braces.length - 1] = depth - 1;
    else if (token.startsWith("/*") || token.startsWith("//"))
      found.push({ kind: "comment", text: token, line: lineAt(match.index) });
    else if (/^["']/.test(token)) found.push({ kind: "text", text: token, line: lineAt(match.index) });
  }
  return found;
}

/** A string or template that is the first argument of `it(…)` and its like, or of what `it.each(…)` returned. */
const TITLE =
  /(?:^[ \t]*(?:it|describe|test)(?:\.\w+)*|^[ \t]*(?:(?:it|describe|test)\.[^\n]*|\][^\n(]*)?[)`])\(\s*("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)/gm;

/** The names of the tests in a file of tests. */
export function proseOfTests(source: string): readonly Prose[] {
  return [...source.matchAll(TITLE)].map(({ 0: call, 1: text = "", index }) => {
    const before = source.slice(0, index + call.length - text.length);
    return { kind: "text", text, line: before.split("\n").length };
  });
}

/** Markdown without its blocks of code and its links' targets; code in line stays out too. */
export function proseOfMarkdown(source: string): readonly Prose[] {
  const blank = (text: string): string => text.replace(/[^\n]/g, " ");
  const bare = source
    .replace(/^ {0,3}```.*?^ {0,3}```$/gms, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\]\([^)\n]*\)/g, blank);
  return bare.split("\n").map((text, index) => ({ kind: "text", text, line: index + 1 }));
}

/** Comments after a hash: HCL, YAML and shell. */
export function proseOfHashes(source: string): readonly Prose[] {
  return source.split("\n").flatMap((text, index) => {
    const [, comment] = /(?:^|\s)#(.*)$/.exec(text) ?? [];
    return comment === undefined ? [] : [{ kind: "comment" as const, text: comment, line: index + 1 }];
  });
}
