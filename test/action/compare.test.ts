/**
 * What came back beside what was ordered, in the Action: each point on which SCM and its CA may differ, through the life of
 * one certificate: ordered once, reused in nightly runs, renewed when due.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { StrictOptions } from "../fake-scm/strict-options.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { AGENT, atStart, hostFolder, pairOf, removeHostFolders } from "./support/host.ts";
import { type Job, startJob } from "./support/job.ts";

afterEach(removeHostFolders);

const START = "2026-04-01T00:00:00Z";
const NIGHTS = ["2026-04-02T00:00:00Z", "2026-06-20T00:00:00Z"];
const DUE = "2026-10-01T00:00:00Z";

const POINTS: readonly (keyof StrictOptions)[] = [
  ...(["caAddsWww", "caAddsBareDomain", "caDropsName", "caRespellsCommonName"] as const),
  ...(["caPutsCommonNameFirst", "termsFollowCeilings", "trimsTexts", "joinsLines", "strayCaFirst"] as const),
  ...(["strayCaInside", "strayCaLast", "crossCertificates", "renewedWhenIssued"] as const),
  ...(["renewalCopiesComments", "prefixNameFilter", "caseSensitiveNameFilter"] as const),
  ...(["commonNameFilterSeesAll", "sanFilterWithoutCommonName", "statusFilterIgnored"] as const),
  ...(["detailsShowAskedNames"] as const),
];

async function jobWith(strict: Partial<StrictOptions>): Promise<Job & { at(instant: string): Promise<Run> }> {
  const scm = { now: Date.parse(START), strict, listLagMs: 800 };
  const files = { "shop.csr": makeCsr("Shop.example.test").csr };
  const job = await startJob({ files, scm, environment: { SECTIGO_TEST_CLOCK: START } });
  const inputs = {
    ...job.inputs,
    csr: "shop.csr",
    "subject-alternative-names": "api.shop.example.test",
    "output-directory": "out",
    comments: "web tier",
    "on-mismatch": "accept",
  };
  const at = async (instant: string, more: Readonly<Record<string, string>> = {}) => {
    await job.scm.control.setClock(instant);
    return job.runner.run({ ...inputs, ...more }, { SECTIGO_TEST_CLOCK: instant });
  };
  return { ...job, at };
}

type Run = Awaited<ReturnType<Job["runner"]["run"]>>;

describe("S78 the Action's certificate comes out right where", () => {
  it.each(POINTS)("%s", async (name) => {
    await using job = await jobWith({ [name]: true });
    const first = await job.at(START);
    expect(first).toMatchObject({ code: 0, outputs: { outcome: "enrolled" } });
    for (const night of NIGHTS) {
      const again = await job.at(night);
      expect(again).toMatchObject({ code: 0, outputs: { outcome: "reused", ordered: "0" } });
      expect(again.outputs.fingerprint).toBe(first.outputs.fingerprint);
    }
    const renewed = await job.at(DUE);
    expect(renewed).toMatchObject({ code: 0, outputs: { outcome: "renewed", ordered: "1" } });
    expect(await job.at("2026-10-02T00:00:00Z")).toMatchObject({ code: 0, outputs: { outcome: "reused" } });
    expect(renewed.outputs.names?.split(",")).toContain("shop.example.test");
    expect(await job.orders()).toBe(2);
  });
});

describe("S76 a certificate that is not what was ordered", () => {
  it("fails the step in every run while it lacks a name, is delivered, and can be accepted", async () => {
    await using job = await startJob({
      files: { "shop.csr": makeCsr("shop.example.test").csr },
      scm: { strict: { caDropsName: true } },
    });
    const inputs = {
      ...job.inputs,
      csr: "shop.csr",
      "subject-alternative-names": "api.shop.example.test",
      "output-directory": "out",
    };
    for (const outcome of ["enrolled", "reused"]) {
      const run = await job.runner.run(inputs);
      expect(run).toMatchObject({ code: 1, outputs: { outcome, names: "shop.example.test" } });
      expect(run.annotations).toContainEqual(
        expect.objectContaining({ severity: "error", file: "shop.csr" }),
      );
      expect(run.log).toMatch(/lacks names that were ordered: api\.shop\.example\.test/);
    }
    const check = await job.runner.run({ ...inputs, command: "check" });
    expect(check.code).toBe(1);
    expect(check.annotations).toContainEqual(
      expect.objectContaining({
        severity: "error",
        message: expect.stringMatching(/lacks names .*api\.shop/s),
      }),
    );
    expect(readFileSync(join(job.runner.workspace, "out/shop.leaf.pem"), "utf8")).toContain("BEGIN");
    expect(await job.runner.run({ ...inputs, "on-mismatch": "accept" })).toMatchObject({ code: 0 });
    expect(await job.orders()).toBe(1);
  });

  it("is not delivered with a name that was not ordered, and not ordered again either", async () => {
    await using job = await startJob({
      files: { "shop.csr": makeCsr("shop.example.test").csr },
      scm: { strict: { caAddsForeignName: true } },
    });
    const inputs = { ...job.inputs, csr: "shop.csr", "output-directory": "out" };
    for (let runs = 0; runs < 2; runs += 1) {
      const run = await job.runner.run(inputs);
      expect(run).toMatchObject({ code: 1, outputs: { outcome: "failed", "leaf-path": "" } });
      expect(run.log).toMatch(/names that were not ordered: autodiscover\.shop\.example\.test/);
    }
    expect(await job.orders()).toBe(1);
  });

  it.each<[string, object]>([
    ["shows no sign of its order", {}],
    ["takes the comments along", { strict: { renewalCopiesComments: true } }],
    ["is never told by the record before", { renewedLagMs: 1e12 }],
  ])("is set aside as a renewal, and the one before stays delivered: the renewal %s", async (_how, scm) => {
    const files = { "shop.csr": makeCsr("shop.example.test").csr };
    await using job = await startJob({ files, scm: { now: Date.parse(START), ...scm } });
    const runAt = async (instant: string, more: Readonly<Record<string, string>> = {}) => {
      await job.scm.control.setClock(instant);
      const inputs = { ...job.inputs, csr: "shop.csr", "output-directory": "out", ...more };
      return job.runner.run(inputs, { SECTIGO_TEST_CLOCK: instant });
    };
    const first = await runAt(START);
    const { fingerprint } = first.outputs;
    await job.scm.control.turn({ caAddsForeignName: true });
    // When it is ordered, a night later, and past its hard deadline: told each time, and ordered once.
    for (const instant of ["2026-09-10T00:00:00Z", "2026-09-11T00:00:00Z", "2026-10-10T00:00:00Z"]) {
      const run = await runAt(instant);
      expect(run, run.log).toMatchObject({ code: 1, outputs: { outcome: "reused", fingerprint } });
      expect(run.outputs["leaf-path"]).toBe("out/shop.leaf.pem");
      expect(run.log).toMatch(/names that were not ordered/);
      expect(await job.orders()).toBe(2);
    }
    expect(await runAt("2026-09-12T00:00:00Z", { "on-mismatch": "accept" })).toMatchObject({
      code: 0,
      outputs: { outcome: "reused", fingerprint },
    });
    if (!("renewedLagMs" in scm)) return;
    // A person has decided, and the CA is mended.
    const [, renewal] = await job.scm.control.certificates();
    await job.scm.control.revoke(renewal?.sslId ?? 0, 4);
    await job.scm.control.turn({ caAddsForeignName: false });
    const healed = await runAt("2026-10-10T00:00:00Z");
    expect(healed, healed.log).toMatchObject({ code: 0, outputs: { ordered: "1" } });
    expect(healed.outputs.fingerprint).not.toBe(fingerprint);
    expect(await job.orders()).toBe(3);
  });

  it("does not fail allowed-names for what the CA added, which is told once", async () => {
    await using job = await startJob({
      files: { "shop.csr": makeCsr("shop.example.test").csr },
      scm: { strict: { caAddsWww: true } },
    });
    const inputs = { ...job.inputs, csr: "shop.csr", "allowed-names": "shop.example.test" };
    const first = await job.runner.run(inputs);
    expect(first).toMatchObject({ code: 0, outputs: { names: "shop.example.test,www.shop.example.test" } });
    expect(first.log).toMatch(/names that the CA added: www\.shop\.example\.test/);
    const second = await job.runner.run(inputs);
    expect(second).toMatchObject({ code: 0, outputs: { outcome: "reused" } });
    expect(second.log).not.toMatch(/that the CA added/);
  });

  it("has the chain that preferred-chain asks for, also when it is reused", async () => {
    await using job = await startJob({
      files: { "shop.csr": makeCsr("shop.example.test").csr },
      scm: { strict: { crossCertificates: true } },
    });
    const inputs = { ...job.inputs, csr: "shop.csr", "output-directory": "out" };
    const links = async (more: Readonly<Record<string, string>>): Promise<number | undefined> => {
      expect(await job.runner.run({ ...inputs, ...more })).toMatchObject({ code: 0 });
      const chain = readFileSync(join(job.runner.workspace, "out/shop.chain.pem"), "utf8");
      return chain.match(/BEGIN/g)?.length;
    };
    expect(await links({})).toBe(2);
    expect(await links({ "preferred-chain": "Fake SCM Older Root" })).toBe(3);
    expect(await links({})).toBe(2);
    expect(await job.orders()).toBe(1);
  });

  it("leaves key and certificate on a host as they are when an administrator replaces it in SCM", async () => {
    await using job = await atStart();
    const directory = hostFolder();
    const inputs = { ...job.inputs, ...AGENT, "agent-directory": directory };
    const first = await job.runner.run(inputs);
    await job.scm.control.act(Number(first.outputs["ssl-id"]), "replace");
    await job.runner.run(inputs);
    expect(pairOf(directory)).toBe(true);
    const last = await job.runner.run(inputs);
    expect(last).toMatchObject({ code: 0, outputs: { outcome: "reused" } });
    expect(pairOf(directory)).toBe(true);
  });
});
