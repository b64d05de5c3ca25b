import { generateKeyPairSync } from "node:crypto";
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeCsr as makeRequest, readPrivateKey } from "../../core/index.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { closePrimesKey } from "../support/known-bad-keys.ts";
import { type Job, startJob } from "./support/job.ts";

const good = makeCsr("shop.example.test").csr;

const encrypted = generateKeyPairSync("ec", {
  namedCurve: "P-256",
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "secret" },
}).privateKey;

/** The last octet of the signature is another one; everything else is as it was. */
function withBadSignature(csr: string): string {
  const der = Buffer.from(csr.replace(/-----[^-]+-----|\s/g, ""), "base64");
  der.writeUInt8((der.at(-1) ?? 0) ^ 1, der.length - 1);
  return `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString("base64")}\n-----END CERTIFICATE REQUEST-----\n`;
}

/** A step failed as a whole, before anything came of it. */
async function expectNothing(job: Job): Promise<void> {
  expect(await job.orders()).toBe(0);
  expect(existsSync(join(job.runner.workspace, "out", "shop.leaf.pem"))).toBe(false);
}

describe("a request that can't be ordered with", () => {
  it.each([
    ["an encrypted key", encrypted, /private key/i],
    ["a bad signature", withBadSignature(good), /signature is not made by the key/],
    ["a certificate", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", /CERTIFICATE/],
    ["an empty file", "", /CSR/],
    ["a file beside it that is none", "# How to\n", /no PEM block[\s\S]*a line !certs\/bad\.csr in csr/],
    ["two requests in one file", `${good}\n${makeCsr("b.example.test").csr}`, /holds 2/],
    ["a request that is cut off", good.slice(0, 200), /PEM|END/],
    ["a name that is no host name", makeCsr("not a name!").csr, /not a name!/],
    ["a weak key", makeCsr("shop.example.test", "RSA-1024").csr, /1024 bits is too weak/],
    [
      "a key that anybody can take apart",
      makeRequest({
        key: readPrivateKey(closePrimesKey().export({ type: "pkcs8", format: "pem" }).toString()),
        subject: { commonName: "shop.example.test" },
        names: [],
      }),
      /known to be weak/,
    ],
    [
      "a key that the profile does not offer",
      makeCsr("shop.example.test", "P-521").csr,
      /does not offer EC P-521/,
    ],
  ])("S68 %s is one annotation at its file, with the good one beside it delivered", async (_name, text, message) => {
    await using job = await startJob({ files: { "certs/bad.csr": text, "certs/shop.csr": good } });
    const run = await job.runner.run({ ...job.inputs, csr: "certs/*.csr", "output-directory": "out" });
    expect(run.code).toBe(1);
    const errors = run.annotations.filter(({ severity }) => severity === "error");
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ file: "certs/bad.csr" });
    expect(errors[0]?.message).toMatch(message);
    expect(run.outputs).toMatchObject({ ordered: "1", failed: "1" });
    expect(await job.orders()).toBe(1);
    expect(run.log).not.toContain(text.split("\n")[1] || "PRIVATE KEY");
  });

  it("S73 names beyond allowed-names are refused before ordering, at the file", async () => {
    await using job = await startJob({ files: { "bank.csr": makeCsr("payments.bank.test").csr } });
    const run = await job.runner.run({ ...job.inputs, csr: "bank.csr", "allowed-names": ".example.test" });
    expect(run.code).toBe(1);
    expect(run.annotations[0]).toMatchObject({ file: "bank.csr" });
    expect(run.annotations[0]?.message).toMatch(/payments\.bank\.test.*Allowed are "\.example\.test"/s);
    await expectNothing(job);
  });

  it("S73 names that the input adds are bounded too", async () => {
    await using job = await startJob({ files: { "shop.csr": good } });
    const run = await job.runner.run({
      ...job.inputs,
      csr: "shop.csr",
      "allowed-names": ".example.test",
      "subject-alternative-names": "shop.example.test, payments.bank.test",
    });
    expect(run.annotations[0]?.message).toContain("payments.bank.test");
    await expectNothing(job);
  });
});

