/** Installs Debian's ACME clients where they are missing and this user may. Ends with 1 and the remedy where it can't. */
import { spawnSync } from "node:child_process";

const CLIENTS = ["lego", "dehydrated"];

const missing = (): readonly string[] =>
  CLIENTS.filter((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).error !== undefined);

if (missing().length > 0 && process.getuid?.() === 0) {
  spawnSync("apt-get", ["update"], { stdio: "inherit" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...missing()], { stdio: "inherit" });
}
if (missing().length > 0) {
  console.error(`Long tests run ACME clients, and there is no ${missing().join(" and no ")}.`);
  process.exitCode = 1;
}
