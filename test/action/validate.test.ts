import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startJob } from "./support/job.ts";

const DAY_MS = 86_400_000;
const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

describe("command: validate", () => {
  it("S87 says which validations have ended or end soon, and writes nothing to SCM", async () => {
    await using job = await startJob();
    await job.scm.control.changeDomain("example.test", { validUntil: day(100) });
    await job.scm.control.changeDomain("*.example.test", { validUntil: day(20) });
    const run = await job.runner.run({ ...job.inputs, command: "validate" });
    expect(run.code).toBe(0);
    const rows = JSON.parse(run.outputs.validations ?? "") as { domain: string; state: string }[];
    expect(Object.fromEntries(rows.map(({ domain, state }) => [domain, state]))).toMatchObject({
      "example.test": "valid",
      "*.example.test": "ends",
      "labs.test": "ends",
      "expired.test": "ended",
    });
    expect(run.outputs["validations-ending"]).toBe("3");
    expect(run.summary).toMatch(/`expired\.test` \| ended/);
    expect(run.log).toMatch(/::warning.*Validations of domains have ended/);
    const requests = await job.scm.control.requests();
    expect(requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("looks as far ahead as it is told, at the organizations that are named, and fails by fail-on", async () => {
    await using job = await startJob();
    const labs = { ...job.inputs, command: "validate", "organization-ids": "7108" };
    const far = await job.runner.run({ ...labs, "expires-within-days": "5", "fail-on": "warning" });
    const rows = JSON.parse(far.outputs.validations ?? "") as { domain: string; state: string }[];
    expect(rows.find(({ domain }) => domain === "labs.test")?.state).toBe("valid");
    expect(rows.map(({ domain }) => domain)).not.toContain("undelegated.test");
    const near = await job.runner.run({ ...labs, "expires-within-days": "10", "fail-on": "warning" });
    expect(near.code).toBe(1);
  });
});

describe("command: check", () => {
  it("S87 warns of validations that end before the renewal of a certificate", async () => {
    await using job = await startJob({ files: { "shop.csr": makeCsr("shop.example.test").csr } });
    const inputs = { ...job.inputs, csr: "shop.csr" };
    expect((await job.runner.run({ ...inputs, command: "enroll", wait: "20s" })).code).toBe(0);
    const fine = await job.runner.run({ ...inputs, command: "check" });
    expect(fine.log).not.toMatch(/Validations end before/);
    for (const domain of ["example.test", "*.example.test"])
      await job.scm.control.changeDomain(domain, { validUntil: day(60) });
    const warned = await job.runner.run({ ...inputs, command: "check" });
    expect(warned.code).toBe(0);
    expect(warned.log).toMatch(/::warning.*Validations end before this certificate is renewed on/);
    const skipped = await job.runner.run({ ...inputs, command: "check", "skip-validation-check": "true" });
    expect(skipped.log).not.toMatch(/Validations end before/);
  });
});

describe("command: contract", () => {
  it("S88 asks the account, and writes a report without names, which it shows too", async () => {
    await using job = await startJob({ scm: { records: 60, strict: { newestFirst: true } } });
    const run = await job.runner.run({ ...job.inputs, command: "contract", report: "reports/scm.md" });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.outputs["contract-unusual"] ?? "")).toEqual(
      expect.arrayContaining([expect.objectContaining({ point: "list-order" })]),
    );
    expect(run.outputs["contract-report"]).toBe("reports/scm.md");
    const report = readFileSync(join(job.runner.workspace, "reports/scm.md"), "utf8");
    expect(report).toMatch(/In which order do lists come\? \| \*\*unusual\*\*: by falling ids/);
    expect(run.summary).toContain("How this account reads what the documents leave open");
    for (const name of [job.scm.credentials.customerUri, job.scm.credentials.username, "example.test"])
      expect(`${report}${run.summary}`).not.toContain(name);
    expect(await job.orders()).toBe(0);
  });
});
