import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import contents from "./licenses/bun-contents.json" with { type: "json" };
import { OWN_RUNTIME } from "./runtime.ts";
import { describeRuntime, RUNTIME_PARTS } from "./runtime-notices.ts";
import { TARGETS } from "./target.ts";

const LICENSES = join(import.meta.dirname, "licenses");
const PAGE = readFileSync(join(LICENSES, "bun-page.md"), "utf8");

describe("what is inside Bun", () => {
  it("has the versions that the program tells, and the program is the one that was looked at", () => {
    const told = spawnSync(OWN_RUNTIME, ["-e", "console.log(JSON.stringify(process.versions))"], {
      encoding: "utf8",
      env: { PATH: process.env.PATH },
    });
    const versions = JSON.parse(told.stdout) as Record<string, string>;
    expect(versions.bun).toBe(contents.bun);
    for (const { name, versionKey, version } of contents.components) {
      expect([name, version]).toEqual([name, versionKey === undefined ? undefined : versions[versionKey]]);
    }
  });

  it("has all that Bun's page lists", () => {
    const [, table = ""] = PAGE.split("## Linked libraries");
    const links = [...(table.split("## Polyfills")[0] ?? "").matchAll(/^\| .*?\]\((\S+?)\)/gm)];
    const listed = links.map(([, link = ""]) => new URL(link));
    expect(listed.length).toBeGreaterThan(25);
    const known = RUNTIME_PARTS.map(({ url }) => new URL(url));
    const isKnown = (link: URL): boolean =>
      known.some(({ host, pathname }) => link.host === host && `${link.pathname}/`.startsWith(pathname));
    expect(listed.filter((link) => !isKnown(link)).map(String)).toEqual([]);
  });

  it("has a text for each, with its source in the first line, and no text without a use", () => {
    const used = new Set(RUNTIME_PARTS.flatMap(({ texts }) => texts));
    for (const text of used) expect(existsSync(join(LICENSES, "texts", `${text}.txt`)) ? "" : text).toBe("");
    for (const file of readdirSync(join(LICENSES, "texts"))) {
      expect([...used, "MIT"]).toContain(file.replace(/\.txt$/, ""));
      expect(readFileSync(join(LICENSES, "texts", file), "utf8")).toMatch(/^Source: \S.*\n\n\s*\S/);
    }
    expect(
      RUNTIME_PARTS.filter(({ texts, license }) => texts.length === 0 && license !== "blessing"),
    ).toEqual([]);
  });
});

describe("describeRuntime", () => {
  it.each(TARGETS)("names $runtime, what is inside, its texts, and how to exchange the parts", ({
    runtime,
  }) => {
    const text = describeRuntime(runtime);
    expect(text.startsWith(`${runtime} ${contents.bun} (MIT)\n`)).toBe(true);
    for (const { name } of RUNTIME_PARTS) expect(text).toContain(`\n${name}`);
    expect(text).toContain("GNU LIBRARY GENERAL PUBLIC LICENSE");
    expect(text).toContain("GNU LESSER GENERAL PUBLIC LICENSE");
    expect(text).toContain("<your bun> build lib/provider.cjs --compile");
    expect(text).toMatch(/linked with WebKit at commit\n {3}[0-9a-f]{40}\./);
  });

  it("refuses a program that was not looked at", () => {
    expect(() => describeRuntime("@oven/bun-plan9")).toThrow("package-lock.json has no @oven/bun-plan9");
  });
});
