import { quoted } from "../../core/index.ts";
import { fileMode, inputFault, listOf, type ReadInput, textOrNull, wordOf } from "./forms.ts";
import { pathHint } from "./path-hint.ts";

const FORMATS = ["leaf", "chain", "full-chain", "pkcs7", "pkcs12", "metadata"] as const;
export type Format = (typeof FORMATS)[number];

/** Which files are written, where and how. */
export interface FileInputs {
  /** Inside the workspace; null writes nothing. */
  readonly outputDirectory: string | null;
  readonly formats: readonly Format[];
  /** First part of the file names, where there is one certificate; else it is the CSR's. */
  readonly name: string | null;
  /** What becomes of a line of `csr` that matches nothing. */
  readonly ifNoFilesFound: "error" | "warn" | "ignore";
  readonly certificateMode: number;
  readonly keyMode: number;
}

const USUAL: readonly Format[] = ["leaf", "chain", "full-chain", "metadata"];

export function readFiles(read: ReadInput): FileInputs {
  const formats = listOf(read, "formats").map(formatOf);
  return {
    outputDirectory: directoryOf(read),
    formats: formats.length === 0 ? USUAL : [...new Set(formats)],
    name: fileStem(read),
    ifNoFilesFound: wordOf(read, "if-no-files-found", ["error", "warn", "ignore"]),
    certificateMode: fileMode(read, "certificate-mode", 0o664) ?? 0o644,
    keyMode: fileMode(read, "key-mode", 0o640) ?? 0o600,
  };
}

/** Nothing expands a path here, so that a directory of that very name would be made. */
function directoryOf(read: ReadInput): string | null {
  const directory = textOrNull(read, "output-directory");
  const hint = directory === null ? "" : pathHint(directory);
  if (hint === "") return directory;
  throw inputFault("output-directory", `${quoted(directory ?? "")} is not a path as it stands`, hint);
}

function formatOf(word: string): Format {
  const format = FORMATS.find((candidate) => candidate === word.toLowerCase());
  if (format !== undefined) return format;
  throw inputFault("formats", `${JSON.stringify(word)} is not known`, `Choose from ${FORMATS.join(", ")}.`);
}

function fileStem(read: ReadInput): string | null {
  const name = textOrNull(read, "name");
  if (name === null || /^[\w][\w.-]*$/.test(name)) return name;
  throw inputFault(
    "name",
    `${JSON.stringify(name)} can't begin a file name`,
    "Use letters, digits, dots, hyphens and underscores; the directory is output-directory.",
  );
}
