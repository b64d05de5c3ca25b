/** What follows a certificate is taken over by a run that has no memory of who ordered it. */
import { describe, expect, it } from "vitest";
import { callerOf, makeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob } from "./support/job.ts";

const START = "2026-04-01T00:00:00Z";
const DUE = "2026-09-10T00:00:00Z";
const CSR = makeCsr("shop.example.test").csr;

async function due(scm: Readonly<Record<string, unknown>> = {}) {
  const job = await startJob({ files: { "shop.csr": CSR }, scm: { now: Date.parse(START), ...scm } });
  const runAt = async (instant: string, inputs: Readonly<Record<string, string>> = {}) => {
    await job.scm.control.setClock(instant);
    const all = { ...job.inputs, csr: "shop.csr", "output-directory": "out", ...inputs };
    return job.runner.run(all, { SECTIGO_TEST_CLOCK: instant });
  };
  return { job, runAt };
}

/** Without a request, SCM takes the one that it has stored, hence the same key. */
async function renewedByColleague({ scm }: Job, sslId: number): Promise<number> {
  const { customerUri, username, password } = scm.credentials;
  const call = callerOf(scm.apiUrl, { customerUri, login: username, password });
  const { status } = await call("POST", `/ssl/v1/renewById/${sslId}`, {});
  expect(status).toBe(200);
  return Math.max(...(await scm.control.certificates()).map((record) => record.sslId));
}

describe("a successor", () => {
  it.each([
    "renew",
    "reuse",
  ])("that a colleague renewed for the same key is delivered, and nothing is ordered: on-existing %s", async (way) => {
    const { job, runAt } = await due();
    await using _ = job;
    const first = await runAt(START);
    await job.scm.control.setClock(DUE);
    const sslId = await renewedByColleague(job, Number(first.outputs["ssl-id"]));
    const run = await runAt(DUE, { "on-existing": way });
    expect(run).toMatchObject({
      code: 0,
      outputs: { outcome: "reused", "ssl-id": String(sslId), changed: "1" },
    });
    expect((await runAt(DUE)).outputs).toMatchObject({
      outcome: "reused",
      "ssl-id": String(sslId),
      changed: "0",
    });
    // The enrollment, and what the colleague ordered.
    expect(await job.orders()).toBe(2);
  });

  it.each([
    "continue",
    "fail",
  ])("that waits for approval leaves the old one in use, and is delivered when it is issued: on-pending %s", async (onPending) => {
    const { job, runAt } = await due({ strict: { renewalNeedsApproval: true } });
    await using _ = job;
    const first = await runAt(START);
    const waiting = await runAt(DUE, { wait: "0", "on-pending": onPending });
    expect(waiting).toMatchObject({
      code: onPending === "fail" ? 3 : 0,
      outputs: { outcome: "pending", fingerprint: first.outputs.fingerprint },
    });
    const again = await runAt(DUE, { wait: "0" });
    expect(again.outputs).toMatchObject({ outcome: "pending", "ssl-id": waiting.outputs["ssl-id"] });
    await job.scm.control.act(Number(waiting.outputs["ssl-id"]), "approve");
    const taken = await runAt(DUE);
    expect(taken).toMatchObject({ code: 0, outputs: { "ssl-id": waiting.outputs["ssl-id"], changed: "1" } });
    expect(taken.outputs.fingerprint).not.toBe(first.outputs.fingerprint);
    expect(await job.orders()).toBe(2);
  });

  it("that a colleague renewed and that is not issued yet bears nothing of ours until its key shows", async () => {
    const { job, runAt } = await due();
    await using _ = job;
    const first = await runAt(START, { comments: "web tier" });
    await job.scm.control.turn({ renewalNeedsApproval: true });
    await job.scm.control.setClock(DUE);
    const { sslId } = await job.scm.control.renew(Number(first.outputs["ssl-id"]));
    const comments = async () => (await job.scm.control.certificate(sslId)).comments;
    const waiting = await runAt(DUE, { wait: "0", comments: "web tier" });
    expect(waiting.outputs).toMatchObject({ outcome: "pending", fingerprint: first.outputs.fingerprint });
    expect(await comments()).toBe("");
    await job.scm.control.act(sslId, "approve");
    await runAt(DUE, { comments: "web tier" });
    expect(await comments()).toBe("");
  });

  it("that a colleague renewed for another key is left to them: the old one serves until it is due, then another is ordered", async () => {
    const { job, runAt } = await due();
    await using _ = job;
    const first = await runAt(START);
    await job.scm.control.renew(Number(first.outputs["ssl-id"]));
    const early = await runAt("2026-05-01T00:00:00Z");
    expect(early.outputs).toMatchObject({ outcome: "reused", fingerprint: first.outputs.fingerprint });
    const later = await runAt(DUE);
    expect(later).toMatchObject({ code: 0, outputs: { outcome: "renewed", ordered: "1" } });
    expect(await job.orders()).toBe(2);
  });
});
