/**
 * `npm run release`: builds the provider for every machine and writes what a registry takes into `dist/release`: zips,
 * manifest, bill of materials, SHA256SUMS. The same commit gives the same octets, whenever and in whatever folder.
 *
 * GPG_PRIVATE_KEY (ASCII-armored, RSA) and GPG_PASSPHRASE sign the checksums; without a key they stay unsigned.
 * `--target linux_amd64` (repeatable) builds for fewer machines; `--output <folder>` writes elsewhere.
 */
import { mkdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import packageJson from "../../package.json" with { type: "json" };
import { bundle } from "./bundle.ts";
import { ROOT } from "./package-layout.ts";
import { writeRelease } from "./release-artifacts.ts";
import { TARGETS, type Target } from "./target.ts";

const { values } = parseArgs({
  options: {
    output: { type: "string", default: join(ROOT, "dist", "release") },
    target: { type: "string", multiple: true },
  },
});
const folder = resolve(values.output);
const armored = process.env.GPG_PRIVATE_KEY ?? "";
const key = armored === "" ? null : { armored, passphrase: process.env.GPG_PASSPHRASE ?? null };
const targets = values.target?.map(targetNamed) ?? TARGETS;

// Whole, so that no file of a former release is uploaded with this one.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { version } = packageJson;
const files = await writeRelease({
  program: await bundle("provider/main.ts"),
  version,
  targets,
  key,
  folder,
});
for (const file of files) {
  const megabytes = (statSync(join(folder, file)).size / 1_000_000).toFixed(1);
  console.log(`${megabytes.padStart(6)} MB  ${file}`);
}
console.log(`${folder} is ready${key === null ? "; unsigned, since GPG_PRIVATE_KEY is not set" : ""}`);

function targetNamed(platform: string): Target {
  const target = TARGETS.find((each) => each.platform === platform);
  if (target !== undefined) return target;
  const known = TARGETS.map((each) => each.platform).join(", ");
  throw new Error(`no package is built for ${platform}; there are ${known}`);
}
