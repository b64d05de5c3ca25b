import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const ROOT = new URL("../..", import.meta.url).pathname;
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** Entries of REUSE.toml, as far as this repository writes them. Source: REUSE specification 3.3, "REUSE.toml". */
const annotations = read("REUSE.toml")
  .split("[[annotations]]")
  .slice(1)
  .map((entry) => {
    const value = (key: string): string => new RegExp(`^${key} = (.+)$`, "m").exec(entry)?.[1] ?? "";
    const texts = (key: string): readonly string[] =>
      [...value(key).matchAll(/"([^"]+)"/g)].map(([, text = ""]) => text);
    return {
      paths: texts("path"),
      holders: texts("SPDX-FileCopyrightText"),
      licences: (texts("SPDX-License-Identifier")[0] ?? "").split(" AND "),
    };
  });

describe("REUSE.toml", () => {
  it("gives every file a licence and a holder, our own by default", () => {
    expect(annotations[0]?.paths).toEqual(["**"]);
    expect(annotations[0]?.licences).toEqual([packageJson.license]);
    for (const { holders } of annotations) expect(holders).toHaveLength(1);
  });

  it("names files that there are", () => {
    const paths = annotations.flatMap(({ paths }) => paths);
    const gone = paths.filter((path) => globSync(path.replace(/^\*\*$/, "*"), { cwd: ROOT }).length === 0);
    expect(gone).toEqual([]);
  });

  it("has the text of each licence, and no other", () => {
    const named = new Set(annotations.flatMap(({ licences }) => licences));
    expect(readdirSync(join(ROOT, "LICENSES")).sort()).toEqual(
      [...named].map((name) => `${name}.txt`).sort(),
    );
    for (const name of named) expect(existsSync(join(ROOT, "LICENSES", `${name}.txt`)), name).toBe(true);
  });

  it("names the licences of what the Action's bundles hold", () => {
    const notices = read("action/dist/THIRD-PARTY-NOTICES.txt");
    const inside = new Set(
      [...notices.matchAll(/^\S+ \d\S* \((.+)\)$/gm)].map(([, licence = ""]) => licence),
    );
    const bundled = annotations.find(({ paths }) => paths.includes("action/dist/main.cjs"));
    expect(inside.size).toBeGreaterThan(2);
    expect([...(bundled?.licences ?? [])].sort()).toEqual([packageJson.license, ...inside].sort());
  });
});
