import { X509Certificate } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCertificatesPem } from "../../core/index.ts";
import { makeCsr } from "../fake-scm/testing.ts";
import { openssl } from "../support/openssl.ts";
import { startJob } from "./support/job.ts";

const csr = (name: string): string => makeCsr(name).csr;

describe("the files of a certificate", () => {
  it("S51 S64 hold leaf, chain in issuing order, full chain and PKCS#7, with the modes that were asked for", async () => {
    await using job = await startJob({ files: { "shop.csr": csr("shop.example.test") } });
    const run = await job.runner.run({
      ...job.inputs,
      csr: "shop.csr",
      "output-directory": "deep/out",
      formats: "leaf, chain, full-chain, pkcs7, metadata",
      "certificate-mode": "0640",
      name: "web",
    });
    expect(run).toMatchObject({ code: 0, outputs: { "pkcs7-path": "deep/out/web.p7b" } });
    const file = (ending: string) => job.runner.read(`deep/out/web.${ending}`);
    const [leaf, ...others] = readCertificatesPem(file("leaf.pem"));
    const chain = readCertificatesPem(file("chain.pem"));
    expect(others).toEqual([]);
    expect(readCertificatesPem(file("full-chain.pem")).map(({ pem }) => pem)).toEqual(
      [leaf, ...chain].map((each) => each?.pem),
    );
    // Each is issued by the next, whatever order SCM has sent them in; the root is not among them.
    const full = [leaf, ...chain].map((each) => new X509Certificate(each?.pem ?? ""));
    expect(full.length).toBeGreaterThan(1);
    for (const [index, issuer] of full.slice(1).entries())
      expect(full[index]?.checkIssued(issuer)).toBe(true);
    const place = join(job.runner.workspace, "deep/out/web.p7b");
    const printed = openssl(["pkcs7", "-in", place, "-print_certs", "-noout"]);
    expect(printed.stdout.match(/^subject/gm)).toHaveLength(full.length);
    expect(statSync(place).mode & 0o777).toBe(0o640);
    const metadata = JSON.parse(file("json")) as Record<string, unknown>;
    expect(metadata).toMatchObject({
      csr: "shop.csr",
      commonName: "shop.example.test",
      sslId: Number(run.outputs["ssl-id"]),
      serialNumber: leaf?.serialNumber,
      paths: { "full-chain": "deep/out/web.full-chain.pem" },
    });
    // What changes by itself would make a commit of the file every day.
    expect(Object.keys(metadata)).not.toContain("daysLeft");
  });

  it("S64 takes requests from the input itself, and globs with exclusions", async () => {
    await using job = await startJob({
      files: {
        "certs/a.csr": csr("a.example.test"),
        "certs/deep/b.csr": csr("b.example.test"),
        "certs/old/c.csr": csr("c.example.test"),
      },
    });
    const inline = `${csr("x.example.test")}\n${csr("y.example.test")}`;
    const one = await job.runner.run({ ...job.inputs, csr: inline, "output-directory": "out" });
    expect(one.outputs).toMatchObject({ ordered: "2" });
    expect(job.runner.read("out/certificate-2.leaf.pem")).toContain("BEGIN CERTIFICATE");
    const two = await job.runner.run({ ...job.inputs, csr: "certs/**/*.csr\n!certs/old/**" });
    const { include } = JSON.parse(two.outputs.matrix ?? "") as { include: Record<string, unknown>[] };
    expect(include.map(({ name, csr: path, outcome }) => [name, path, outcome])).toEqual([
      ["a", "certs/a.csr", "enrolled"],
      ["deep/b", "certs/deep/b.csr", "enrolled"],
    ]);
    expect(include.every(({ sslId, daysLeft }) => Number(sslId) > 0 && Number(daysLeft) > 0)).toBe(true);
  });

  it("S64 works on many at once, never on more than allowed, and delivers each its own", async () => {
    const names = Array.from({ length: 24 }, (_none, index) => `h${index}.example.test`);
    await using job = await startJob({
      // The fake refuses more at a time than that.
      scm: { maxParallel: 4, latencyMs: 5 },
      files: Object.fromEntries(names.map((name) => [`certs/${name}.csr`, csr(name)])),
    });
    const run = await job.runner.run({
      ...job.inputs,
      csr: "certs/*.csr",
      "output-directory": "out",
      "max-parallel-requests": 4,
    });
    expect(run).toMatchObject({ code: 0, outputs: { ordered: "24", failed: "0" } });
    for (const name of names) {
      const [leaf] = readCertificatesPem(job.runner.read(`out/${name}.leaf.pem`));
      expect(leaf?.subject.commonName).toBe(name);
    }
    expect(await job.scm.control.certificates()).toHaveLength(24);
    const statuses = (await job.scm.control.requests()).map(({ status }) => status);
    expect(statuses).not.toContain(429);
  });
});
