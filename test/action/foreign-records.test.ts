/** Records that were not ordered through SCM, and are for the very request of a step. */
import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { startJob } from "./support/job.ts";

const START = "2026-04-01T00:00:00Z";
const DUE = "2026-09-10T00:00:00Z";

describe("a certificate that was found or uploaded", () => {
  it.each([
    ["Discovery", { requestedVia: "Discovery" }],
    ["Imported", { requestedVia: "Imported" }],
    ["without an SCM profile", { profileId: null }],
  ])("is used until it is due, and never renewed: a new one is enrolled: %s", async (_what, edit) => {
    await using job = await startJob({
      files: { "shop.csr": makeCsr("shop.example.test").csr },
      scm: { now: Date.parse(START) },
    });
    const at = async (instant: string, more = {}) => {
      await job.scm.control.setClock(instant);
      const inputs = { ...job.inputs, csr: "shop.csr", ...more };
      return job.runner.run(inputs, { SECTIGO_TEST_CLOCK: instant });
    };
    const first = await at(START);
    const sslId = Number(first.outputs["ssl-id"]);
    await job.scm.control.act(sslId, "edit", { ...edit, comments: "" });
    expect(await at("2026-05-01T00:00:00Z")).toMatchObject({
      code: 0,
      outputs: { outcome: "reused", "ssl-id": `${sslId}` },
    });
    await job.scm.control.clearRequests();
    const check = await at(DUE, { command: "check" });
    expect(check.log).toMatch(/40\d+ is renewed: by a new one, since SCM has not ordered it; due since/);
    const run = await at(DUE);
    const asked = (await job.scm.control.requests()).map(
      ({ method, path }) => `${method} ${path.split("?")[0]}`,
    );
    expect(asked.filter((each) => each.startsWith("POST /api/ssl"))).toEqual(["POST /api/ssl/v1/enroll"]);
    expect(run).toMatchObject({ code: 0, outputs: { ordered: "1" } });
    expect(run.outputs["ssl-id"]).not.toBe(`${sslId}`);
    expect(await at("2026-09-11T00:00:00Z")).toMatchObject({
      code: 0,
      outputs: { outcome: "reused", "ssl-id": run.outputs["ssl-id"] },
    });
  });
});
