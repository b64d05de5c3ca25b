/** What a list that lags, or a CA that caps, makes of runs without memory. */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { type Job, type JobOptions, startJob } from "./support/job.ts";
import type { StepRun } from "./support/runner.ts";

const START = "2026-04-01T00:00:00Z";

async function jobAt(scm: JobOptions["scm"]): Promise<Job> {
  return startJob({
    files: { "shop.csr": makeCsr("shop.example.test").csr },
    scm: { now: Date.parse(START), ...scm },
  });
}

async function runAt(job: Job, instant: string, inputs: Readonly<Record<string, string>> = {}) {
  await job.scm.control.setClock(instant);
  return job.runner.run({ ...job.inputs, csr: "shop.csr", ...inputs }, { SECTIGO_TEST_CLOCK: instant });
}

const toldIn = ({ annotations }: StepRun): readonly string[] =>
  annotations.map(({ message }) => message).filter((message) => message.includes("placed twice"));

describe("a list that lags longer than the run lasts", () => {
  it("has the twin told by the runs of the next day, check among them, and by none after it", async () => {
    await using job = await jobAt({ listLagMs: 60_000 });
    await runAt(job, START);
    await runAt(job, START);
    const ids = (await job.scm.control.certificates()).map(({ sslId }) => sslId);
    expect(ids).toHaveLength(2);
    for (const command of ["enroll", "check"]) {
      const later = await runAt(job, "2026-04-01T06:00:00Z", { command });
      expect(later.code).toBe(0);
      expect(toldIn(later)).toEqual([expect.stringMatching(`placed twice: ${ids.join(" and ")}`)]);
    }
    expect(toldIn(await runAt(job, "2026-04-05T00:00:00Z"))).toEqual([]);
    expect(await job.orders()).toBe(2);
  });

  it("tells none of a certificate that was enrolled after a refused renewal", async () => {
    await using job = await jobAt({});
    await runAt(job, START);
    await job.scm.control.plantFault({
      route: "POST /ssl/v1/renewById/{id}",
      ...{ kind: "status", status: 400, code: -180, times: 99 },
    });
    const due = "2026-10-14T00:00:00Z";
    expect((await runAt(job, due)).outputs).toMatchObject({ outcome: "renewed" });
    expect(await job.scm.control.certificates()).toHaveLength(2);
    expect(toldIn(await runAt(job, due))).toEqual([]);
  });
});
