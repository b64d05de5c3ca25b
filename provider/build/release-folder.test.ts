import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clearReleaseFolder } from "./release-folder.ts";

const RELEASE = [
  "terraform-provider-sectigo_1.2.3_linux_amd64.zip",
  "terraform-provider-sectigo_1.2.3_SHA256SUMS",
  "terraform-provider-sectigo_1.2.3_SHA256SUMS.sig",
  "scm-as-code-cdktn-provider-sectigo-1.2.3.tgz",
];
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "release-folder-"));
  for (const name of RELEASE) writeFileSync(join(folder, name), "");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("clearReleaseFolder", () => {
  it("empties a former release, and makes a folder that is not there", () => {
    clearReleaseFolder(folder);
    expect(readdirSync(folder)).toEqual([]);
    clearReleaseFolder(join(folder, "a", "b"));
    expect(readdirSync(join(folder, "a", "b"))).toEqual([]);
  });

  it.each([
    ["a file of another kind", (name: string) => writeFileSync(name, "")],
    ["a folder", (name: string) => mkdirSync(name)],
  ])("refuses a folder that holds %s, and leaves all of it", (_what, make) => {
    make(join(folder, "thesis.txt"));
    expect(() => clearReleaseFolder(folder)).toThrow(/holds more than a release \(thesis\.txt\)/);
    expect(readdirSync(folder).sort()).toEqual([...RELEASE, "thesis.txt"].sort());
  });

  it("refuses a folder of a release's name", () => {
    mkdirSync(join(folder, "terraform-provider-sectigo_1.2.3_darwin_arm64.zip"));
    expect(() => clearReleaseFolder(folder)).toThrow("holds more than a release");
  });
});
