import { readFile } from "node:fs/promises";
import type { ConfigError } from "../../core/index.ts";
import { FileFault } from "../file-fault.ts";
import type { Workspace } from "../workspace.ts";
import { type JsonStep, jsonLines } from "./json-lines.ts";

/** A value's place in a file, where what is wrong with it is told. */
export interface JsonPlace {
  readonly at: (...steps: readonly JsonStep[]) => JsonPlace;
  /**
   * A fault of this value, annotated at its line.
   * @param found a sentence without its full stop
   * @param as where it has another code and remedy than most faults of the file
   */
  readonly fault: (found: string, as?: Pick<Kind, "code" | "hint">) => FileFault;
  /** Another's error at this value: the same words, annotated here. */
  readonly placed: (error: ConfigError) => FileFault;
}

interface JsonFile {
  readonly value: unknown;
  readonly place: JsonPlace;
}

/** How faults of a kind of file are told. */
interface Kind {
  /** Input that names the file. */
  readonly input: string;
  readonly code: string;
  readonly hint: string;
  /** Beginning of each message. */
  readonly tried: string;
}

/** @throws FileFault what the file has that is not JSON, at its line; ConfigError `config.path_*` */
export async function readJsonFile(path: string, workspace: Workspace, kind: Kind): Promise<JsonFile> {
  // Editors of Windows put a byte order mark before JSON.
  const text = (await readFile(await workspace.existing(path), "utf8")).replace(/^\uFEFF/, "");
  const { fault, lineOf } = jsonLines(text);
  const placeAt = (steps: readonly JsonStep[], line = lineOf(steps)): JsonPlace => ({
    at: (...more) => placeAt([...steps, ...more]),
    fault: (found, { code, hint } = kind) =>
      new FileFault(`${kind.tried}: ${found}`, {
        ...{ code, hint, path: kind.input },
        ...{ file: path, line },
      }),
    placed: (error) => FileFault.of(error, { file: path, line }),
  });
  if (fault !== null) throw placeAt([], fault.line).fault(fault.found);
  return { value: JSON.parse(text), place: placeAt([]) };
}
