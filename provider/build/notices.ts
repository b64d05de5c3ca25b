import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chosenLicence, chosenText } from "./licence-choice.ts";
import { ROOT } from "./package-layout.ts";

/** Packages whose code runs in the executable without being in the bundle. */
export const RUNTIME_PACKAGES: readonly string[] = ["node_modules/bun"];

/**
 * Text with name, version and licence of every package that the bundle holds, in order of their names: what their
 * licences ask of whoever passes them on.
 * @param parts  paths in the bundle, relative to the root of the checkout
 * @param beside packages that run without being in it
 * @throws Error when a package has no licence to be found
 */
export function gatherNotices(parts: Iterable<string>, beside: readonly string[] = RUNTIME_PACKAGES): string {
  return shippedPackages(parts, beside)
    .map(describePackage)
    .join(`\n${"-".repeat(80)}\n\n`);
}

/** Folders, sorted, of the packages whose code runs in the executable. */
export function shippedPackages(
  parts: Iterable<string>,
  beside: readonly string[] = RUNTIME_PACKAGES,
): readonly string[] {
  const folders = new Set(beside);
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
  const texts = readdirSync(join(ROOT, folder))
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .sort()
    .map((file) => chosenText(name, readFileSync(join(ROOT, folder, file), "utf8").trim()));
  return `${name} ${version} (${chosenLicence(name, license)})\n\n${texts.join("\n\n")}\n`;
}
