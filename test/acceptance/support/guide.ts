import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DOCS = new URL("../../../docs/", import.meta.url);

/** One thing that a guide has its reader do. */
export type GuideStep =
  | { readonly kind: "write"; readonly file: string; readonly text: string }
  | { readonly kind: "run"; readonly script: string };

/**
 * What a guide has its reader do, in order: `sh` blocks are commands; any other block belongs into the file that the
 * paragraph before it names ("Put this into `main.tf`").
 * @param path  below docs/
 * @throws Error when a block names no file
 */
export function readGuide(path: string): readonly GuideStep[] {
  const text = readFileSync(fileURLToPath(new URL(path, DOCS)), "utf8");
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  return blocks.map(({ 1: language, 2: content = "", index }): GuideStep => {
    if (language === "sh") return { kind: "run", script: content };
    const paragraph = text.slice(0, index).trimEnd().split("\n\n").at(-1) ?? "";
    const [, file] = /^Put this into `([^`]+)`/.exec(paragraph) ?? [];
    if (file === undefined) throw new Error(`${path}: a block of ${language} names no file: "${paragraph}"`);
    return { kind: "write", file, text: content };
  });
}

/** The steps as one script for a shell that stops at the first command that fails. */
export function scriptOf(steps: readonly GuideStep[]): string {
  const parts = steps.map((step) =>
    step.kind === "run" ? step.script : `cat > '${step.file}' <<'END OF FILE'\n${step.text}END OF FILE\n`,
  );
  return `set -eu\n${parts.join("")}`;
}
