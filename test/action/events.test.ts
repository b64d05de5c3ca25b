import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob } from "./support/job.ts";

const HERE = "example/infra";
const afterRun = (event: string, from: string | null) => ({
  repository: { full_name: HERE },
  workflow_run: { event, head_repository: from === null ? null : { full_name: from } },
});

function jobOn(name: string, event: unknown): Promise<Job> {
  return startJob({
    files: { "shop.csr": makeCsr("shop.example.test").csr, ".event.json": JSON.stringify(event) },
    environment: { GITHUB_EVENT_NAME: name },
  });
}

const eventOf = (job: Job) => ({ GITHUB_EVENT_PATH: `${job.runner.workspace}/.event.json` });

describe("S91 runs of pull requests", () => {
  it.each<[string, unknown, RegExp]>([
    ["pull_request", {}, /event is pull_request,/],
    ["pull_request_target", {}, /event is pull_request_target/],
    ["pull_request_review", {}, /event is pull_request_review/],
    ["workflow_run", afterRun("push", "mallory/infra"), /run of another repository/],
    ["workflow_run", afterRun("push", null), /run of another repository/],
    ["workflow_run", afterRun("pull_request", HERE), /workflow_run after pull_request/],
    ["workflow_run", {}, /run of another repository/],
  ])("%s orders and revokes nothing, and says what to do", async (name, event, message) => {
    await using job = await jobOn(name, event);
    for (const given of [
      { command: "enroll", csr: "shop.csr" },
      { command: "revoke", "ssl-id": "40200" },
    ]) {
      const run = await job.runner.run({ ...job.inputs, ...given }, eventOf(job));
      expect(run.code).toBe(2);
      expect(run.annotations).toHaveLength(1);
      expect(run.annotations[0]?.message).toMatch(message);
      expect(run.annotations[0]?.message).toContain("allow-pull-requests: true");
      expect(run.summary).toContain("command: check");
    }
    expect(await job.scm.control.requests()).toEqual([]);
  });

  it("write nothing back to SCM, and import all the same", async () => {
    await using job = await jobOn("pull_request", {});
    job.runner.write("rules.json", "[]");
    const inputs = { ...job.inputs, command: "import", rules: "rules.json" };
    const run = await job.runner.run({ ...inputs, "write-back": "apply" }, eventOf(job));
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toMatch(/nothing is written to SCM there.*write-back: dry-run/s);
    expect(await job.scm.control.requests()).toEqual([]);
    expect((await job.runner.run(inputs, eventOf(job))).code).toBe(0);
  });

  it("order when the input says so", async () => {
    await using job = await jobOn("pull_request", {});
    const inputs = { ...job.inputs, csr: "shop.csr", "allow-pull-requests": "true" };
    expect(await job.runner.run(inputs, eventOf(job))).toMatchObject({ code: 0, outputs: { ordered: "1" } });
  });

  it.each<[string, unknown]>([
    ["push", {}],
    ["schedule", {}],
    ["workflow_dispatch", {}],
    ["merge_group", {}],
    ["workflow_run", afterRun("push", HERE)],
  ])("%s orders", async (name, event) => {
    await using job = await jobOn(name, event);
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr" }, eventOf(job));
    expect(run).toMatchObject({ code: 0, outputs: { ordered: "1" } });
  });
});
