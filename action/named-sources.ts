import { dirname, join } from "node:path";
import { type CsrSource, readCsrSources } from "./csr-files.ts";
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
  if (sources.length === 0) log.say("no request was found, so there is nothing to do");
  return sources;
}

/** Makes the folders of all files before any order: one that can't be made should cost nothing. */
export async function makeFolders(
  sources: readonly CsrSource[],
  outputDirectory: string | null,
  { workspace }: Step,
): Promise<void> {
  if (outputDirectory === null) return;
  const folders = new Set(sources.map(({ name }) => join(outputDirectory, dirname(name))));
  for (const folder of [outputDirectory, ...folders]) await workspace.directory(folder);
}
