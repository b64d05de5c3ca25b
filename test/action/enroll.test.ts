import { describe, expect, it } from "vitest";
import { readCertificatePem } from "../../core/index.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { startJob } from "./support/job.ts";

const csr = (name: string): string => makeCsr(name).csr;

describe("command: enroll", () => {
  it("S64 S67 enrolls from a file, collects, and writes files, outputs and a summary", async () => {
    await using job = await startJob({ files: { "certs/shop.csr": csr("shop.example.test") } });
    const run = await job.runner.run({ ...job.inputs, csr: "certs/shop.csr", "output-directory": "out" });
    expect(run.log).not.toContain("::error");
    expect(run).toMatchObject({
      code: 0,
      outputs: { outcome: "enrolled", status: "Issued", ordered: "1", pending: "0" },
    });
    const leaf = readCertificatePem(job.runner.read("out/shop.leaf.pem"));
    expect(leaf.subject.commonName).toBe("shop.example.test");
    expect(run.outputs).toMatchObject({
      "serial-number": leaf.serialNumber,
      fingerprint: leaf.fingerprintSha256,
      "not-after": leaf.notAfter.toISOString(),
      "full-chain-path": "out/shop.full-chain.pem",
    });
    expect(run.summary).toContain(
      `| \`shop.example.test\`<br>\`certs/shop.csr\` | 🆕 enrolled ${run.outputs["ssl-id"]}, to deploy<br>until `,
    );
    expect(run.lines.join("\n")).toMatch(/^shop: enrolled \d+, valid until \S+ \(\d+ days\), to deploy$/m);
    expect(run.lines.filter((line) => line !== "").at(-1)).toBe("Certificates: 1 enrolled");
    expect(run.masks).toContain(job.inputs.password);
  });

  it("S65 orders nothing in a second run, and delivers the same certificate", async () => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    const inputs = { ...job.inputs, csr: "shop.csr", "output-directory": "out" };
    const first = await job.runner.run(inputs);
    const second = await job.runner.run(inputs);
    expect(second.outputs).toMatchObject({
      outcome: "reused",
      ordered: "0",
      fingerprint: first.outputs.fingerprint,
    });
    expect(await job.orders()).toBe(1);
  });

  it("delivers all the same when the summary can't be written", async () => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    const run = await job.runner.run(
      { ...job.inputs, csr: "shop.csr" },
      { GITHUB_STEP_SUMMARY: job.runner.workspace },
    );
    expect(run).toMatchObject({ code: 0, outputs: { outcome: "enrolled" } });
    expect(run.annotations).toEqual([
      expect.objectContaining({ severity: "warning", message: expect.stringContaining("EISDIR") }),
    ]);
  });
});
