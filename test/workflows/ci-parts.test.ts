import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { PARTS } from "../suite/parts.ts";
import config from "../vitest.config.ts";

const ci = parse(readFileSync(new URL("../../.github/workflows/ci.yml", import.meta.url), "utf8")) as {
  readonly jobs: {
    readonly part: { readonly strategy: { readonly matrix: { readonly script: readonly string[] } } };
    readonly passed: { readonly needs: string; readonly if: string };
  };
};
const scripts: Readonly<Record<string, string>> = packageJson.scripts;

it("CI has a job for every part of npm test, and leaves those of test:long to the nightly workflow", () => {
  const run = ci.jobs.part.strategy.matrix.script.map((script) => scripts[script]);
  const parts = Object.keys(PARTS).filter((part) => !PARTS[part]?.isLong);
  expect(run).toEqual(parts.map((part) => `node test/run.ts ${part}`));
});

it("CI's gate waits for every part, and runs when one has failed", () => {
  expect(ci.jobs.passed).toMatchObject({ needs: "part", if: "always()" });
});

it("every project of the tests is a part", () => {
  const projects = config.test?.projects?.map((project) => {
    if (typeof project !== "object" || !("test" in project)) throw new Error("a project is not written out");
    return project.test?.name;
  });
  expect(projects).toEqual(Object.values(PARTS).flatMap(({ project }) => project ?? []));
});
