/**
 * Compiles, under the project's strict options, everything of ours that stands on the built CDK packages: constructs,
 * examples, tests. `tsc --project .` leaves these files out, so that types can be checked without a build.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import tsconfig from "../../tsconfig.json" with { type: "json" };
import { ROOT } from "../build/package-layout.ts";
import { CDK } from "./flavour.ts";

/** What tsconfig.json leaves out for our sake: the rest of its list are folders that are not ours. */
const left = tsconfig.exclude.filter((path) => /^(provider|examples|test)\//.test(path));
/** Declarations of modules, which no import leads to. */
const declarations = tsconfig.include.map((folder) => `${folder}/**/*.d.ts`);
const include = [...left, ...declarations].map((path) => join(ROOT, path));
const settings = join(CDK, "tsconfig.json");
writeFileSync(settings, JSON.stringify({ extends: join(ROOT, "tsconfig.json"), include, exclude: [] }));
const { status, error } = spawnSync(join(ROOT, "node_modules", ".bin", "tsc"), ["--project", settings], {
  stdio: "inherit",
});
if (error !== undefined) throw error;
process.exitCode = status ?? 1;
