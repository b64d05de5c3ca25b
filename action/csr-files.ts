import { lstatSync, readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { basename, resolve, sep } from "node:path";
import { ConfigError, quoted, requestText } from "../core/index.ts";
import { FileFault } from "./file-fault.ts";
import { pathLineHint } from "./inputs/path-hint.ts";
import type { Workspace } from "./workspace.ts";

/** One request as it was given, not judged yet. */
export interface CsrSource {
  /** First part of the names of its files, with folders below the output directory (`prod/tls`), and how log and outputs call it; no two have the same. */
  readonly name: string;
  /** From the root of the repository; null for a request given in the input itself. */
  readonly path: string | null;
  readonly text: string;
}

/** What to do about a line that matches nothing; throws to refuse it. */
type NoMatch = (fault: ConfigError) => void;

/** No request comes near; a film that lies there by mistake should not be waited for. */
const LARGEST = 64 * 1024;

/**
 * The requests of the input `csr`: PEM itself, or one path or glob per line; `!` before a line takes its matches out.
 * @param onlyName what to call it, where there is just one
 * @returns by path; in the order given when they are inline
 * @throws ConfigError `config.path_*`, `config.csr_missing`, `config.csr_same_name`
 */
export async function readCsrSources(
  text: string,
  workspace: Workspace,
  { onlyName, noMatch }: { readonly onlyName: string | null; readonly noMatch: NoMatch },
): Promise<readonly CsrSource[]> {
  const sources = text.includes("-----BEGIN")
    ? inlineSources(text)
    : fileSources(await findFiles(text, workspace, noMatch), workspace);
  refuseSameNames(sources);
  const [only, ...others] = sources;
  return only !== undefined && others.length === 0 && onlyName !== null
    ? [{ ...only, name: onlyName }]
    : sources;
}

/** Outside of its blocks `openssl req -text` writes what it read; a path there would be left out without a word. */
const PATH_LINE = /^!?[^\s:]*(?:[\\/*?]|\.(?:csr|req|p10|pem|der|txt)$)[^\s:]*$/i;

function refusePaths(text: string): void {
  const others = text.replace(/-----BEGIN ([^-]+)-----[\s\S]*?-----END \1-----/g, "").split("\n");
  const path = others.map((line) => line.trim()).find((line) => PATH_LINE.test(line));
  if (path === undefined) return;
  throw new ConfigError(`read the input csr: the path ${quoted(path)} stands beside a request given as PEM`, {
    code: "config.csr_mixed",
    path: "csr",
    hint: "Give paths, or requests as PEM, and not both in one step.",
  });
}

function fileSources({ paths, base }: Found, workspace: Workspace): readonly CsrSource[] {
  return paths.map((path) => readSource(path, base, workspace));
}

function inlineSources(text: string): readonly CsrSource[] {
  refusePaths(text);
  const blocks = text.split(/(?=-----BEGIN )/).filter((block) => block.includes("-----BEGIN"));
  // Only told apart here; whether they are requests at all is judged later, with an annotation.
  return blocks.map((block, index) => ({
    name: blocks.length === 1 ? "certificate" : `certificate-${index + 1}`,
    path: null,
    text: block,
  }));
}

/** Files of the requests, and the directory below which their own folders are kept. */
interface Found {
  /** Absolute, sorted. */
  readonly paths: readonly string[];
  /** From the root of the repository. */
  readonly base: string;
}

async function findFiles(text: string, workspace: Workspace, noMatch: NoMatch): Promise<Found> {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const wanted = lines.filter((line) => !line.startsWith("!"));
  if (wanted.length === 0) throw nothingNamed();
  const exclude = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1).trim());
  const excluded = await excludedBy(exclude, workspace);
  const found = new Set<string>();
  for (const line of wanted) {
    const hits = (await matches(line, exclude, workspace)).filter((path) => !excluded(path));
    if (hits.length === 0) {
      refuseOpenBracket(line);
      noMatch(nothingMatches(line, exclude));
    }
    for (const path of hits) found.add(path);
  }
  return { paths: [...found].sort(), base: commonFolder(wanted) };
}

/** Whatever way a file was matched, by its path or by a pattern, a line with `!` takes it out; one of a folder all below it. */
async function excludedBy(
  exclude: readonly string[],
  { root }: Workspace,
): Promise<(path: string) => boolean> {
  const out = new Set<string>();
  for (const pattern of exclude) {
    out.add(resolve(root, pattern));
    for await (const path of glob(pattern, { cwd: root })) out.add(resolve(root, path));
  }
  return (path) => [...out].some((each) => path === each || path.startsWith(`${each}${sep}`));
}

/**
 * The folder that all lines begin with, before their first pattern, as upload-artifact has it: from the lines and not from the
 * files found, so that a new file moves no other.
 */
function commonFolder(lines: readonly string[]): string {
  const folders = lines.map((line) => {
    const parts = line.split("/").filter((part) => part !== "" && part !== ".");
    const pattern = parts.findIndex((part) => /[*?[{]/.test(part));
    return parts.slice(0, pattern === -1 ? -1 : Math.min(pattern, parts.length - 1));
  });
  const [first = [], ...others] = folders;
  const differs = first.findIndex((part, index) => others.some((folder) => folder[index] !== part));
  return (differs === -1 ? first : first.slice(0, differs)).join("/");
}

/** A glob takes a bracket that is left open for a letter, so that it matches nothing whatever lies there. */
function refuseOpenBracket(line: string): void {
  const isOpen = ["[]", "{}"].some(([opening = "", closing = ""]) => {
    return line.lastIndexOf(opening) > line.lastIndexOf(closing);
  });
  if (!isOpen) return;
  throw new ConfigError(`read the input csr: the pattern ${quoted(line)} has a bracket that is left open`, {
    code: "config.csr_pattern",
    path: "csr",
    hint: "Close it, or write ? for any one letter.",
  });
}

function nothingNamed(): ConfigError {
  return new ConfigError("read the input csr: it names no file", {
    code: "config.csr_missing",
    path: "csr",
    hint: "Give paths or globs from the root of the repository, one per line, or the request itself as PEM.",
  });
}

function nothingMatches(line: string, exclude: readonly string[]): ConfigError {
  const others = exclude.length === 0 ? "" : " that no line with ! takes out";
  return new ConfigError(`read the input csr: nothing matches ${quoted(line)}${others}`, {
    code: "config.csr_missing",
    path: "csr",
    hint:
      pathLineHint(line) ||
      "Globs start at the root of the repository: certs/*.csr, or **/*.csr for every depth. Where there may be none, set if-no-files-found.",
  });
}

/** @returns absolute paths inside the workspace */
async function matches(
  line: string,
  exclude: readonly string[],
  workspace: Workspace,
): Promise<readonly string[]> {
  const literal = await existingOrNull(line, workspace);
  if (literal !== null) return [literal];
  const found: string[] = [];
  for await (const path of glob(line, { cwd: workspace.root, exclude })) {
    const target = await workspace.existing(path);
    if (lstatSync(target).isFile()) found.push(target);
  }
  return found;
}

/** A path that exists wins over the pattern that its letters make; null when it is a pattern only. */
async function existingOrNull(line: string, workspace: Workspace): Promise<string | null> {
  const isPattern = /[*?[{]/.test(line);
  try {
    return await workspace.existing(line);
  } catch (thrown) {
    // What leads out as a pattern is found by its matches.
    if (isPattern) return null;
    const hint =
      thrown instanceof ConfigError && thrown.code === "config.path_missing" ? pathLineHint(line) : "";
    if (hint === "") throw thrown;
    throw new ConfigError(`read ${quoted(line)}: there is no such file in the workspace`, {
      code: "config.path_missing",
      path: "csr",
      hint,
    });
  }
}

/** At once, not by promises: of a thousand small files each step costs more than the file. */
function readSource(absolute: string, base: string, workspace: Workspace): CsrSource {
  const path = workspace.relative(absolute);
  const found = lstatSync(absolute);
  if (!found.isFile()) {
    throw new ConfigError(`read ${quoted(path)}: it is not a file`, {
      code: "config.csr_missing",
      path: "csr",
      hint: `Name the CSR files, as in ${path}/*.csr.`,
    });
  }
  if (found.size > LARGEST) {
    throw new FileFault(`read ${quoted(path)}: with ${found.size} bytes it is not a certificate request`, {
      code: "config.csr_too_large",
      path: "csr",
      file: path,
      hint: "Name the CSR files only.",
    });
  }
  return { name: nameBelow(base, path), path, text: requestText(readFileSync(absolute)) };
}

/** Its folders below the base, and its name without the ending; a file that a link led to elsewhere keeps its name alone. */
function nameBelow(base: string, path: string): string {
  const isBelow = base === "" || path.startsWith(`${base}/`);
  const below = isBelow ? path.slice(base === "" ? 0 : base.length + 1) : basename(path);
  const parts = below.replace(/\.(csr|req|p10|pem|der|txt)$/i, "").split("/");
  return parts.map((part) => part.replace(/[^\w.-]/g, "_").replace(/^\.+/, "") || "certificate").join("/");
}

function refuseSameNames(sources: readonly CsrSource[]): void {
  const seen = new Map<string, CsrSource>();
  for (const source of sources) {
    const other = seen.get(source.name.toLowerCase());
    if (other !== undefined) {
      throw new FileFault(
        `read the input csr: ${quoted(other.path ?? "")} and ${quoted(source.path ?? "")} have one name, ${quoted(source.name)}`,
        {
          code: "config.csr_same_name",
          path: "csr",
          file: source.path ?? "",
          hint: "The certificates' files would overwrite each other: rename one of the two, or use a step for each.",
        },
      );
    }
    seen.set(source.name.toLowerCase(), source);
  }
}
