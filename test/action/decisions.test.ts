/** What a run decides about what SCM holds for a request, through the bundle. */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Job, startJob } from "./support/job.ts";

const csr = (name: string): string => makeCsr(name).csr;
const START = "2026-04-01T00:00:00Z";
const DUE = "2026-09-10T00:00:00Z";
const HARD = "2026-10-14T00:00:00Z";

async function jobAt(scm: Parameters<typeof startJob>[0] = {}): Promise<Job> {
  return startJob({
    files: { "shop.csr": csr("shop.example.test") },
    environment: { SECTIGO_TEST_CLOCK: START },
    ...scm,
    scm: { now: Date.parse(START), ...scm.scm },
  });
}

async function moveTo(job: Job, instant: string) {
  await job.scm.control.setClock(instant);
  return { SECTIGO_TEST_CLOCK: instant };
}

const inputsOf = (job: Job, more = {}) => ({ ...job.inputs, csr: "shop.csr", wait: "0", ...more });

describe("a request that was refused", () => {
  it.each([
    "decline",
    "reject",
    "invalidate",
  ])("%s is an end: every run says so, and none orders", async (act) => {
    await using job = await jobAt({ scm: { autoApprove: false } });
    const first = await job.runner.run(inputsOf(job));
    await job.scm.control.act(Number(first.outputs["ssl-id"]), act);
    for (const command of ["enroll", "check", "enroll"]) {
      const run = await job.runner.run(inputsOf(job, { command }));
      expect(run.code).toBe(1);
      expect(run.annotations).toContainEqual(
        expect.objectContaining({
          severity: "error",
          message: expect.stringMatching(/change the CSR, its names or order-key/),
        }),
      );
    }
    expect(await job.orders()).toBe(1);
  });

  it("is ordered anew once something changed", async () => {
    await using job = await jobAt({ scm: { autoApprove: false } });
    const first = await job.runner.run(inputsOf(job));
    await job.scm.control.act(Number(first.outputs["ssl-id"]), "decline");
    const again = await job.runner.run(inputsOf(job, { "order-key": "2" }));
    expect(again).toMatchObject({ code: 0, outputs: { outcome: "pending" } });
    expect(await job.orders()).toBe(2);
  });
});

describe("a successor that was declined", () => {
  it("is told, the old certificate is delivered, and a new one is enrolled when the end is near", async () => {
    await using job = await jobAt({ scm: { strict: { renewalNeedsApproval: true } } });
    const first = await job.runner.run(inputsOf(job, { wait: "1m", "output-directory": "out" }));
    const due = await moveTo(job, DUE);
    await job.runner.run(inputsOf(job), due);
    const records = await job.scm.control.certificates();
    await job.scm.control.act(records.at(-1)?.sslId ?? 0, "decline");
    for (const _ of ["one night", "another night"]) {
      const run = await job.runner.run(inputsOf(job, { "output-directory": "out" }), due);
      expect(run).toMatchObject({
        code: 0,
        outputs: { outcome: "reused", fingerprint: first.outputs.fingerprint },
      });
      expect(run.annotations).toContainEqual(
        expect.objectContaining({
          severity: "warning",
          message: expect.stringMatching(/that was to follow ended as Declined/),
        }),
      );
    }
    expect(await job.orders()).toBe(2);
    const last = await job.runner.run(inputsOf(job, { wait: "1m" }), await moveTo(job, HARD));
    expect(last).toMatchObject({ code: 0, outputs: { status: "Issued" } });
    expect(last.outputs.fingerprint).not.toBe(first.outputs.fingerprint);
    expect(await job.orders()).toBe(3);
  });
});

describe("a successor that is still on its way", () => {
  it("does not fail the step while the one before serves, and does when that has ended, whatever on-pending says", async () => {
    await using job = await jobAt({ scm: { strict: { renewalNeedsApproval: true } } });
    await job.runner.run(inputsOf(job, { wait: "1m" }));
    const inputs = inputsOf(job, { "on-pending": "continue" });
    for (const instant of [DUE, HARD])
      expect((await job.runner.run(inputs, await moveTo(job, instant))).code).toBe(0);
    const ended = await moveTo(job, "2026-10-20T00:00:00Z");
    for (const _ of ["one night", "another night"]) {
      const run = await job.runner.run(inputs, ended);
      expect(run.code).toBe(1);
      expect(run.annotations).toContainEqual(
        expect.objectContaining({
          severity: "error",
          message: expect.stringMatching(/has ended, and \d+, which is to follow, is still/),
        }),
      );
    }
    expect(await job.orders()).toBe(2);
  });
});

