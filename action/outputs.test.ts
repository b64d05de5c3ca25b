import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { githubOutlet } from "./outlet.ts";
import { writeOutputs } from "./outputs.ts";
import type { Problem } from "./problem.ts";
import type { Step } from "./step.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sectigo-outputs-"));
  writeFileSync(join(folder, "output"), "");
  vi.stubEnv("GITHUB_OUTPUT", join(folder, "output"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function step(told: Problem[]): Step {
  const log = {
    say: () => undefined,
    debug: () => undefined,
    group: <T>(_title: string, work: () => Promise<T>) => work(),
    tell: (problem: Problem) => void told.push(problem),
    mask: () => undefined,
  };
  return {
    ...{
      log,
      outlet: githubOutlet(),
      random: () => 0.5,
      variables: { RUNNER_TEMP: folder, GITHUB_ACTION: "certs" },
    },
    workspace: {
      root: folder,
      existing: async (path) => path,
      directory: async (path) => path,
      judgeDirectory: async () => undefined,
      relative: (path) => path,
    },
    clock: { now: () => new Date(0), wait: async () => undefined } as Step["clock"],
    signal: new AbortController().signal,
  };
}

describe("writeOutputs", () => {
  it("puts the largest into files where GitHub would refuse them, empties them, and says where they are", async () => {
    const told: Problem[] = [];
    const certificates = JSON.stringify([{ name: "x".repeat(600_000), sslId: 1, outcome: "reused" }]);
    expect(await writeOutputs({ certificates, ordered: "3" }, step(told))).toBe(true);
    const place = join(folder, "sectigo-certs-certificates");
    expect(readFileSync(place, "utf8")).toBe(certificates);
    const written = readFileSync(join(folder, "output"), "utf8");
    expect(written.length).toBeLessThan(1000);
    expect(written).toMatch(/^certificates<<(\S+)\n\n\1$/m);
    expect(written).toContain(JSON.stringify({ certificates: place }));
    expect(told).toMatchObject([{ severity: "notice", detail: expect.stringContaining(place) }]);
  });

  it("leaves what fits where it is", async () => {
    const told: Problem[] = [];
    await writeOutputs({ certificates: "[]" }, step(told));
    expect(readFileSync(join(folder, "output"), "utf8")).toMatch(/^certificates<<(\S+)\n\[\]\n\1$/m);
    expect(told).toEqual([]);
  });
});
