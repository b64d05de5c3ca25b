import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { folderOf, MIRROR } from "../../provider/build/package-layout.ts";
import { targetOf } from "../../provider/build/target.ts";
import { HEADER } from "../acceptance/support/configuration.ts";
import { Workspace } from "../acceptance/support/terraform.ts";
import { type Figure, medians } from "./timing.ts";

const RUNS = 7;
const BUILT_IN = 'resource "terraform_data" "bench" {}\n';

/**
 * The first command after `init`, whole: Terraform hashes the installed package against the lock file, starts it, and asks for its
 * schema. Beside it the same command with the provider that is built into Terraform, which is neither hashed nor started.
 */
export async function benchFirstCommand(): Promise<readonly Figure[]> {
  const ours = new Workspace({ environment: {}, files: { "main.tf": HEADER } });
  const builtIn = new Workspace({ environment: {}, files: { "main.tf": BUILT_IN } });
  const folder = folderOf(MIRROR, targetOf(process.platform, process.arch), packageJson.version);
  try {
    for (const workspace of [ours, builtIn]) await workspace.init();
    const command = ["providers", "schema", "-json"];
    const time = await medians(
      {
        ours: () => ours.must(command),
        yardstick: () => builtIn.must(command),
        hash: () => Promise.resolve(hashAll(folder)),
      },
      RUNS,
    );
    return [
      {
        what: "first command after init: terraform providers schema",
        value: Math.round(time.ours),
        unit: "ms",
        limit: null,
        yardstick: `with the built-in provider alone: ${Math.round(time.yardstick)} ms; SHA-256 of the package's files, which Terraform does in each command, takes ${Math.round(time.hash)} ms in Node`,
      },
    ];
  } finally {
    ours.remove();
    builtIn.remove();
  }
}

/** What a checksum of the form `h1:` reads. Source: golang.org/x/mod, sumdb/dirhash, Hash1. */
function hashAll(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, file);
    if (statSync(path).isFile()) createHash("sha256").update(readFileSync(path)).digest();
  }
}
