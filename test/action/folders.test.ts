import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startJob } from "./support/job.ts";

const FILES = {
  "certs/prod/tls.csr": makeCsr("shop.example.test").csr,
  "certs/staging/tls.csr": makeCsr("shop.staging.example.test").csr,
};

describe("S64 whole folders of requests", () => {
  it("keep their folders below the output directory, and a new file moves no other", async () => {
    await using job = await startJob({ files: FILES });
    const inputs = { ...job.inputs, csr: "certs/**/*.csr", "output-directory": "out" };
    const run = await job.runner.run(inputs);
    expect(run).toMatchObject({ code: 0, outputs: { ordered: "2", delivered: "2" } });
    expect(JSON.parse(run.outputs.certificates ?? "")).toMatchObject([
      { name: "prod/tls", paths: { leaf: "out/prod/tls.leaf.pem" } },
      { name: "staging/tls", paths: { leaf: "out/staging/tls.leaf.pem" } },
    ]);
    job.runner.write("certs/new.csr", makeCsr("new.example.test").csr);
    const next = await job.runner.run({ ...inputs, csr: "certs/**/*.csr\n!certs/prod/tls.csr" });
    expect(next.outputs).toMatchObject({ ordered: "1", delivered: "2", changed: "1" });
    for (const path of ["out/new.leaf.pem", "out/staging/tls.leaf.pem"])
      expect(existsSync(join(job.runner.workspace, path))).toBe(true);
  });

  it("a folder that can't be made is found before anything is ordered", async () => {
    await using job = await startJob({ files: { ...FILES, "out/staging": "a file" } });
    const run = await job.runner.run({ ...job.inputs, csr: "certs/**/*.csr", "output-directory": "out" });
    expect(run.code).toBe(2);
    expect(await job.orders()).toBe(0);
  });

  it.each([
    ["error", 2, "error"],
    ["warn", 0, "warning"],
    ["ignore", 0, null],
  ])("a pattern that matches nothing, with if-no-files-found: %s, ends with %d", async (word, code, severity) => {
    await using job = await startJob({ files: FILES });
    for (const command of ["check", "enroll"]) {
      const run = await job.runner.run({
        ...{ ...job.inputs, command, csr: "certs/old/*.csr", "if-no-files-found": word },
      });
      expect(run.code).toBe(code);
      expect(run.annotations.map((each) => each.severity)).toEqual(severity === null ? [] : [severity]);
    }
    expect(await job.scm.control.requests()).toEqual([]);
  });

  it("a pattern that matches nothing stops no other line when it is only to be warned of", async () => {
    await using job = await startJob({ files: FILES });
    const given = { csr: "nowhere/*.csr\ncerts/prod/tls.csr", "if-no-files-found": "warn" };
    const run = await job.runner.run({ ...job.inputs, ...given });
    expect(run).toMatchObject({ code: 0, outputs: { ordered: "1" } });
    const missing = await job.runner.run({
      ...job.inputs,
      csr: "nowhere.csr",
      "if-no-files-found": "ignore",
    });
    expect(missing.code).toBe(2);
  });
});
