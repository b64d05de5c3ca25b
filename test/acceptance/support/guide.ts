import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { blocksOf } from "./markdown.ts";

const ROOT = new URL("../../../", import.meta.url);

/** One thing that a guide has its reader do. */
export type GuideStep =
  | { readonly kind: "write"; readonly file: string; readonly text: string }
  | { readonly kind: "run"; readonly script: string };

/**
 * What a guide has its reader do, in order: `sh` blocks are commands; a block of HCL belongs into the file that the
 * paragraph before it names ("Put this into `main.tf`"). Other blocks are there to be read.
 * @param path  below the project's folder
 * @throws Error when a block of HCL names no file
 */
export function readGuide(path: string): readonly GuideStep[] {
  const text = readFileSync(fileURLToPath(new URL(path, ROOT)), "utf8");
  const steps = blocksOf(text).filter(({ language }) => language === "sh" || language === "hcl");
  return steps.map((block): GuideStep => {
    if (block.language === "sh") return { kind: "run", script: block.text };
    const [, file] = /Put this into `([^`]+)`/.exec(block.paragraph) ?? [];
    if (file === undefined)
      throw new Error(`${path}:${block.line}: a block of ${block.language} names no file`);
    return { kind: "write", file, text: block.text };
  });
}

/** The steps as one script for a shell that stops at the first command that fails. */
export function scriptOf(steps: readonly GuideStep[]): string {
  const parts = steps.map((step) =>
    step.kind === "run" ? step.script : `cat > '${step.file}' <<'END OF FILE'\n${step.text}END OF FILE\n`,
  );
  return `set -eu\n${parts.join("")}`;
}
