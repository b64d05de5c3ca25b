import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "action/page");

/** A page that awaits its data, and the files that it was made of. */
interface PageTemplate {
  readonly html: string;
  /** Relative to the root of the checkout. */
  readonly parts: readonly string[];
}

/**
 * Builds the inventory's page as one HTML file with one place for the data. Its policy lets run what stands in it and nothing
 * else: script and style by their hashes, no network, no markup made from text (Trusted Types).
 * Source: W3C, Content Security Policy Level 3; Trusted Types.
 */
export async function buildInventoryPage(): Promise<PageTemplate> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["action/page/main.ts"],
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    target: ["chrome120", "firefox120", "safari17"],
    // Data that an element holds is octets of the file: what is not ASCII would depend on how it is served.
    charset: "ascii",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "warning",
    outfile: "page.js",
  });
  const script = outputFiles[0]?.text.trim() ?? "";
  const css = readFileSync(join(FOLDER, "page.css"), "utf8");
  const style = (await transform(css, { loader: "css", minify: true })).code.trim();
  const texts: Readonly<Record<string, string>> = { script, style, policy: policyOf(script, style) };
  // The data's own place stays: names in the template that are not texts here.
  const html = readFileSync(join(FOLDER, "page.html"), "utf8").replace(
    /\{\{(\w+)\}\}/g,
    (place, name: string) => texts[name] ?? place,
  );
  const parts = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  return { html, parts };
}

function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
