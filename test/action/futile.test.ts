/** A renewal that brings no more time is paid once, not in every run. */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startJob } from "./support/job.ts";

const START = "2026-04-01T00:00:00Z";
/** The certificate of 199 days is dated 150 days back: due at once, its hard deadline two weeks before the end. */
const LATER = ["2026-04-01T01:00:00Z", "2026-04-02T00:00:00Z", "2026-04-03T00:00:00Z"];

describe("a successor that ends no later than the certificate before it", () => {
  it.each([
    ["in time", {}],
    ["never", { renewedLagMs: 1e12 }],
  ])("is ordered once, and said in each run that follows; SCM says `renewed` %s", async (_when, scm) => {
    const files = { "shop.csr": makeCsr("shop.example.test").csr };
    await using job = await startJob({
      files,
      scm: { now: Date.parse(START), issueShiftDays: -150, ...scm },
    });
    const runAt = async (instant: string) => {
      await job.scm.control.setClock(instant);
      return job.runner.run({ ...job.inputs, csr: "shop.csr" }, { SECTIGO_TEST_CLOCK: instant });
    };
    await runAt(START);
    const renewed = await runAt(START);
    expect(renewed.outputs).toMatchObject({ outcome: "renewed" });
    for (const instant of LATER) {
      const run = await runAt(instant);
      expect(run).toMatchObject({ code: 0, outputs: { outcome: "reused", ordered: "0" } });
      expect(run.annotations.map(({ message }) => message).join()).toMatch(/was renewed already/);
    }
    expect(await job.orders()).toBe(2);
  });
});
