/**
 * Makes the bindings for CDKTF (`provider/cdktf/gen`) and CDK Terrain (`provider/cdktf/cdktn/gen`) from the schema of the
 * built provider: the one that terraform is told, so that bindings and provider can't disagree. Needs the package in
 * `dist/mirror` (`npm run build`) and terraform, and no network.
 *
 * `--mirror <folder>` takes the provider from another filesystem mirror.
 * `--check` writes nothing and exits with code 1 when the committed bindings are not what the schema says.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import packageJson from "../../package.json" with { type: "json" };
import { MIRROR, ROOT } from "../build/package-layout.ts";
import { differences } from "./differences.ts";
import { FLAVOURS, type Flavour } from "./flavour.ts";
import { makeBindings } from "./make-bindings.ts";
import { readSchema } from "./read-schema.ts";

const CONSTRUCTS = join(ROOT, "provider", "cdktf", "constructs");

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, mirror: { type: "string" } },
});
const work = mkdtempSync(join(tmpdir(), "cdktf-bindings-"));
try {
  const schema = readSchema({
    mirror: resolve(values.mirror ?? MIRROR),
    version: packageJson.version,
    folder: join(work, "schema"),
  });
  for (const flavour of FLAVOURS) {
    const { kit, facts } = flavour;
    const fresh = await makeBindings({ kit, schema, facts, constructs: CONSTRUCTS, folder: join(work, kit) });
    if (values.check) check(fresh, flavour);
    else replace(fresh, flavour);
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true });
}

function check(fresh: string, { committed }: Flavour): void {
  const stale = differences(fresh, committed);
  for (const file of stale) {
    const path = relative(ROOT, join(committed, file));
    console.error(`${path} is not what the provider's schema says; repair: npm run generate`);
  }
  if (stale.length > 0) process.exitCode = 1;
}

/** Whole, so that the binding of a resource that is gone goes as well. */
function replace(fresh: string, { committed }: Flavour): void {
  rmSync(committed, { recursive: true, force: true });
  cpSync(fresh, committed, { recursive: true });
  console.log(`${relative(ROOT, committed)} is up to date`);
}
