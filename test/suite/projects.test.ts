import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { expect, it } from "vitest";
import config from "../vitest.config.ts";

it("has every file of tests in a project, so that none is written and never run", () => {
  const { projects = [] } = config.test ?? {};
  const patterns = projects.flatMap((project) =>
    typeof project === "object" && "test" in project ? (project.test?.include ?? []) : [],
  );
  const run = new Set(globSync(patterns, { exclude: (name) => name === "node_modules" }));
  const { stdout } = spawnSync("git", ["ls-files", "-z", "*.test.ts"], { encoding: "utf8" });
  const files = stdout.split("\0").filter((file) => file !== "");
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((file) => !run.has(file))).toEqual([]);
});
