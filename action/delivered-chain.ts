import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CertificateChain, ConfigError, readDelivered } from "../core/index.ts";
import { fileNames } from "./certificate-files.ts";
import type { FileInputs, Format } from "./inputs/files.ts";
import type { Workspace } from "./workspace.ts";

/** A leaf with all that issued it, in one file or two. */
const WHOLE: readonly (readonly Format[])[] = [["full-chain"], ["pkcs7"], ["leaf", "chain"]];

/** Larger than any chain: what lies there is no file of ours. */
const LARGEST_BYTES = 256 * 1024;

/**
 * What lies in the output directory for a request, as a run before this one may have left it.
 * @param name of its files
 * @returns null where no whole chain is written, or none lies there that can be read
 */
export async function deliveredChain(
  name: string,
  { outputDirectory, formats }: Pick<FileInputs, "outputDirectory" | "formats">,
  workspace: Workspace,
): Promise<CertificateChain | null> {
  const whole = WHOLE.find((needed) => needed.every((format) => formats.includes(format)));
  if (outputDirectory === null || whole === undefined) return null;
  const paths = fileNames(name, whole).map((file) => join(outputDirectory, file));
  const files = await Promise.all(paths.map((path) => readSmall(path, workspace)));
  const found = files.filter((file) => file !== null);
  return found.length === files.length ? readDelivered(found) : null;
}

/** Null for what is not there or can't be a certificate: then it is collected, and written in that place. */
async function readSmall(path: string, workspace: Workspace): Promise<Buffer | null> {
  try {
    const target = await workspace.existing(path);
    // A thousand small files are read in a tenth of the time that promises for each step take.
    const found = lstatSync(target);
    return found.isFile() && found.size <= LARGEST_BYTES ? readFileSync(target) : null;
  } catch (error) {
    if (error instanceof ConfigError || typeof (error as NodeJS.ErrnoException).code === "string")
      return null;
    throw error;
  }
}
