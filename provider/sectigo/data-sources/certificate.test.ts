import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCertificatePem } from "../../../core/index.ts";
import { enroll, type TestScm, testScm } from "../../../test/fake-scm/testing.ts";
import { connection, START } from "../../../test/support/certificate-stage.ts";
import { readData } from "../../../test/support/read-data.ts";
import type { Connection } from "../connection.ts";
import { certificateDataSource } from "./certificate.ts";

let scm: TestScm;
let api: Connection;
let sslId: number;

beforeEach(async () => {
  scm = await testScm({ now: START.getTime() });
  api = connection(scm);
  sslId = await enroll(scm, "shop.example.test", {
    subjAltNames: "www.shop.example.test",
    customFields: [{ name: "Cost centre", value: "4711" }],
    comments: "The shop",
  });
});
afterEach(async () => {
  await api.client.close();
  await scm.close();
});

const read = (config: Readonly<Record<string, unknown>>) => readData(certificateDataSource, api, config);

describe("data.sectigo_certificate", () => {
  it("gives record, certificate and chain of an id", async () => {
    const { values, diagnostics } = await read({ ssl_id: sslId });
    expect(diagnostics).toEqual([]);
    const leaf = readCertificatePem(String(values.certificate_pem));
    expect(values).toMatchObject({
      ssl_id: sslId,
      common_name: "shop.example.test",
      status: "Issued",
      organization_id: 7003,
      scm_profile_id: 3312,
      term_days: 199,
      comments: "The shop",
      custom_fields: { "Cost centre": "4711" },
      serial_number: leaf.serialNumber,
      fingerprint_sha256: leaf.fingerprintSha256,
    });
    expect(values.subject_alternative_names).toContain("www.shop.example.test");
    expect(values.full_chain_pem).toBe(`${values.certificate_pem}${values.chain_pem}`);
  });

  it("finds by serial number in any spelling, which stays, and by common name", async () => {
    const { values } = await read({ ssl_id: sslId });
    const spelled = String(values.serial_number)
      .toLowerCase()
      .replace(/(..)(?=.)/g, "$1:");
    expect((await read({ serial_number: spelled })).values).toEqual({ ...values, serial_number: spelled });
    expect((await read({ common_name: "Shop.example.test" })).values).toMatchObject({
      ssl_id: sslId,
      common_name: "Shop.example.test",
    });
  });

  it("names the ids when several have the name", async () => {
    const other = await enroll(scm, "shop.example.test", {
      customFields: [{ name: "Cost centre", value: "1" }],
    });
    const { diagnostics } = await read({ common_name: "shop.example.test" });
    const [first, second] = [sslId, other].sort((a, b) => a - b);
    expect(diagnostics).toMatchObject([
      {
        summary: expect.stringMatching(`SCM lists 2, with the ids (${first}, ${second}|${second}, ${first})`),
      },
    ]);
  });

  it("gives the record alone of one that is revoked", async () => {
    await scm.control.revoke(sslId);
    const { values, diagnostics } = await read({ ssl_id: sslId });
    expect(diagnostics).toEqual([]);
    expect(values).toMatchObject({
      status: "Revoked",
      certificate_pem: null,
      serial_number: expect.any(String),
    });
  });

  it("gives the record alone, with a warning, of one that SCM does not hand out", async () => {
    await scm.control.plantFault({
      route: "GET /ssl/v1/collect/{id}/{format}",
      kind: "status",
      status: 404,
      code: -124,
      times: 9,
    });
    const { values, diagnostics } = await read({ ssl_id: sslId });
    expect(values).toMatchObject({ status: "Issued", certificate_pem: null });
    expect(diagnostics).toMatchObject([
      { severity: "warning", summary: expect.stringContaining("can't be collected") },
    ]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ["nothing", {}, /none is given/],
    ["two keys", { ssl_id: 1, common_name: "a" }, /ssl_id and common_name are given/],
    ["a serial number that is none", { serial_number: "xyz" }, /"xyz" is given/],
  ])("refuses %s without a call", async (_what, config, detail) => {
    await scm.control.clearRequests();
    expect((await read(config)).diagnostics).toMatchObject([
      { severity: "error", detail: expect.stringMatching(detail) },
    ]);
    expect(await scm.control.requests()).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ["an id", { ssl_id: 999_999 }, /SCM does not show it to user "svc-certs"/],
    ["a serial number", { serial_number: "00FF" }, /SCM lists none/],
    ["a common name", { common_name: "shop" }, /SCM lists none/],
  ])("says that %s is unknown", async (_what, config, summary) => {
    expect((await read(config)).diagnostics).toMatchObject([
      { severity: "error", summary: expect.stringMatching(summary) },
    ]);
  });

  it("writes nothing to SCM", async () => {
    await scm.control.clearRequests();
    await read({ ssl_id: sslId });
    expect((await scm.control.requests()).map(({ method }) => method)).toEqual(["GET", "GET"]);
  });
});
