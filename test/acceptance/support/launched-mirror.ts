import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { folderOf, HOSTS, layoutOf, MIRROR, ROOT } from "../../../provider/build/package-layout.ts";
import { targetOf } from "../../../provider/build/target.ts";

/** Beside the real one; never packed. */
const LAUNCHED = join(ROOT, "dist", "launched-mirror");

/**
 * Once for all acceptance tests: a mirror whose package is three lines that start the built package. Terraform hashes what is
 * installed in every command, and 120 MB of it are a fifth of a command's processor time. The package itself is installed
 * and hashed by the tests of the release, the guides and musl.
 */
export default function setup(): void {
  const target = targetOf(process.platform, process.arch);
  const { version } = packageJson;
  const { entry } = layoutOf(target, version);
  const real = join(folderOf(MIRROR, target, version), entry);
  for (const host of HOSTS) {
    const file = join(folderOf(LAUNCHED, target, version, host), entry);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\nexec '${real}' "$@"\n`);
    chmodSync(file, 0o755);
  }
  process.env.TEST_MIRROR = LAUNCHED;
}
