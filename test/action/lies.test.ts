/**
 * S15 S49: a proxy that lies at random stands before SCM while the Action's bundle enrolls; then runs without lies follow.
 * `SECTIGO_LIES_SEED` repeats the run of one seed alone.
 */
import { describe, expect, it } from "vitest";
import { readCertificatePem, readCsr, sameKey } from "../../core/index.ts";
import { callerOf, enrollBody, makeCsr } from "../fake-scm/testing.ts";
import { budget } from "../support/budget.ts";
import { LyingProxy } from "../support/lies/lying-proxy.ts";
import { type Job, startJob } from "./support/job.ts";

const RUNS = budget({ usual: 6, full: 300 });
const START = "2026-04-01T00:00:00Z";
const CSR = makeCsr("shop.example.test").csr;

/** Another administrator orders the same name with another key. */
async function othersOrder({ scm }: Job): Promise<number> {
  const { login, password } = scm.logins[1] as (typeof scm.logins)[number]; // the sample tenant has nine
  const call = callerOf(scm.apiUrl, { login, password, customerUri: scm.customerUri });
  const { status, text } = await call("POST", "/ssl/v1/enroll", enrollBody("shop.example.test"));
  if (status !== 200) throw new Error(text);
  return Number(JSON.parse(text).sslId);
}

const only = process.env.SECTIGO_LIES_SEED;
const seeds = only === undefined ? Array.from({ length: RUNS }, (_, at) => at + 1) : [Number(only)];

describe("S15 S49 whatever a proxy lies, a step orders nothing twice and delivers nothing foreign", () => {
  it.each(seeds)("seed %i", { timeout: 120_000 }, async (seed) => {
    await using job = await startJob({ scm: { now: Date.parse(START), seed }, files: { "shop.csr": CSR } });
    const { scm, runner } = job;
    const other = await othersOrder(job);
    const untouched = await scm.control.certificate(other);
    const foreignIds = [other];
    await using proxy = await LyingProxy.start({ seed, apiUrl: scm.apiUrl, foreignIds, lateMs: 100 });
    const run = (baseUrl: string) =>
      runner.run(
        { ...job.inputs, "base-url": baseUrl, csr: "shop.csr", "output-directory": "out" },
        { SECTIGO_TEST_CLOCK: START },
      );

    proxy.rate = 0.3;
    const lied = await run(proxy.url);
    const where = `${JSON.stringify(proxy.lies)}\n${lied.log}`;
    for (const { severity, message } of lied.annotations)
      if (severity === "error") expect(message, where).not.toMatch(/\bbug\./);
    const healed = await run(scm.apiUrl);
    const again = healed.code === 0 ? healed : await run(scm.apiUrl);
    expect(again.code, `${where}\n${healed.log}\n${again.log}`).toBe(0);
    const truth = await scm.control.certificates();
    expect(
      truth.filter(({ sslId }) => sslId !== other),
      `ordered twice\n${where}`,
    ).toHaveLength(1);
    expect(await scm.control.certificate(other), `touched\n${where}`).toEqual(untouched);
    const leaf = readCertificatePem(runner.read("out/shop.leaf.pem"));
    expect(sameKey(leaf.publicKey, readCsr(CSR).publicKey), `foreign\n${where}`).toBe(true);
  });

  it("tells why a certificate that is issued could not be fetched in time", async () => {
    await using job = await startJob({ scm: { now: Date.parse(START) }, files: { "shop.csr": CSR } });
    await using proxy = await LyingProxy.start({
      ...{ seed: 3, apiUrl: job.scm.apiUrl, foreignIds: [], lateMs: 100 },
    });
    proxy.told = { lie: "truncated", call: "GET /api/ssl/v1/collect/{id}/x509" };
    const inputs = { ...job.inputs, "base-url": proxy.url, csr: "shop.csr", wait: "2s" };
    const { annotations, log } = await job.runner.run(inputs, { SECTIGO_TEST_CLOCK: START });
    const message = expect.stringMatching(/sent no whole certificate.*certificate_unreadable/s);
    expect(annotations, log).toContainEqual(expect.objectContaining({ severity: "warning", message }));
  });
});
