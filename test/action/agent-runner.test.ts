import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openssl } from "../support/openssl.ts";
import { AGENT, atStart } from "./support/host.ts";

describe("keys on a runner", () => {
  it("S45 S69 makes a PKCS#12 file that openssl opens, and the post step removes the keys", async () => {
    await using job = await atStart();
    const inputs = {
      ...job.inputs,
      ...AGENT,
      "output-directory": "out",
      formats: "leaf, pkcs12",
      "pkcs12-password": "correct horse",
    };
    const run = await job.runner.run(inputs);
    expect(run.code).toBe(0);
    expect(run.masks).toContain("correct horse");
    const file = join(job.runner.workspace, run.outputs["pkcs12-path"] ?? "");
    expect(openssl(["pkcs12", "-in", file, "-noout", "-passin", "pass:correct horse"]).ok).toBe(true);
    expect(openssl(["pkcs12", "-in", file, "-noout", "-passin", "pass:wrong"]).ok).toBe(false);
    expect(await job.runner.post(run)).toMatchObject({ code: 0 });
    expect(readdirSync(join(job.runner.workspace, "out"))).toEqual(["shop.leaf.pem"]);
  });

  it("S69 removes the key after a failure too", async () => {
    await using job = await atStart({ scm: { autoApprove: false } });
    const inputs = { ...job.inputs, ...AGENT, "output-directory": "out", wait: "0", "on-pending": "fail" };
    const run = await job.runner.run(inputs);
    expect(run.code).toBe(3);
    expect(readdirSync(join(job.runner.workspace, "out"))).toEqual([".shop.pending-key.pem"]);
    await job.runner.post(run);
    expect(readdirSync(join(job.runner.workspace, "out"))).toEqual([]);
  });

  it("S69 the post step tells a key that it can't remove", async () => {
    await using job = await atStart();
    const run = await job.runner.run({ ...job.inputs, ...AGENT, "output-directory": "out" });
    rmSync(join(job.runner.workspace, "out/shop.key.pem"));
    mkdirSync(join(job.runner.workspace, "out/shop.key.pem"));
    const post = await job.runner.post(run);
    expect(post.code).toBe(1);
    expect(post.annotations[0]?.message).toContain("shop.key.pem");
  });

  it.each([
    ["key and csr at once", { csr: "shop.csr", "output-directory": "out" }, /together with csr/],
    ["no place for the key", {}, /nothing says where the key goes/],
    ["a directory that is not absolute", { "agent-directory": "tls" }, /not absolute/],
    ["a directory that is not there", { "agent-directory": "/nowhere/tls" }, /not there/],
    [
      "PKCS#12 without a password",
      { "output-directory": "out", formats: "pkcs12" },
      /pkcs12-password.*secrets\.SECTIGO_PKCS12_PASSWORD/s,
    ],
  ])("S68 refuses %s before anything is made", async (_name, given, message) => {
    await using job = await atStart();
    const run = await job.runner.run({ ...job.inputs, ...AGENT, ...given });
    expect(run.code).toBe(2);
    expect(run.annotations[0]?.message).toMatch(message);
    expect(await job.orders()).toBe(0);
  });
});
