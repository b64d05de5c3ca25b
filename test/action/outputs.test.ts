import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob } from "./support/job.ts";
import type { StepRun } from "./support/runner.ts";

const START = "2026-04-01T00:00:00Z";
const SCHEMA = new URL("../../action/schemas/certificates-1.schema.json", import.meta.url);
const isByTheSchema = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(SCHEMA, "utf8")) as object,
);

type Row = Readonly<Record<string, unknown>>;

function rowsOf({ outputs }: StepRun): readonly Row[] {
  const rows: unknown = JSON.parse(outputs.certificates ?? "");
  expect(isByTheSchema(rows), JSON.stringify(isByTheSchema.errors)).toBe(true);
  return rows as Row[];
}

async function started(scm: Parameters<typeof startJob>[0] = {}): Promise<Job & { at: At }> {
  const job = await startJob({
    ...scm,
    scm: { now: Date.parse(START), ...scm?.scm },
    files: { "shop.csr": makeCsr("shop.example.test").csr },
  });
  const at: At = async (instant, given = {}) => {
    await job.scm.control.setClock(instant);
    const inputs = { ...job.inputs, csr: "shop.csr", "output-directory": "out", ...given };
    return job.runner.run(inputs, { SECTIGO_TEST_CLOCK: instant });
  };
  return { ...job, at };
}

type At = (instant: string, given?: Readonly<Record<string, string>>) => Promise<StepRun>;

