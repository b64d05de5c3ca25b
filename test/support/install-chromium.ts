/** Installs Debian's Chromium where there is no browser yet and this user may. Ends with 1 and the remedy where it can't. */
import { spawnSync } from "node:child_process";
import { CHROMIUM_REMEDY, findChromium } from "./chromium.ts";

if (findChromium(process.env.PATH ?? "") === null) {
  const isRoot = process.getuid?.() === 0;
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]])
    if (isRoot) spawnSync("apt-get", args, { stdio: "inherit" });
}
if (findChromium(process.env.PATH ?? "") === null) {
  console.error(`The inventory's page is tested in a browser, and there is none. Repair: ${CHROMIUM_REMEDY}`);
  process.exitCode = 1;
}
