import { dirname, join, normalize } from "node:path";

/** A source file by what it gives to others and takes from them. Paths are the repository's, with forward slashes. */
export interface Module {
  readonly path: string;
  readonly text: string;
  /** Names that the file declares and exports. */
  readonly exported: readonly string[];
  /** Names that the file takes from others, `*` for all. A name that is only passed on stands in `passedOn`. */
  readonly taken: readonly Taken[];
  readonly passedOn: readonly Taken[];
}

export interface Taken {
  readonly from: string;
  readonly name: string;
}

const DECLARED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const enum|const|let|function\*?|class|interface|type|enum) (\w+)/gm;
const CLAUSE = /\b(import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+"(\.[^"]+)"/g;
const WHOLE = /\b(?:import\s+\*\s+as\s+\w+\s+from|export\s+\*\s+from|import)\s*\(?\s*"(\.[^"]+)"/g;

function namesIn(clause: string): string[] {
  return clause
    .split(",")
    .map((part) => part.trim().replace(/^type\s+/, ""))
    .filter((part) => part !== "")
    .map((part) => part.split(/\s+as\s+/)[0] ?? part);
}

/** Reads exports and relative imports by their form, which the formatter keeps the same everywhere. */
export function readModule(path: string, text: string): Module {
  const resolve = (target: string): string => normalize(join(dirname(path), target)).replaceAll("\\", "/");
  const taken: Taken[] = [];
  const passedOn: Taken[] = [];
  for (const [, verb, clause = "", target = ""] of text.matchAll(CLAUSE)) {
    const from = resolve(target);
    for (const name of namesIn(clause)) (verb === "import" ? taken : passedOn).push({ from, name });
  }
  for (const [, target = ""] of text.matchAll(WHOLE)) taken.push({ from: resolve(target), name: "*" });
  const exported = [...text.matchAll(DECLARED)].map(([, name = ""]) => name);
  return { path, text, exported, taken, passedOn };
}
