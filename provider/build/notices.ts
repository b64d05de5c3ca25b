import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chosenLicence, chosenText } from "./licence-choice.ts";
import { ROOT } from "./package-layout.ts";
import { describeRuntime } from "./runtime-notices.ts";

/** Texts of packages that ship none, one file for each, with its source: `@a/b` is `@a+b.txt`. */
const COMMITTED = join(import.meta.dirname, "licenses", "packages");

/**
 * Text with name, version and licence of every package that the bundle holds, in order of their names, and of the
 * runtime with what is inside it: what their licences ask of those who pass them on.
 * @param parts    paths in the bundle, relative to the root of the checkout
 * @param runtime  npm package of the program that the bundle is compiled with; null for a bundle that is shipped bare
 * @throws Error when there is no licence text of a package
 */
export function gatherNotices(parts: Iterable<string>, runtime: string | null): string {
  const sections = shippedPackages(parts).map(describePackage);
  if (runtime !== null) sections.push(describeRuntime(runtime));
  return sections.join(`\n${"-".repeat(80)}\n\n`);
}

/** Folders, sorted, of the packages of which the bundle holds code. */
export function shippedPackages(parts: Iterable<string>): readonly string[] {
  const folders = new Set<string>();
  for (const path of parts) {
    const folder = packageFolderOf(path);
    if (folder !== null) folders.add(folder);
  }
  return [...folders].sort();
}

/** `node_modules/@a/b/dist/x.js` → `node_modules/@a/b`; null for a file of ours. */
export function packageFolderOf(path: string): string | null {
  const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll("\\", "/"));
  return found === null ? null : found[0];
}

function describePackage(folder: string): string {
  const { license, name, version } = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
  if (typeof license !== "string") throw new Error(`${folder} names no licence`);
  return `${name} ${version} (${chosenLicence(name, license)})\n\n${licenseTextOf(join(ROOT, folder), name)}\n`;
}

/**
 * The licence of a package in full: from its folder, else the text that is committed for it here.
 * @throws Error when there is neither
 */
export function licenseTextOf(folder: string, name: string): string {
  const own = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => chosenText(name, readFileSync(join(folder, file), "utf8").trim()));
  if (own.some((text) => text.length > 0)) return own.join("\n\n");
  const committed = join(COMMITTED, `${name.replace("/", "+")}.txt`);
  if (existsSync(committed)) return readFileSync(committed, "utf8").trim();
  throw new Error(
    `${name} ships no licence text; repair: put it into ${committed}, its source in the first line`,
  );
}
