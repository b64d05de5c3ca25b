import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCsrSources } from "./csr-files.ts";
import { openWorkspace } from "./workspace.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sectigo-action-"));
  for (const path of ["certs/b.csr", "certs/a.csr", "certs/deep/c.pem", "certs/old/d.csr"]) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), `request of ${path}`);
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const read = async (text: string) =>
  readCsrSources(text, await openWorkspace(root), {
    onlyName: null,
    noMatch(fault) {
      throw fault;
    },
  });
const paths = async (text: string) => (await read(text)).map(({ path }) => path);

describe("readCsrSources", () => {
  it.each([
    ["one path", "certs/b.csr", ["certs/b.csr"]],
    ["a glob, sorted", "certs/*.csr", ["certs/a.csr", "certs/b.csr"]],
    ["a glob of all depths without some", "**/*.csr\n!certs/old/**", ["certs/a.csr", "certs/b.csr"]],
    [
      "lines and comments, each file once",
      "# ours\ncerts/a.csr\ncerts/*.csr",
      ["certs/a.csr", "certs/b.csr"],
    ],
    ["braces", "certs/{a,deep/c}.{csr,pem}", ["certs/a.csr", "certs/deep/c.pem"]],
  ])("S64 takes %s", async (_name, text, found) => {
    expect(await paths(text)).toEqual(found);
  });

  it.each([
    ["one path", "certs/deep/c.pem", ["c"]],
    ["a pattern", "certs/*.csr", ["a", "b"]],
    ["a pattern of all depths", "certs/**/*.csr", ["a", "b", "old/d"]],
    ["paths of two folders", "certs/deep/c.pem\ncerts/old/d.csr", ["deep/c", "old/d"]],
    ["a pattern in the middle", "certs/*/[cd].*", ["deep/c", "old/d"]],
  ])("S64 names each after its file, in its folder below what the lines begin with: %s", async (_name, text, names) => {
    expect((await read(text)).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ["a path", "certs/a.csr\ncerts/b.csr\n!certs/b.csr", ["certs/a.csr"]],
    ["a path by a pattern", "!certs/b*\ncerts/a.csr\ncerts/b.csr", ["certs/a.csr"]],
    ["a pattern by a folder", "**/*.csr\n!certs/old", ["certs/a.csr", "certs/b.csr"]],
  ])("S64 an exclamation mark takes out %s", async (_name, text, found) => {
    const sources = await readCsrSources(text, await openWorkspace(root), {
      onlyName: null,
      noMatch: () => undefined,
    });
    expect(sources.map(({ path }) => path)).toEqual(found);
  });

  it("S64 takes requests in the input itself, one or several", async () => {
    const pem = "-----BEGIN CERTIFICATE REQUEST-----\nAA==\n-----END CERTIFICATE REQUEST-----\n";
    expect((await read(pem)).map(({ name, path }) => [name, path])).toEqual([["certificate", null]]);
    expect((await read(pem + pem)).map(({ name }) => name)).toEqual(["certificate-1", "certificate-2"]);
  });

  it.each([
    ["a file that is not there", "certs/x.csr", "config.path_missing"],
    ["a glob that matches nothing", "certs/*.req", "config.csr_missing"],
    ["nothing", "# none", "config.csr_missing"],
    ["a path out of the workspace", "../x.csr", "config.path_outside"],
    ["two files of one name", "certs/{a.csr,a.pem}", "config.csr_same_name"],
    ["a file that is far too large", "large.csr", "config.csr_too_large"],
  ])("refuses %s", async (_name, text, code) => {
    writeFileSync(join(root, "certs/a.pem"), "x");
    writeFileSync(join(root, "large.csr"), Buffer.alloc(70_000));
    await expect(read(text)).rejects.toMatchObject({ code });
  });

  it("refuses a glob that finds a link out of the workspace", async () => {
    symlinkSync("/etc/passwd", join(root, "certs/passwd.csr"));
    await expect(read("certs/*.csr")).rejects.toMatchObject({ code: "config.path_outside" });
  });
});
