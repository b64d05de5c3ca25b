import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ROOT } from "../../provider/build/package-layout.ts";
import { copyCheckout } from "../support/checkout-copy.ts";
import { writeCliConfig } from "./support/release.ts";
import { Workspace } from "./support/terraform.ts";

mkdirSync(join(ROOT, "dist"), { recursive: true });
const room = mkdtempSync(join(ROOT, "dist", "fork-"));
const fork = join(room, "checkout");
afterAll(() => rmSync(room, { recursive: true }));

const OWN = "example-org";

function inFork(command: string, ...args: readonly string[]) {
  return spawnSync(command, args, { cwd: fork, encoding: "utf8" });
}

it("a fork sets its namespace in one place, and is installed and started under it", {
  timeout: 300_000,
}, async () => {
  copyCheckout(fork);
  expect(inFork("node", "provider/build/set-namespace.ts", "Not A Name").status).not.toBe(0);
  expect(inFork("git", "status", "--porcelain").stdout).toBe("");
  const { status, stderr } = inFork("node", "provider/build/set-namespace.ts", OWN);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(inFork("git", "grep", "-nI", ["scm", "as", "code"].join("-")).stdout).toBe("");
  const built = inFork("node", "provider/build/package.ts");
  expect({ said: `${built.stdout}${built.stderr}`, status: built.status }).toMatchObject({ status: 0 });
  const main = readFileSync(join(fork, "examples/container/versions.tf"), "utf8");
  expect(main).toContain(`"${OWN}/sectigo"`);
  const workspace = new Workspace({ environment: {}, files: { "main.tf": main } });
  const mirror = JSON.stringify(join(fork, "dist", "mirror"));
  writeCliConfig(join(workspace.folder, "cli.tfrc"), `filesystem_mirror {\n    path = ${mirror}\n  }`);
  try {
    await workspace.init();
    const { stdout } = await workspace.must(["providers", "schema", "-json"]);
    expect(stdout).toContain(`${OWN}/sectigo`);
    expect(stdout).toContain('"sectigo_certificate"');
  } finally {
    workspace.remove();
  }
});
