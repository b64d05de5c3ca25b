import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWorkspace, type Workspace } from "./workspace.ts";

let base: string;
let workspace: Workspace;

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), "sectigo-action-"));
  mkdirSync(join(base, "repo/certs"), { recursive: true });
  mkdirSync(join(base, "elsewhere"));
  writeFileSync(join(base, "repo/certs/shop.csr"), "x");
  writeFileSync(join(base, "elsewhere/secret"), "x");
  workspace = await openWorkspace(join(base, "repo"));
});
afterEach(() => rmSync(base, { recursive: true }));

describe("a path of the workspace", () => {
  it("is taken from the root, relative or absolute", async () => {
    const found = await workspace.existing("certs/shop.csr");
    expect(await workspace.existing(join(base, "repo", "certs", "shop.csr"))).toBe(found);
    expect(workspace.relative(found)).toBe("certs/shop.csr");
  });

  it.each([
    ["up and out", "../elsewhere/secret"],
    ["up and out in the middle", "certs/../../elsewhere/secret"],
    ["an absolute path", "/etc/passwd"],
    ["a name that only begins like the root", "../repo-other"],
  ])("S64 refuses %s", async (_name, path) => {
    await expect(workspace.existing(path)).rejects.toMatchObject({ code: "config.path_outside" });
    await expect(workspace.directory(path)).rejects.toMatchObject({ code: "config.path_outside" });
  });

  it("S64 refuses links that lead out, for reading and for writing", async () => {
    symlinkSync(join(base, "elsewhere"), join(base, "repo/out"));
    symlinkSync(join(base, "elsewhere/secret"), join(base, "repo/certs/link.csr"));
    await expect(workspace.existing("certs/link.csr")).rejects.toMatchObject({ code: "config.path_outside" });
    await expect(workspace.directory("out")).rejects.toMatchObject({ code: "config.path_outside" });
    await expect(workspace.directory("out/deeper")).rejects.toMatchObject({ code: "config.path_outside" });
  });

  it("follows links that stay inside", async () => {
    symlinkSync(join(base, "repo/certs"), join(base, "repo/alias"));
    expect(workspace.relative(await workspace.existing("alias/shop.csr"))).toBe("certs/shop.csr");
  });

  it("names a file that is not there", async () => {
    await expect(workspace.existing("certs/shpo.csr")).rejects.toMatchObject({
      code: "config.path_missing",
      message: expect.stringContaining('"certs/shpo.csr"'),
    });
  });

  it("makes a directory with those above it, and refuses one whose place a file has", async () => {
    expect(workspace.relative(await workspace.directory("out/a/b"))).toBe("out/a/b");
    await expect(workspace.directory("certs/shop.csr")).rejects.toMatchObject({
      code: "config.path_unusable",
    });
  });

  it("is asked for when there is no workspace", async () => {
    await expect(openWorkspace(join(base, "nowhere"))).rejects.toMatchObject({
      hint: expect.stringContaining("checkout"),
    });
  });
});
