import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { AGENT, atStart, DUE, hostFolder, removeHostFolders } from "./support/host.ts";
import type { Job } from "./support/job.ts";

afterEach(removeHostFolders);

const FILES = { "shop.csr": makeCsr("shop.example.test").csr };
let runs = 0;

/** Another run of the workflow, as on a hosted runner: the output folder is empty. */
async function hosted(job: Job, given: Readonly<Record<string, string>> = {}, environment = {}) {
  rmSync(join(job.runner.workspace, "out"), { recursive: true, force: true });
  return kept(job, given, environment);
}

/** Another run where the output folder stays, as on a self-hosted runner. */
function kept(job: Job, given: Readonly<Record<string, string>> = {}, environment = {}) {
  runs += 1;
  const inputs = { ...job.inputs, csr: "shop.csr", "output-directory": "out", ...given };
  return job.runner.run(inputs, { GITHUB_RUN_ID: String(5000 + runs), ...environment });
}

describe("S93 outputs delivered and changed", () => {
  it("a certificate approved between two runs is told as changed by the run that delivers it first, and by no other", async () => {
    await using job = await atStart({ scm: { issueDelayMs: 3_600_000 }, files: FILES });
    const ordered = await hosted(job, { wait: "0" });
    expect(ordered.outputs).toMatchObject({ pending: "1", delivered: "0", changed: "0" });
    const later = "2026-04-03T00:00:00Z";
    await job.scm.control.setClock(later);
    const first = await hosted(job, {}, { SECTIGO_TEST_CLOCK: later });
    expect(first.outputs).toMatchObject({ delivered: "1", changed: "1" });
    expect(JSON.parse(first.outputs.certificates ?? "")).toMatchObject([{ delivered: true, changed: true }]);
    const calls = (await job.scm.control.requests()).length;
    const second = await hosted(job, {}, { SECTIGO_TEST_CLOCK: later });
    expect(second.outputs).toMatchObject({ outcome: "reused", delivered: "1", changed: "0" });
    const written = (await job.scm.control.requests()).slice(calls).filter(({ method }) => method === "PUT");
    expect(written).toEqual([]);
    expect(await job.orders()).toBe(1);
  });

  it("a run that is repeated says changed again, so that a deployment that failed is done again", async () => {
    await using job = await atStart({ files: FILES });
    expect((await hosted(job, {}, { GITHUB_RUN_ID: "1" })).outputs.changed).toBe("1");
    expect((await hosted(job, {}, { GITHUB_RUN_ID: "1" })).outputs.changed).toBe("1");
    expect((await hosted(job, {}, { GITHUB_RUN_ID: "2" })).outputs.changed).toBe("0");
  });

  it("a renewal is changed once; on a runner that keeps its folder the files tell, and SCM is not written to", async () => {
    await using job = await atStart({ files: FILES });
    expect((await kept(job)).outputs.changed).toBe("1");
    expect((await kept(job)).outputs.changed).toBe("0");
    await job.scm.control.setClock(DUE);
    const at = { SECTIGO_TEST_CLOCK: DUE };
    expect((await kept(job, {}, at)).outputs).toMatchObject({ outcome: "renewed", changed: "1" });
    expect((await kept(job, {}, at)).outputs).toMatchObject({ outcome: "reused", changed: "0" });
  });

  it("files of another certificate are replaced and told, whatever SCM's note says; other ends of lines change nothing", async () => {
    await using job = await atStart({ files: FILES });
    await kept(job);
    for (const name of ["leaf", "chain", "full-chain"]) {
      const path = `out/shop.${name}.pem`;
      job.runner.write(path, job.runner.read(path).replaceAll("\n", "\r\n"));
    }
    expect((await kept(job)).outputs.changed).toBe("0");
    job.runner.write("out/shop.leaf.pem", "of long ago");
    expect((await kept(job)).outputs.changed).toBe("1");
    expect((await kept(job, { formats: "metadata" })).outputs.changed).toBe("0");
  });

  it("without output-directory nothing is delivered, and nothing is noted", async () => {
    await using job = await atStart({ files: FILES });
    const run = await kept(job, { "output-directory": "" });
    expect(run.outputs).toMatchObject({ outcome: "enrolled", delivered: "0", changed: "0" });
  });

  it("on a host the files tell", async () => {
    await using job = await atStart();
    const given = { ...job.inputs, ...AGENT, "agent-directory": hostFolder() };
    expect((await job.runner.run(given)).outputs).toMatchObject({ delivered: "1", changed: "1" });
    expect((await job.runner.run(given)).outputs).toMatchObject({ delivered: "1", changed: "0" });
    await job.scm.control.setClock(DUE);
    const renewed = await job.runner.run(given, { SECTIGO_TEST_CLOCK: DUE });
    expect(renewed.outputs).toMatchObject({ outcome: "renewed", changed: "1" });
  });
});
