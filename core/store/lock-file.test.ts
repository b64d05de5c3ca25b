import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { storeFolder } from "../../test/support/inventory.ts";
import { takeLock } from "./lock-file.ts";

const ACCOUNT = { host: "fake", customerUri: "cst01234", administrator: "svc" };

/** What another process prints that runs this module. */
function elsewhere(module: string): string {
  const folder = JSON.stringify(new URL(".", import.meta.url).href);
  const script = `const at = (name) => import(${folder} + name);\n${module}`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).trim();
}

it("S31 a lock is still held after others of its own process have asked for it", async () => {
  using folder = storeFolder();
  const held = await takeLock(folder.path, ACCOUNT);
  expect(await takeLock(folder.path, ACCOUNT)).toBeNull();
  const ask = `const { takeLock } = await at("lock-file.ts");
    console.log(await takeLock(${JSON.stringify(folder.path)}, ${JSON.stringify(ACCOUNT)}) === null ? "taken" : "free");`;
  expect(elsewhere(ask)).toBe("taken");
  held?.release();
  expect(elsewhere(ask)).toBe("free");
});
