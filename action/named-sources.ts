import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ConfigError, quoted } from "../core/index.ts";
import { fileNames } from "./certificate-files.ts";
import { type CsrSource, readCsrSources } from "./csr-files.ts";
import type { FileInputs } from "./inputs/files.ts";
import { inputFault } from "./inputs/forms.ts";
import type { ActionInputs } from "./inputs.ts";
import { problemOf } from "./problem.ts";
import type { Step } from "./step.ts";

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
  const folders = Map.groupBy(sources, ({ name }) => join(outputDirectory, dirname(name)));
  for (const [folder, inIt] of folders) {
    await workspace.judgeDirectory(folder);
    const directories = await directoriesIn(resolve(workspace.root, folder));
    const files = inIt.flatMap(({ name }) => fileNames(basename(name), formats));
    const taken = files.find((file) => directories.has(file));
    if (taken !== undefined) throw isDirectory(join(folder, taken));
  }
}

/** None where the folder is not there yet: then it is made with what is written. */
async function directoriesIn(folder: string): Promise<ReadonlySet<string>> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return new Set(found.filter((entry) => entry.isDirectory()).map(({ name }) => name));
}

/** A directory in the place of a file would be found only when the certificate is there. */
function isDirectory(path: string): ConfigError {
  return new ConfigError(`write the file ${quoted(path)}: a directory has this name`, {
    code: "config.path_unusable",
    path: "output-directory",
    hint: "Rename or remove that directory, or choose another output-directory.",
  });
}
