/**
 * What came back beside what was ordered, through Terraform and the built provider: points on which SCM and its CA may
 * differ, mixed by the fake's seed, and a CA that is slower than the apply.
 */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { drawSwitches } from "../fake-scm/chaos.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";
import type { Leaving } from "./support/secrets.ts";

const ADDRESS = "sectigo_certificate.shop";
const START = "2026-03-16T10:00:00Z";
const OPEN = "2026-08-20T10:00:00Z";
const APPLY = ["apply", "-auto-approve", "-no-color"];
const PLAN = ["plan", "-detailed-exitcode", "-no-color"];

async function at(set: Stage, instant: string, args: readonly string[]) {
  await set.scm.control.setClock(instant);
  return set.workspace.run(args, { SECTIGO_TEST_CLOCK: instant });
}

async function shop(
  parts: Readonly<Record<string, string>>,
  options: object,
  leaving: Leaving = {},
): Promise<Stage> {
  const files = { "main.tf": certificate(parts), "shop.csr": makeCsr("shop.example.test").csr };
  const set = await stage(files, { now: Date.parse(START), ...options }, leaving);
  await set.workspace.init();
  return set;
}

async function values(set: Stage) {
  return (await set.workspace.state()).values(ADDRESS);
}

const KEEPS_KEYS = { keepsKeysInState: true };
const NAMES = { subject_alternative_names: '["api.shop.example.test"]' };

describe("S76 a certificate beside its order", () => {
  it.each([3, 4, 6])("comes out right with the switches that seed %i draws", async (seed) => {
    await using set = await shop(NAMES, { seed, drawsSwitches: true });
    expect(set.scm.strict.length, JSON.stringify(drawSwitches(seed))).toBeGreaterThan(3);
    expect((await at(set, START, APPLY)).code).toBe(0);
    expect((await at(set, START, PLAN)).code).toBe(0);
    const before = await values(set);
    expect(before).toMatchObject({ status: "Issued", key_matches: true });
    expect(before.names).toContain("shop.example.test");
    expect((await at(set, "2026-05-01T00:00:00Z", PLAN)).code).toBe(0);
    expect((await at(set, OPEN, APPLY)).code).toBe(0);
    // Where a renewal has to be approved, the colleague does so, and the next apply waits on.
    for (const { sslId, status } of await set.scm.control.certificates())
      if (status === "Requested") await set.scm.control.act(sslId, "approve");
    expect((await at(set, OPEN, APPLY)).code).toBe(0);
    expect((await at(set, OPEN, PLAN)).code).toBe(0);
    expect((await values(set)).serial_number).not.toBe(before.serial_number);
    expect(await set.scm.control.certificates()).toHaveLength(2);
  });

  it("is told in every plan while it lacks a name, and is not ordered again", async () => {
    await using set = await shop(NAMES, { strict: { caDropsName: true } });
    expect((await at(set, START, APPLY)).code).toBe(0);
    const plan = await at(set, START, PLAN);
    expect(plan.code).toBe(0);
    expect(plan.stdout.replace(/\s+/g, " ")).toMatch(/lacks names that were ordered: api\.shop/);
    set.workspace.write("main.tf", certificate({ ...NAMES, on_mismatch: '"accept"' }));
    await at(set, START, APPLY);
    expect((await at(set, START, PLAN)).stdout).not.toMatch(/lacks names/);
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });

  it("is not published with a name that was not ordered", async () => {
    await using set = await shop({}, { strict: { caAddsForeignName: true } });
    const apply = await at(set, START, APPLY);
    expect(apply.code).toBe(0);
    expect(apply.stdout.replace(/\s+/g, " ")).toMatch(/names that were not ordered: autodiscover\.shop/);
    expect((await at(set, START, PLAN)).code).toBe(0);
    expect(await values(set)).toMatchObject({ certificate_pem: null, names: null });
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });
});

describe("certificate and private key in one state", () => {
  const made = (kind: string) => ({
    csr_pem: "null",
    private_key: kind,
    subject: '{ common_name = "shop.example.test" }',
    timeouts: '{ update = "2s" }',
  });

  it("belong together also when the CA is slower than the apply", async () => {
    await using set = await shop(made("{}"), { now: undefined, issueDelayMs: 5000 }, KEEPS_KEYS);
    const isPair = async (): Promise<boolean> => {
      const { certificate_pem: pem, private_key_pem: key } = await values(set);
      return new X509Certificate(String(pem)).checkPrivateKey(createPrivateKey(String(key)));
    };
    await set.workspace.must(APPLY);
    const { serial_number } = await values(set);
    set.workspace.write(
      "main.tf",
      certificate({ ...made('{ algorithm = "RSA", rsa_bits = 3072 }'), timeouts: '{ update = "2s" }' }),
    );
    await set.workspace.must(APPLY);
    expect((await values(set)).serial_number).toBe(serial_number);
    expect(await isPair()).toBe(true);
    await set.scm.control.advanceClock(60_000);
    await set.workspace.must(APPLY);
    expect((await values(set)).serial_number).not.toBe(serial_number);
    expect(await isPair()).toBe(true);
    expect((await set.workspace.plan()).code).toBe(0);
  });
});
