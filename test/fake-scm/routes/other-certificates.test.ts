import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { type TestScm, testScm } from "../testing.ts";

const NOON = Date.parse("2026-03-16T12:00:00Z");

async function rows(scm: TestScm, path: string): Promise<Readonly<Record<string, unknown>>[]> {
  const { json } = await scm.call("GET", path);
  return (Array.isArray(json) ? json : []).map(fieldsOf);
}

describe.for([
  { base: "/smime/v2", details: "/smime/v1", filter: "state", listed: "issued", shown: "issued" },
  { base: "/smime/v2", details: "/smime/v2", filter: "state", listed: "revoked", shown: "revoked" },
  { base: "/device/v1", details: "/device/v1", filter: "status", listed: "ISSUED", shown: "Issued" },
])("$base with $listed", ({ base, details, filter, listed, shown }) => {
  test("lists with filters, counts, and shows details in its own spelling", async () => {
    await using scm = await testScm({ records: 3000, now: NOON });
    const count = (await scm.call("HEAD", `${base}?${filter}=${listed}`)).headers.get("x-total-count");
    const found = await rows(scm, `${base}?${filter}=${listed}&size=200`);
    expect(found.length).toBe(Math.min(200, Number(count)));
    expect(found[0]).toMatchObject({ [filter]: listed });
    const record = (await scm.call("GET", `${details}/${found[0]?.id}`)).json;
    expect(record).toMatchObject({
      status: shown,
      term: expect.any(Number),
      expires: expect.stringMatching(/^\d\d\//),
    });
    expect((await scm.call("GET", `${details}/1`)).status).toBe(404);
    expect((await rows(scm, `${base.replace("v2", "v1")}/types?organizationId=7003`)).length).toBeGreaterThan(
      0,
    );
  });
});

describe("download", () => {
  test("client certificates by the CA's id, device certificates by SCM's", async () => {
    await using scm = await testScm({ records: 300, now: NOON });
    const [client] = await rows(scm, "/smime/v2?state=issued");
    const mail = await scm.call("GET", `/smime/v1/collect/${client?.backendCertId}?format=x509CO`);
    expect(new X509Certificate(mail.text).subjectAltName).toMatch(/^email:person\d+@example\.test$/);
    const [device] = await rows(scm, "/device/v1?status=ISSUED");
    const machine = await scm.call("GET", `/device/v1/collect/${device?.id}?format=pemco`);
    expect(new X509Certificate(machine.text).subject).toMatch(/CN=dev-\d{5}$/);
  });

  test("a request without certificate shows nulls, empty texts and zero", async () => {
    await using scm = await testScm({ records: 3000, now: NOON });
    const [rejected] = await rows(scm, "/smime/v2?state=rejected");
    expect(rejected).toMatchObject({ backendCertId: null, expires: null, serialNumber: "", orderNumber: 0 });
  });
});
