import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = new URL("../..", import.meta.url).pathname;
const read = (path: string): string => readFileSync(`${ROOT}${path}`, "utf8");

/** File names of all tests. */
function testNames(): ReadonlySet<string> {
  const files = ["action", "core", "provider", "test"].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: "utf8" }),
  );
  return new Set(files.filter((file) => file.endsWith(".test.ts")).map((file) => basename(file)));
}

describe("tests that documents name", () => {
  it("SECURITY.md names for each promise a test that is there", () => {
    const promises = read("SECURITY.md")
      .split("\n\n")
      .find((paragraph) => paragraph.startsWith("- Credentials go"))
      ?.split(/\n(?=- )/);
    expect(promises?.length).toBeGreaterThan(9);
    for (const promise of promises ?? []) {
      const named = [...promise.matchAll(/`([\w/-]+\.test\.ts)`/g)].map(([, path = ""]) => path);
      expect(named.length, promise).toBeGreaterThan(0);
      expect(named.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
    }
  });

  it("the threat model has a row for each of the eight kinds that a red team found, with a test that is there", () => {
    const known = testNames();
    const rows = read("docs/threat-model.md").match(/^\| \d+ \|.*$/gm) ?? [];
    expect(rows.map((row) => Number(/\d+/.exec(row)?.[0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const row of rows) {
      const named = [...row.matchAll(/`([\w-]+\.test\.ts)`/g)].map(([, name = ""]) => name);
      expect(named.length, row).toBeGreaterThan(0);
      expect(
        named.filter((name) => !known.has(name)),
        row,
      ).toEqual([]);
    }
  });

  it("the threat model names no test that is not there", () => {
    const known = testNames();
    const named = [...read("docs/threat-model.md").matchAll(/`([\w/-]+\.test\.ts)`/g)];
    expect(named.length).toBeGreaterThan(9);
    expect(named.map(([, path = ""]) => basename(path)).filter((name) => !known.has(name))).toEqual([]);
  });
});
