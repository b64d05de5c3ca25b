/** A fenced block of a document. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The paragraph above it, which says what to do with it. */
  readonly paragraph: string;
  readonly line: number;
}

/** All fenced blocks, in order. A fence that stands in a list is none of ours: it would not be pasted as it is. */
export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ({ 1: language = "", 2: text = "", index }) => ({
      language,
      text,
      paragraph: markdown.slice(0, index).trimEnd().split("\n\n").at(-1) ?? "",
      line: markdown.slice(0, index).split("\n").length,
    }),
  );
}

/** Where its links point to, fenced blocks left out. */
export function linksOf(markdown: string): readonly string[] {
  const prose = markdown.replace(/^```.*?^```$/gms, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
}

/** The ids that headings get, as GitHub makes them. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const headings = [...markdown.replace(/^```.*?^```$/gms, "").matchAll(/^#+ (.+)$/gm)];
  return new Set(
    headings.map(([, text = ""]) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}
