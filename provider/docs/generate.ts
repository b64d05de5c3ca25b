/**
 * Makes the provider's documentation in the layout that registries show: `docs/index.md`, `docs/resources/`,
 * `docs/data-sources/`, `docs/ephemeral-resources/`, `docs/functions/`, `docs/list-resources/`, `docs/actions/`, and the guide with the error codes.
 * The other guides are written by hand.
 * Texts come from what the provider declares, which is also what editors show, from `examples/`, and from what guides link to.
 *
 * `--check` writes nothing and exits with code 1 when the committed pages are not what would be made.
 * A missing description or example fails both.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../build/package-layout.ts";
import { allPages, ERROR_CODES } from "./all-pages.ts";

const DOCS = join(ROOT, "docs");
/** Whole folders are ours, so that the page of a thing that is gone goes as well. */
const FOLDERS = [
  "resources",
  "data-sources",
  "ephemeral-resources",
  "functions",
  "list-resources",
  "actions",
];

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const problems = generate();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** @returns what is wrong, one line each */
function generate(): readonly string[] {
  const { pages, problems } = allPages();
  if (problems.length > 0) return problems;
  const committed = readCommitted();
  const names = new Set([...pages.keys(), ...committed.keys()]);
  const stale = [...names].filter((name) => pages.get(name) !== committed.get(name)).sort();
  if (values.check) {
    return stale.map((name) => `docs/${name} is not what the provider says; repair: npm run generate`);
  }
  for (const name of stale) replace(name, pages.get(name) ?? null);
  console.log(`docs/ is up to date (${pages.size} pages, ${stale.length} changed)`);
  return [];
}

function readCommitted(): ReadonlyMap<string, string> {
  const files = FOLDERS.flatMap((folder) => list(folder).map((file) => `${folder}/${file}`)).concat(
    ["index.md", ERROR_CODES].filter((file) => existsSync(join(DOCS, file))),
  );
  return new Map(files.map((file) => [file, readFileSync(join(DOCS, file), "utf8")]));
}

function list(folder: string): readonly string[] {
  const found = statSync(join(DOCS, folder), { throwIfNoEntry: false });
  return found === undefined ? [] : readdirSync(join(DOCS, folder));
}

function replace(name: string, text: string | null): void {
  const file = join(DOCS, name);
  if (text === null) {
    rmSync(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
