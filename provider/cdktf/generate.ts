/**
 * Makes the CDKTF bindings in `provider/cdktf/gen` from the schema of the built provider: the one that terraform is told,
 * so that bindings and provider can't disagree. Needs the package in `dist/mirror` (`npm run build`) and terraform, and
 * no network.
 *
 * `--mirror <folder>` takes the provider from another filesystem mirror.
 * `--check` writes nothing and exits with code 1 when the committed bindings are not what the schema says.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import packageJson from "../../package.json" with { type: "json" };
import { MIRROR, ROOT } from "../build/package-layout.ts";
import { differences } from "./differences.ts";
import { makeBindings, type PackageFacts } from "./make-bindings.ts";
import { readSchema } from "./read-schema.ts";

const COMMITTED = join(ROOT, "provider", "cdktf", "gen");

/** Bindings carry the project's version and want the very cdktf and constructs that they are tested with, or later. */
const { version, license, devDependencies } = packageJson;
const FACTS: PackageFacts = {
  version,
  license,
  peers: { cdktf: `^${devDependencies.cdktf}`, constructs: `^${devDependencies.constructs}` },
};

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, mirror: { type: "string" } },
});
const work = mkdtempSync(join(tmpdir(), "cdktf-bindings-"));
try {
  const fresh = await generate(resolve(values.mirror ?? MIRROR));
  if (values.check) check(fresh);
  else replace(fresh);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true });
}

/** Folder with fresh bindings, inside the folder that is removed at the end. */
async function generate(mirror: string): Promise<string> {
  const schema = readSchema({ mirror, version, folder: join(work, "schema") });
  return makeBindings({ schema, facts: FACTS, folder: join(work, "bindings") });
}

function check(fresh: string): void {
  const stale = differences(fresh, COMMITTED);
  for (const file of stale) {
    console.error(
      `provider/cdktf/gen/${file} is not what the provider's schema says; repair: npm run generate`,
    );
  }
  process.exitCode = stale.length === 0 ? 0 : 1;
}

/** Whole, so that the binding of a resource that is gone goes as well. */
function replace(fresh: string): void {
  rmSync(COMMITTED, { recursive: true, force: true });
  cpSync(fresh, COMMITTED, { recursive: true });
  console.log("provider/cdktf/gen is up to date");
}