describe("a certificate that has ended before its renewal was asked for", () => {
  it("fails the step while its successor is not issued, whatever on-pending says", async () => {
    await using job = await jobAt({ scm: { strict: { renewalNeedsApproval: true } } });
    const first = await job.runner.run(inputsOf(job, { wait: "1m" }));
    const ended = await moveTo(job, "2026-10-20T00:00:00Z");
    for (const _ of ["one night", "another night"]) {
      const run = await job.runner.run(inputsOf(job, { "on-pending": "continue" }), ended);
      expect(run.code).toBe(1);
      expect(run.log).toMatch(
        new RegExp(
          `Certificate ${first.outputs["ssl-id"]} has ended, and \\d+, which is to follow, is still`,
        ),
      );
    }
    expect(await job.orders()).toBe(2);
  });
});

describe("a revocation", () => {
  it.each([3, 5])("on purpose (reason %i) is not undone", async (reason) => {
    await using job = await jobAt();
    const first = await job.runner.run(inputsOf(job));
    await job.scm.control.revoke(Number(first.outputs["ssl-id"]), reason);
    const run = await job.runner.run(inputsOf(job));
    expect(run.code).toBe(1);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        severity: "error",
        message: expect.stringMatching(/use was ended on purpose/),
      }),
    );
    expect(await job.orders()).toBe(1);
  });

  it.each([0, 4])("for reason %i is followed by a new certificate", async (reason) => {
    await using job = await jobAt();
    const first = await job.runner.run(inputsOf(job, { wait: "1m" }));
    await job.scm.control.revoke(Number(first.outputs["ssl-id"]), reason);
    const run = await job.runner.run(inputsOf(job, { wait: "1m" }));
    expect(run).toMatchObject({ code: 0, outputs: { outcome: "enrolled" } });
    expect(await job.orders()).toBe(2);
  });
});

describe("on-existing: replace", () => {
  const replace = { "on-existing": "replace", wait: "1m" };

  it("replaces what this scope has ordered, again and again", async () => {
    await using job = await jobAt();
    const first = await job.runner.run(inputsOf(job, replace));
    for (const _ of ["second key", "third key"]) {
      job.runner.write("shop.csr", csr("shop.example.test"));
      const run = await job.runner.run(inputsOf(job, replace));
      expect(run.outputs).toMatchObject({ outcome: "replaced", "ssl-id": first.outputs["ssl-id"] });
    }
  });

  it("leaves what another scope has ordered, and says so in a check too", async () => {
    await using job = await jobAt();
    const theirs = await job.runner.run(inputsOf(job, { "order-scope": "another team", wait: "1m" }));
    job.runner.write("shop.csr", csr("shop.example.test"));
    for (const command of ["check", "enroll"]) {
      const run = await job.runner.run(inputsOf(job, { ...replace, command }));
      expect(run.code).toBe(1);
      expect(run.annotations).toContainEqual(
        expect.objectContaining({
          severity: "error",
          message: expect.stringMatching(/was not ordered in this scope/),
        }),
      );
    }
    expect(await job.scm.control.certificate(Number(theirs.outputs["ssl-id"]))).toMatchObject({
      status: "Issued",
      former: [],
    });
    expect(await job.orders()).toBe(1);
  });

  it("leaves what another request of the step goes by", async () => {
    await using job = await jobAt({ files: { "one.csr": csr("shop.example.test") } });
    const first = await job.runner.run({ ...job.inputs, csr: "one.csr", wait: "1m" });
    job.runner.write("two.csr", csr("shop.example.test"));
    const run = await job.runner.run({ ...job.inputs, ...replace, csr: "*.csr" });
    expect(run.code).toBe(1);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        file: "two.csr",
        message: expect.stringMatching(/another request of this step uses it/),
      }),
    );
    expect(await job.scm.control.certificate(Number(first.outputs["ssl-id"]))).toMatchObject({ former: [] });
  });
});

