import { lstat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ConfigError, quoted } from "../core/index.ts";
import { fileNames } from "./certificate-files.ts";
import { type CsrSource, readCsrSources } from "./csr-files.ts";
import type { FileInputs } from "./inputs/files.ts";
import { inputFault } from "./inputs/forms.ts";
import type { ActionInputs } from "./inputs.ts";
import { problemOf } from "./problem.ts";
import type { Step } from "./step.ts";
import type { Workspace } from "./workspace.ts";

/** The requests that a step names; a line that matches nothing is told as `if-no-files-found` has it. */
export async function namedSources(
  { order, files }: ActionInputs,
  { workspace, log }: Step,
): Promise<readonly CsrSource[]> {
  const sources = await readCsrSources(order.csr, workspace, {
    onlyName: files.name,
    noMatch(fault) {
      if (files.ifNoFilesFound === "error") throw fault;
      if (files.ifNoFilesFound === "warn") log.tell({ ...problemOf(fault), severity: "warning" });
    },
  });
  if (sources.length > 1 && files.name !== null)
    throw inputFault(
      "name",
      `it has no effect on ${sources.length} requests`,
      "Remove it: files are named by their CSRs; or use a step for each certificate.",
    );
  if (sources.length === 0) log.say("no request was found, so there is nothing to do");
  return sources;
}

/**
 * Judges the places of all files before any order, with nothing made: one that can't be written should cost nothing.
 * @throws ConfigError `config.path_*`
 */
export async function judgePlaces(
  sources: readonly CsrSource[],
  { outputDirectory, formats }: FileInputs,
  { workspace }: Step,
): Promise<void> {
  if (outputDirectory === null) return;
  for (const folder of new Set(sources.map(({ name }) => join(outputDirectory, dirname(name)))))
    await workspace.judgeDirectory(folder);
  const files = sources.flatMap(({ name }) => fileNames(name, formats));
  for (const file of files) await refuseDirectory(join(outputDirectory, file), workspace);
}

/** A directory in the place of a file would be found only when the certificate is there. */
async function refuseDirectory(path: string, { root }: Workspace): Promise<void> {
  const found = await lstat(resolve(root, path)).catch(() => null);
  if (!found?.isDirectory()) return;
  throw new ConfigError(`write the file ${quoted(path)}: a directory has this name`, {
    code: "config.path_unusable",
    path: "output-directory",
    hint: "Rename or remove that directory, or choose another output-directory.",
  });
}
