import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gatherNotices, licenseTextOf, packageFolderOf } from "./notices.ts";

describe("packageFolderOf", () => {
  it.each([
    ["node_modules/zod/v4/core/a.js", "node_modules/zod"],
    ["node_modules/@grpc/grpc-js/build/src/a.js", "node_modules/@grpc/grpc-js"],
    ["node_modules/a/node_modules/@b/c/d.js", "node_modules/a/node_modules/@b/c"],
    ["provider/main.ts", null],
  ])("finds the package of %s", (path, folder) => {
    expect(packageFolderOf(path)).toBe(folder);
  });
});

describe("S92 gatherNotices", () => {
  it("says under which of two licences a package is used, and has the text of that one alone", () => {
    const text = gatherNotices(["node_modules/node-forge/lib/asn1.js"], null);
    expect(text).toMatch(/^node-forge \S+ \(BSD-3-Clause\)$/m);
    expect(text).toContain("Redistributions in binary form must reproduce the above copyright");
    expect(text).not.toContain("GNU GENERAL PUBLIC LICENSE");
  });

  it("has each package once, in order, with its licence, and the compiler's program", () => {
    const text = gatherNotices(
      ["node_modules/zod/a.js", "core/x.ts", "node_modules/zod/b.js", "node_modules/@grpc/grpc-js/c.js"],
      "@oven/bun-linux-x64",
    );
    const heads = [...text.matchAll(/^(\S+) \d\S* \((.+)\)$/gm)].map(([, name, license]) => [name, license]);
    expect(heads).toEqual([
      ["@grpc/grpc-js", "Apache-2.0"],
      ["zod", "MIT"],
      ["@oven/bun-linux-x64", "MIT"],
    ]);
    expect(text).toContain("TERMS AND CONDITIONS FOR USE");
  });
});

describe("licenseTextOf", () => {
  it("takes a committed text where the package has none, and fails where there is none at all", () => {
    const folder = mkdtempSync(join(tmpdir(), "package-"));
    try {
      expect(licenseTextOf(folder, "@bufbuild/protobuf")).toMatch(
        /^Source: [\s\S]*Apache License[\s\S]*Google Inc/,
      );
      expect(() => licenseTextOf(folder, "nothing-to-read")).toThrow(
        /nothing-to-read ships no licence text; repair: put it into .*nothing-to-read\.txt/,
      );
      writeFileSync(join(folder, "LICENSE"), "\n");
      expect(() => licenseTextOf(folder, "nothing-to-read")).toThrow("ships no licence text");
      writeFileSync(join(folder, "COPYING"), "You may.\n");
      expect(licenseTextOf(folder, "nothing-to-read")).toContain("You may.");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
