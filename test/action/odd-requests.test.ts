import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCertificatePem } from "../../core/index.ts";
import { opensslRequest } from "../support/openssl-request.ts";
import { type Job, startJob } from "./support/job.ts";

const SUBJECT = ["CN = shop.example.test"];

function leafOf({ runner }: Job): string {
  return readFileSync(join(runner.workspace, "out", "shop.leaf.pem"), "utf8");
}

describe("S77 a CSR that two readers may read differently", () => {
  it.each<[string, Parameters<typeof opensslRequest>[0], RegExp]>([
    [
      "several common names",
      { subject: ["0.CN = shop.example.test", "1.CN = b.example.test"] },
      /two readers may read it differently: it has 2 common names/,
    ],
    [
      "a common name among other attributes",
      { subject: ["OU = Web", "+CN = shop.example.test"] },
      /stands in one part of the subject with other attributes/,
    ],
    ["a final dot", { subject: ["CN = shop.example.test."] }, /not written as certificates have it/],
    ["a challenge password", { subject: SUBJECT, challengePassword: "hunter2hunter2" }, /challenge password/],
    [
      "an underscore",
      { subject: ["CN = my_shop.example.test"] },
      /holds an underscore, which public CAs refuse/,
    ],
    ["an address as common name", { subject: ["CN = 8.8.8.8"] }, /is an IP address; public CAs/],
    [
      "a reserved address",
      { subject: SUBJECT, extensions: ["subjectAltName = IP:10.0.0.1"] },
      /"10\.0\.0\.1" is a reserved address/,
    ],
    ["no common name", { subject: ["O = Example Ltd"] }, /no common name.*common-name-from-san: true/s],
  ])("or one with %s is refused at its file, and nothing is ordered", async (_case, wishes, message) => {
    await using job = await startJob({ files: { "shop.csr": opensslRequest(wishes).toString() } });
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr" });
    expect(run.code).toBe(1);
    expect(run.annotations[0]).toMatchObject({ severity: "error", file: "shop.csr" });
    expect(run.annotations[0]?.message).toMatch(message);
    expect(await job.orders()).toBe(0);
    expect(run.log).not.toContain("hunter2");
  });
});

describe("a CSR with more than SCM takes", () => {
  it("is ordered with its host names, and warnings say what is left out", async () => {
    const names =
      "DNS:shop.example.test,email:me@example.test,otherName:1.3.6.1.4.1.311.20.2.3;UTF8:shop@EXAMPLE.TEST";
    const extensions = [`subjectAltName = ${names}`, "tlsfeature = status_request"];
    await using job = await startJob({
      files: { "shop.csr": opensslRequest({ subject: SUBJECT, extensions }).toString() },
    });
    const inputs = {
      ...job.inputs,
      csr: "shop.csr",
      "allowed-names": "shop.example.test",
      "output-directory": "out",
    };
    const run = await job.runner.run(inputs);
    expect(run.code).toBe(0);
    const warnings = run.annotations
      .filter(({ severity }) => severity === "warning")
      .map((each) => each.message);
    expect(warnings.join("\n")).toMatch(/me@example\.test.*type 1\.3\.6\.1\.4\.1\.311\.20\.2\.3/s);
    expect(warnings.join("\n")).toContain("OCSP must-staple");
    const leaf = readCertificatePem(leafOf(job));
    expect(leaf.names).toEqual([{ kind: "dns", value: "shop.example.test" }]);
  });

  it("without a common name is ordered where the first DNS name serves", async () => {
    const extensions = ["subjectAltName = DNS:shop.example.test,DNS:www.example.test"];
    const csr = opensslRequest({ subject: ["O = Example Ltd"], extensions }).toString();
    await using job = await startJob({
      files: { "shop.csr": csr },
      scm: { strict: { commonNameFromSan: true } },
    });
    const inputs = { ...job.inputs, csr: "shop.csr", "common-name-from-san": "true" };
    expect(await job.runner.run(inputs)).toMatchObject({ code: 0, outputs: { ordered: "1" } });
    expect(await job.runner.run(inputs)).toMatchObject({ code: 0, outputs: { ordered: "0" } });
    expect(await job.orders()).toBe(1);
  });
});

describe("a CSR's file as tools on Windows write it", () => {
  const pem = opensslRequest({ subject: SUBJECT });
  it.each([
    ["DER", opensslRequest({ subject: SUBJECT, form: "DER" })],
    ["UTF-16 with a byte order mark", Buffer.from(`\ufeff${pem.toString()}`, "utf16le")],
    [
      "UTF-8 with a byte order mark and CRLF",
      Buffer.from(`\ufeff${pem.toString().replaceAll("\n", "\r\n")}`),
    ],
  ])("is read in %s", async (_form, file) => {
    await using job = await startJob();
    writeFileSync(join(job.runner.workspace, "shop.csr"), file);
    const run = await job.runner.run({ ...job.inputs, csr: "shop.csr", "output-directory": "out" });
    expect(run).toMatchObject({ code: 0, outputs: { ordered: "1" } });
    expect(readCertificatePem(leafOf(job)).subject.commonName).toBe("shop.example.test");
  });
});