it("B12 a clock that is two days ahead of SCM's orders nothing", async () => {
  await using job = await jobAt({ scm: { strict: { answersTellTime: true } } });
  const run = await job.runner.run(inputsOf(job), { SECTIGO_TEST_CLOCK: "2026-04-03T00:00:00Z" });
  expect(run.code).not.toBe(0);
  expect(run.log).toMatch(/clock of this machine is 2 days ahead of SCM's/);
  expect(await job.orders()).toBe(0);
});

describe("the term of an order", () => {
  const AUTUMN = "2026-10-01T00:00:00Z";
  /** Due, five days after the step to 100 days. */
  const SPRING = "2027-03-20T00:00:00Z";

  it("is that of its day where a refused renewal turns into an enrollment", async () => {
    await using job = await jobAt({
      scm: { now: Date.parse(AUTUMN) },
      environment: { SECTIGO_TEST_CLOCK: AUTUMN },
    });
    const inputs = inputsOf(job, { "term-days": "199", wait: "1m" });
    const first = await job.runner.run(inputs);
    const due = await moveTo(job, SPRING);
    await job.scm.control.changeProfile(3312, { terms: [90, 199] });
    const refusal = { kind: "status", status: 400, code: -36, description: "Renewal is forbidden" } as const;
    await job.scm.control.plantFault({ route: "POST /ssl/v1/renewById/{id}", ...refusal, times: 9 });
    const run = await job.runner.run(inputs, due);
    expect(run).toMatchObject({ code: 0, outputs: { outcome: "renewed" } });
    expect(run.outputs["ssl-id"]).not.toBe(first.outputs["ssl-id"]);
    const days = (Date.parse(run.outputs["not-after"] ?? "") - Date.parse(SPRING)) / 86_400_000;
    expect(Math.round(days)).toBe(90);
  });

  it("is told sixty days ahead to fit no more, where the profile offers none that will", async () => {
    const now = "2027-02-20T00:00:00Z";
    await using job = await jobAt({
      scm: { now: Date.parse(now) },
      environment: { SECTIGO_TEST_CLOCK: now },
    });
    // Validations of the fake's sample have ended by then.
    const inputs = inputsOf(job, { command: "check", "skip-validation-check": "true" });
    const said = async () => (await job.runner.run(inputs)).annotations.map(({ message }) => message).join();
    expect(await said()).not.toMatch(/2027-03-15/);
    await job.scm.control.changeProfile(3312, { terms: [180, 199] });
    expect(await said()).toMatch(/From 2027-03-15 on, no term of the SCM profile fits the 100 days/);
  });

  it("is told by a run that only reuses, once for all requests", async () => {
    const now = "2027-02-20T00:00:00Z";
    await using job = await jobAt({
      scm: { now: Date.parse(now) },
      environment: { SECTIGO_TEST_CLOCK: now },
      files: { "shop.csr": csr("shop.example.test"), "api.csr": csr("api.example.test") },
    });
    const inputs = { ...inputsOf(job, { "skip-validation-check": "true", wait: "1m" }), csr: "*.csr" };
    expect((await job.runner.run(inputs)).code).toBe(0);
    await job.scm.control.changeProfile(3312, { terms: [180, 199] });
    for (const command of ["enroll", "check"]) {
      const run = await job.runner.run({ ...inputs, command });
      expect(run.code).toBe(0);
      const told = run.annotations.filter(({ message }) => message.includes("From 2027-03-15 on, no term"));
      expect(told).toMatchObject([{ severity: "warning" }]);
    }
    expect(await job.orders()).toBe(2);
  });

  it("is nothing to a run that only reuses", async () => {
    await using job = await jobAt();
    await job.runner.run(inputsOf(job, { wait: "1m" }));
    await job.scm.control.changeProfile(3312, { terms: [] });
    expect(await job.runner.run(inputsOf(job))).toMatchObject({ code: 0, outputs: { outcome: "reused" } });
    job.runner.write("shop.csr", csr("new.example.test"));
    const run = await job.runner.run(inputsOf(job));
    expect(run.code).toBe(1);
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ message: expect.stringMatching(/Set term-days/) }),
    );
  });
});