describe("paths", () => {
  const files = {
    "certs/shop.csr": good,
    "certs/shop.pem": good,
    "other/shop.csr": makeCsr("b.example.test").csr,
  };
  it.each<[string, Record<string, string>, RegExp]>([
    ["a file out of the workspace", { csr: "../shop.csr" }, /leads out of the workspace/],
    ["an absolute path out of the workspace", { csr: "/etc/hostname" }, /leads out of the workspace/],
    ["a link to a file out of the workspace", { csr: "certs/link.csr" }, /link that leads out/],
    ["a glob that meets such a link", { csr: "certs/*.csr" }, /link that leads out/],
    ["a glob that begins outside", { csr: "../*/*.csr" }, /leads out|nothing matches/],
    ["a glob that nothing matches", { csr: "nowhere/*.csr" }, /nothing matches "nowhere/],
    ["no csr at all", { csr: "" }, /csr: it is empty/],
    ["a directory", { csr: "certs" }, /certs/],
    ["an output directory through a link", { "output-directory": "away/out" }, /link that leads out/],
    ["an output directory that is a file", { "output-directory": "certs/shop.csr" }, /ENOTDIR/],
    ["a name with a directory in it", { name: "../shop" }, /can't begin a file name/],
  ])("S64 S68 %s is refused before any call", async (_name, given, message) => {
    await using job = await startJob({ files });
    symlinkSync("/etc/hostname", join(job.runner.workspace, "certs/link.csr"));
    symlinkSync("/tmp", join(job.runner.workspace, "away"));
    const run = await job.runner.run({
      ...job.inputs,
      csr: "other/shop.csr",
      "output-directory": "out",
      ...given,
    });
    expect(run.code).toBe(2);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.message).toMatch(message);
    expect(run.summary).toContain("❌");
    await expectNothing(job);
  });

  it("S68 two requests with one name are told at the second file", async () => {
    await using job = await startJob({ files });
    const run = await job.runner.run({ ...job.inputs, csr: "certs/shop.csr\ncerts/shop.pem" });
    expect(run.code).toBe(2);
    expect(run.annotations).toEqual([
      expect.objectContaining({ file: "certs/shop.pem", message: expect.stringContaining("certs/shop.csr") }),
    ]);
    await expectNothing(job);
  });

  it("S68 files that can't be written fail the certificate, which is not lost: the next run delivers it", async () => {
    await using job = await startJob({ files, scm: { issueDelayMs: 1000 } });
    const inputs = { ...job.inputs, csr: "certs/shop.csr", "output-directory": "out" };
    // Before the order it would have cost nothing.
    const { child, done, output } = job.runner.start("main.cjs", inputs);
    child.stdout.on("data", () => {
      if (output.text.includes("enrolled as")) job.runner.write("out/shop.leaf.pem/in-the-way", "");
    });
    const run = await done;
    expect(run.code).toBe(1);
    expect(run.annotations[0]?.message).toMatch(/shop\.leaf\.pem.*EISDIR|ENOTEMPTY|directory/s);
    expect(run.outputs["ssl-id"]).not.toBe("");
    expect(existsSync(join(job.runner.workspace, "out/shop.full-chain.pem"))).toBe(false);
    const again = await job.runner.run({ ...inputs, "output-directory": "elsewhere" });
    expect(again.outputs).toMatchObject({ outcome: "reused", "ssl-id": run.outputs["ssl-id"] });
    expect(await job.orders()).toBe(1);
  });
});

describe("inputs", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ["a term that is no number", { "term-days": "a year" }, /term-days.*"a year"/],
    ["a duration without a unit", { wait: "10" }, /wait.*not a duration/s],
    ["a window that is no share", { "renew-before": "2/1" }, /renew-before/],
    ["a mode that is none", { "certificate-mode": "rw-r--r--" }, /certificate-mode.*not a file mode/],
    ["a field without a name", { "custom-fields": "=4711" }, /custom-fields/],
    ["an unknown policy", { "on-existing": "destroy" }, /renew, reuse, replace/],
    ["a flag that is none", { "skip-validation-check": "maybe" }, /true nor false/],
    ["an unknown custom field", { "custom-fields": "Cost center=1" }, /Cost centre/],
    ["a requester that is not an address", { "external-requesters": "Ops" }, /address/],
    ["a comment that is too long", { comments: "x".repeat(901) }, /900/],
  ])("S68 %s is refused, by its name and with what is allowed", async (_name, given, message) => {
    await using job = await startJob({ files: { "shop.csr": good } });
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", ...given });
    expect(run.code).toBeGreaterThan(0);
    expect(run.annotations.map((each) => each.message).join()).toMatch(message);
    await expectNothing(job);
  });

  it("S60 a term beyond the ceiling is refused with its date, and private trust is not bounded", async () => {
    const now = "2026-04-01T00:00:00Z";
    await using job = await startJob({
      scm: { now: Date.parse(now) },
      environment: { SECTIGO_TEST_CLOCK: now },
      files: { "shop.csr": good },
    });
    const inputs = { ...job.inputs, csr: "shop.csr", profile: "Private SSL 365", "term-days": 365 };
    const refused = await job.runner.run(inputs);
    expect(refused.annotations[0]?.message).toMatch(/365 days.*200 days.*Since 2026-03-15/s);
    expect(refused.annotations[0]).toMatchObject({ file: "shop.csr" });
    await expectNothing(job);
    const taken = await job.runner.run({ ...inputs, "trust-type": "private" });
    expect(taken).toMatchObject({ code: 0, outputs: { outcome: "enrolled" } });
  });
});

describe("SCM that fails", () => {
  it.each([
    ["refuses the sign-in", { kind: "status", status: 401, code: -16 }, 2],
    ["misses a right", { kind: "status", status: 403, code: -3 }, 2],
    ["is under repair", { kind: "status", status: 503 }, 4],
    ["answers a web page", { kind: "html" }, 4],
  ] as const)("S68 %s: an annotation, its own exit code, and nothing ordered", async (_name, fault, code) => {
    await using job = await startJob({ files: { "shop.csr": good } });
    await job.scm.control.plantFault({ route: "* *", times: 50, ...fault });
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", "output-directory": "out" });
    expect(run.code).toBe(code);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.message.length).toBeGreaterThan(40);
    await expectNothing(job);
  });
});
