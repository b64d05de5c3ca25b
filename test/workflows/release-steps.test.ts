import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

const FILE = new URL("../../.github/workflows/release.yml", import.meta.url);
const room = mkdtempSync(join(tmpdir(), "release-steps-"));
afterAll(() => rmSync(room, { recursive: true }));

const CHANGELOG = "# Changes\n\n## 1.10.0\n\n- new\n\n## 1.1.0\n\n- old\n- older\n\n## 1.0.0\n\n- first\n";
writeFileSync(join(room, "CHANGELOG.md"), CHANGELOG);
writeFileSync(join(room, "package.json"), '{ "version": "1.1.0" }\n');

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { name?: string; run?: string }[] }>>;
}
const { jobs } = parse(readFileSync(FILE, "utf8")) as Workflow;

/** Runs a step of the workflow by its name, as the runner does. */
function step(name: string, tag: string): number | null {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const { run } = steps.find((each) => each.name === name) ?? {};
  if (run === undefined) throw new Error(`release.yml has no step "${name}"`);
  const env = { PATH: process.env.PATH, GITHUB_REF_NAME: tag };
  return spawnSync("bash", ["-e", "-c", run], { cwd: room, env }).status;
}

describe("release.yml", () => {
  it.each([
    ["v1.1.0", 0],
    // The version of package.json is another one.
    ["v1.10.0", 1],
    ["v1.2.0", 1],
  ])("goes on from the tag %s with %i", (tag, code) => {
    expect(step("the tag is the version, and the changelog has it", tag)).toBe(code);
  });

  it("stops where the changelog has only a section that begins alike", () => {
    writeFileSync(join(room, "package.json"), '{ "version": "1.0" }\n');
    expect(step("the tag is the version, and the changelog has it", "v1.0")).toBe(1);
  });

  it("tells what changed in this version, and nothing of others", () => {
    expect(step("take the notes of this version from the changelog", "v1.1.0")).toBe(0);
    expect(readFileSync(join(room, "notes.md"), "utf8").trim()).toBe("- old\n- older");
    expect(step("take the notes of this version from the changelog", "v3.0.0")).toBe(1);
  });
});
