import { describe, expect, it } from "vitest";
import { importStage } from "../../../test/support/import-stage.ts";

const DAY_MS = 86_400_000;
const ALL = { includeDiscovered: true, includeExpired: true } as const;

describe("runImport", () => {
  it("S25 brings every certificate of every type once, with what SCM's records say", async () => {
    await using it = await importStage();
    const outcome = await it.import(ALL);
    expect(outcome.warnings).toEqual([]);
    expect(outcome.imported).toEqual(["ssl", "client", "device"]);
    const rows = await it.rows();
    const truth = await it.fake.control.certificates();
    const ssl = rows.filter(({ type }) => type === "ssl");
    expect(ssl.map(({ certificateId }) => certificateId).sort((a, b) => a - b)).toEqual(
      truth.map(({ sslId }) => sslId).sort((a, b) => a - b),
    );
    expect(rows.filter(({ type }) => type === "client")).toHaveLength(60);
    expect(rows.filter(({ type }) => type === "device")).toHaveLength(60);
    const details = await it.scm.certificates.get(ssl[0]?.certificateId ?? 0);
    expect(ssl[0]).toMatchObject({
      commonName: details.commonName,
      subjectAlternativeNames: details.subjectAlternativeNames,
      serialNumber: details.serialNumber,
      organizationId: details.organizationId,
      status: details.status,
      issuer: details.issuer,
      sha1Hash: details.sha1Hash,
      keyAlgorithm: "EC",
      keySize: 256,
      keyStrength: 128,
    });
  });

  it("S25 asks nothing per certificate, first or later", async () => {
    await using it = await importStage();
    await it.import(ALL);
    const first = await it.calls();
    expect(first.filter((call) => call.endsWith("{id}"))).toEqual([]);
    expect(first.length).toBeLessThan(25);
    await it.pass(DAY_MS);
    await it.import(ALL);
    const later = (await it.calls()).filter((call) => !/smime|client|device/.test(call));
    expect(later).toEqual(Array(6).fill("POST /report/v1/ssl-certificates"));
  });
});
