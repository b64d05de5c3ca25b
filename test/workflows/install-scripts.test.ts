import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const ROOT = new URL("../..", import.meta.url).pathname;
const room = mkdtempSync(join(tmpdir(), "install-scripts-"));
const owned = join(room, "owned");
afterAll(() => rmSync(room, { recursive: true }));

const json = (path: string, content: object): void =>
  writeFileSync(join(room, path), JSON.stringify(content));
const npm = (folder: string, ...words: readonly string[]) =>
  spawnSync("npm", words, {
    ...{ cwd: join(room, folder), encoding: "utf8" },
    env: { PATH: process.env.PATH, HOME: room, npm_config_offline: "true" },
  });

/** Two packages to install: one that wants to run a script, and an application that needs it. */
function arrange(): void {
  for (const folder of ["wanting", "app"]) mkdirSync(join(room, folder));
  const script = `node -e "require('fs').writeFileSync('${owned}', 'x')"`;
  json("wanting/package.json", { name: "wanting", version: "1.0.0", scripts: { postinstall: script } });
  expect(npm("wanting", "pack", "--pack-destination", "..").status).toBe(0);
  json("app/package.json", {
    ...{ name: "app", version: "1.0.0", dependencies: { wanting: "file:../wanting-1.0.0.tgz" } },
    allowScripts: {},
  });
  expect(npm("app", "install", "--package-lock-only", "--ignore-scripts").status).toBe(0);
}

it("npm ci fails on a package that wants to run a script and is not listed; without the setting it runs", () => {
  arrange();
  copyFileSync(join(ROOT, ".npmrc"), join(room, "app/.npmrc"));
  const refused = npm("app", "ci");
  expect(refused.status).not.toBe(0);
  expect(refused.stderr).toContain("ESTRICTALLOWSCRIPTS");
  expect(existsSync(owned)).toBe(false);
  rmSync(join(room, "app/.npmrc"));
  npm("app", "ci");
  expect(existsSync(owned)).toBe(true);
});
