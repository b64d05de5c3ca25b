import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, sep } from "node:path";
import { assemblePackage } from "./assemble.ts";
import type { Bundle } from "./bundle.ts";
import { runtimeFor } from "./runtime.ts";
import { makeSbom } from "./sbom.ts";
import { TARGETS, type Target } from "./target.ts";
import { makeZip } from "./zip.ts";

/** The plugin protocol that the provider speaks, as the registry wants to know it before anybody downloads. */
const MANIFEST = { version: 1, metadata: { protocol_versions: ["6.0"] } };

interface Release {
  readonly program: Bundle;
  readonly version: string;
  readonly targets: readonly Target[];
  /** Archives of npm packages, packed already; they go with the rest. */
  readonly npmPackages: readonly string[];
  /** The Action's bundle as a command for other pipelines, a zip. */
  readonly plainCommand: Uint8Array;
  /** Where the files go; must be there. */
  readonly folder: string;
}

/**
 * Writes what Terraform's registry takes as a release: a zip for each target, the manifest, a bill of materials, the
 * npm packages, and the
 * checksums of them all. What is signed is the checksums, and not here: the key is nowhere near npm's packages.
 * @returns names of the files, in the order in which they were made
 * Source: HashiCorp, "Publish providers", release assets.
 */
export async function writeRelease({
  program,
  version,
  targets,
  npmPackages,
  plainCommand,
  folder,
}: Release) {
  const base = `terraform-provider-sectigo_${version}`;
  const files: string[] = [];
  const sums = new Map<string, string>();
  const put = (name: string, content: Uint8Array | string): void => {
    writeFileSync(join(folder, name), content);
    files.push(name);
    sums.set(name, createHash("sha256").update(content).digest("hex"));
  };
  for (const target of targets) {
    put(`${base}_${target.platform}.zip`, await zipPackage({ program, version, target }));
  }
  put(`${base}_manifest.json`, `${JSON.stringify(MANIFEST, null, 2)}\n`);
  put(
    `${base}_sbom.cdx.json`,
    makeSbom({ version, parts: program.parts.keys(), runtimes: TARGETS.map(({ runtime }) => runtime) }),
  );
  for (const path of npmPackages) put(basename(path), readFileSync(path));
  put(`sectigo-certificates_${version}.zip`, plainCommand);
  const lines = [...sums].sort().map(([name, sum]) => `${sum}  ${name}\n`);
  const checksums = Buffer.from(lines.join(""));
  put(`${base}_SHA256SUMS`, checksums);
  return files;
}

async function zipPackage(wanted: {
  readonly program: Bundle;
  readonly version: string;
  readonly target: Target;
}): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  try {
    assemblePackage({ ...wanted, runtime: runtimeFor(wanted.target), folder });
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort();
    const entries = files.map((name) => ({
      name: name.split(sep).join("/"),
      content: readFileSync(join(folder, name)),
      isExecutable: (statSync(join(folder, name)).mode & 0o100) !== 0,
    }));
    return await makeZip(entries);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