describe("outputs say what this run did", () => {
  it("counts orders of this run alone: one of before that was approved since is taken over", async () => {
    await using job = await started({ scm: { autoApprove: false } });
    const first = await job.at(START, { wait: "0" });
    expect(first.outputs).toMatchObject({ outcome: "pending", ordered: "1", pending: "1", delivered: "0" });
    const waiting = await job.at(START, { wait: "0", "on-pending": "fail" });
    expect(waiting).toMatchObject({
      code: 3,
      outputs: { ordered: "0", pending: "1", failed: "0", "error-code": "pending.not_issued" },
    });
    expect(waiting.outputs.reason).toMatch(/is not issued yet/);
    expect(waiting.summary).toMatch(/- ❌ `shop\.csr`: Certificate \d+ is not issued yet/);
    await job.scm.control.act(Number(first.outputs["ssl-id"]), "approve");
    const second = await job.at(START);
    expect(second.outputs).toMatchObject({ outcome: "reused", ordered: "0", delivered: "1", changed: "1" });
    expect(rowsOf(second)).toEqual([expect.objectContaining({ ordered: false })]);
    const third = await job.at(START);
    expect(third.outputs).toMatchObject({ ordered: "0", reused: "1", renewed: "0", replaced: "0" });
    expect(third.outputs.reason).toMatch(/stays: renewed from 2026-/);
    expect(third.outputs["error-code"]).toBe("");
  });

  it("the summary says what is new to deploy only of files", async () => {
    await using job = await started();
    const without = await job.at(START, { "output-directory": "" });
    expect(without.summary).toContain("**This run ordered 1 certificate.** No files were written.");
    expect((await job.at(START)).summary).toContain("New to deploy: 1 certificate.");
    expect((await job.at(START)).summary).toContain(
      "**This run ordered no certificates.** Nothing is new to deploy.",
    );
  });

  it("says when the renewal is due, and the run of that day renews", async () => {
    await using job = await started();
    const due = (await job.at(START)).outputs["renewal-due"] ?? "";
    const before = new Date(Date.parse(due) - 1000).toISOString();
    expect((await job.at(before)).outputs).toMatchObject({ outcome: "reused", "renewal-due": due });
    expect((await job.at(due)).outputs).toMatchObject({ outcome: "renewed", renewed: "1", ordered: "1" });
  });

  it("tells of the certificate that is delivered while its successor waits", async () => {
    await using job = await started({ scm: { strict: { renewalNeedsApproval: true } } });
    const first = await job.at(START);
    for (const night of ["2026-10-10T00:00:00Z", "2026-10-11T00:00:00Z"]) {
      const { outputs } = await job.at(night, { wait: "0" });
      const { fingerprint, names } = first.outputs;
      expect(outputs).toMatchObject({
        fingerprint,
        names,
        "ssl-id": first.outputs["ssl-id"],
        status: "Issued",
      });
      expect(Number(outputs["successor-ssl-id"])).toBeGreaterThan(Number(first.outputs["ssl-id"]));
      expect(JSON.parse(job.runner.read("out/shop.json"))).toMatchObject({ fingerprint });
    }
  });

  it("says why it failed, with a code, also when nothing came to pass", async () => {
    await using job = await started();
    const wrong = await job.at(START, { organization: "Exampel Ltd" });
    expect(wrong).toMatchObject({ code: 2, outputs: { "error-code": "config.organization" } });
    expect(wrong.outputs.reason).toContain("Exampel Ltd");
    const many = await job.at(START, { "max-orders": "0" });
    expect(many.outputs).toMatchObject({ "error-code": "config.max_orders", ordered: "0", failed: "1" });
    const refused = await job.at(START, { "allowed-names": "other.example.test" });
    expect(refused.outputs).toMatchObject({ "error-code": "request.finding", failed: "1" });
    expect(refused.outputs.reason).toContain("shop.example.test");
    const checked = await job.at(START, { command: "check", "allowed-names": "other.example.test" });
    expect(checked.outputs["error-code"]).not.toBe("");
  });

  it.each([
    ["enroll", "180", 0],
    ["enroll", "200", 1],
    ["check", "200", 1],
  ])("fail-below-days: command %s with %s ends with %d", async (command, least, code) => {
    await using job = await started();
    await job.at(START);
    const run = await job.at("2026-04-10T00:00:00Z", { command, "fail-below-days": least });
    expect(run.code).toBe(code);
    if (code === 0) return;
    expect(run.outputs["error-code"]).toBe("state.days_left");
    expect(run.annotations).toContainEqual(expect.objectContaining({ severity: "error", file: "shop.csr" }));
    if (command === "enroll") expect(run.outputs).toMatchObject({ delivered: "1", reused: "1", failed: "1" });
  });

  it("a matrix has what can be deployed, and of each no more than a job needs", async () => {
    await using job = await started();
    job.runner.write("weak.csr", makeCsr("weak.example.test", "RSA-1024").csr);
    const run = await job.at(START, { csr: "*.csr" });
    expect(rowsOf(run).map(({ outcome }) => outcome)).toEqual(["enrolled", "failed"]);
    const { include } = JSON.parse(run.outputs.matrix ?? "") as { include: readonly Row[] };
    expect(include).toHaveLength(1);
    expect(Object.keys(include[0] ?? {}).sort()).toEqual([
      "changed",
      "commonName",
      "csr",
      "daysLeft",
      "fingerprint",
      "name",
      "outcome",
      "paths",
      "sslId",
    ]);
  });

  it("what GitHub would refuse is in a file that another step of the job can read, and the rest is where it was", async () => {
    await using job = await startJob({ scm: { now: Date.parse(START), records: 2500 } });
    const temp = { RUNNER_TEMP: job.runner.workspace, SECTIGO_TEST_CLOCK: START };
    const run = await job.runner.run({ ...job.inputs, command: "inventory", limit: "2500" }, temp);
    expect(run.code, run.log).toBe(0);
    const files = JSON.parse(run.outputs["large-outputs"] ?? "") as Readonly<Record<string, string>>;
    expect(run.outputs.inventory).toBe("");
    const rows = JSON.parse(readFileSync(files.inventory ?? "", "utf8")) as readonly object[];
    expect(rows).toHaveLength(Number(run.outputs.total));
    expect(Object.values(run.outputs).join("").length * 2).toBeLessThan(1_000_000);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ severity: "notice", message: expect.stringContaining("1 MB") as unknown }),
    );
  });

  it("a matrix ends at the 256 jobs that GitHub starts, with a notice and all of them in certificates", async () => {
    await using job = await started();
    for (const index of Array.from({ length: 257 }).keys())
      job.runner.write(`many-${index}.csr`, makeCsr(`many-${index}.example.test`).csr);
    const run = await job.at(START, { csr: "many-*.csr", formats: "leaf", "max-orders": "257" });
    expect(run.code, run.log).toBe(0);
    const { include } = JSON.parse(run.outputs.matrix ?? "") as { include: readonly Row[] };
    expect(include).toHaveLength(256);
    expect(rowsOf(run)).toHaveLength(257);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        severity: "notice",
        message: expect.stringContaining("256 of 257") as unknown,
      }),
    );
  });
});
