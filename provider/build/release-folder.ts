import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Names of what `npm run release` and the signing of it write. */
const OURS = [
  /^terraform-provider-sectigo_[\w.+-]+(\.zip|_manifest\.json|_sbom\.cdx\.json|_SHA256SUMS(\.sig)?)$/,
  /^sectigo-certificates_[\w.+-]+\.zip$/,
  /^scm-as-code-cdkt[fn]-provider-sectigo-[\w.+-]+\.tgz$/,
];

/**
 * Makes the folder for a release, or empties the one of a former release, so that no file of that goes out with this one.
 * @throws Error when the folder holds anything else; then nothing is removed
 */
export function clearReleaseFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const entries = readdirSync(folder, { withFileTypes: true });
  const foreign = entries.filter((entry) => !entry.isFile() || !OURS.some((name) => name.test(entry.name)));
  if (foreign.length > 0) {
    const names = foreign.slice(0, 3).map(({ name }) => name);
    throw new Error(
      `${folder} holds more than a release (${names.join(", ")}${foreign.length > 3 ? ", …" : ""}), and a release replaces what is there; name an empty folder, or one that does not exist`,
    );
  }
  for (const { name } of entries) rmSync(join(folder, name));
}
