/**
 * `npm run release`: builds the provider for every machine and the npm packages of the CDK, and writes what a registry takes
 * into `dist/release`: zips, manifest, bill of materials, npm packages, the plain command, SHA256SUMS. The same commit gives the same octets,
 * whenever and in whatever folder. Nothing is signed here: see the job `sign` of the release workflow.
 *
 * `--target linux_amd64` (repeatable) builds for fewer machines; `--output <folder>` writes elsewhere.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import packageJson from "../../package.json" with { type: "json" };
import { packBindings } from "../cdktf/pack.ts";
import { bundle } from "./bundle.ts";
import { MIRROR, ROOT } from "./package-layout.ts";
import { packPlainCommand } from "./plain-command.ts";
import { writeRelease } from "./release-artifacts.ts";
import { clearReleaseFolder } from "./release-folder.ts";
import { TARGETS, type Target } from "./target.ts";

const { values } = parseArgs({
  options: {
    output: { type: "string", default: join(ROOT, "dist", "release") },
    target: { type: "string", multiple: true },
  },
});
const folder = resolve(values.output);
const targets = values.target?.map(targetNamed) ?? TARGETS;

clearReleaseFolder(folder);
// The package for this machine, from which the CDK packages take the schema. Builds only what is not up to date.
await import("./package.ts");
const { version } = packageJson;
const packed = mkdtempSync(join(tmpdir(), "npm-packages-"));
const files = await writeRelease({
  program: await bundle("provider/main.ts"),
  version,
  targets,
  npmPackages: await packBindings(MIRROR, packed),
  plainCommand: await packPlainCommand(),
  folder,
});
rmSync(packed, { recursive: true });
for (const file of files) {
  const megabytes = (statSync(join(folder, file)).size / 1_000_000).toFixed(1);
  console.log(`${megabytes.padStart(6)} MB  ${file}`);
}
console.log(`${folder} is ready; its SHA256SUMS is to be signed`);

function targetNamed(platform: string): Target {
  const target = TARGETS.find((each) => each.platform === platform);
  if (target !== undefined) return target;
  const known = TARGETS.map((each) => each.platform).join(", ");
  throw new Error(`no package is built for ${platform}; there are ${known}`);
}
