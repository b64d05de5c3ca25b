import { createHash, X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { CertificateAuthority } from "../ca.ts";
import { fieldsOf } from "../fields-of.ts";
import { enroll, enrollBody, makeCsr, type TestScm, testScm, zipOf } from "../testing.ts";
import { parseCsr } from "../x509/csr.ts";

const NOON = Date.parse("2026-03-16T12:00:00Z");
const statusOf = async (scm: TestScm, id: number): Promise<string> =>
  (await scm.control.certificate(id)).status;

describe("approve and decline", () => {
  test("a waiting request is approved or declined once, with a message", async () => {
    await using scm = await testScm({ autoApprove: false, now: NOON });
    const id = await enroll(scm, "www.example.test");
    expect((await scm.call("POST", `/ssl/v1/approve/${id}`, {})).json).toMatchObject({ code: -1001 });
    expect((await scm.call("POST", `/ssl/v1/approve/${id}`, { message: "" })).json).toMatchObject({
      code: -1601,
    });
    expect((await scm.as("requester")("POST", `/ssl/v1/approve/${id}`, {})).json).toMatchObject({ code: -3 });
    expect((await scm.call("POST", `/ssl/v1/decline/${id}`, { message: "no" })).status).toBe(204);
    expect((await scm.call("GET", `/ssl/v1/${id}`)).json).toMatchObject({
      status: "Declined",
      declined: "03/16/2026",
    });
    expect((await scm.as("jo")("POST", `/ssl/v1/approve/${id}`, { message: "yes" })).status).toBe(204);
    expect((await scm.call("GET", `/ssl/v1/${id}`)).json).toMatchObject({
      status: "Issued",
      owner: "Jo Admin",
    });
    expect((await scm.call("POST", `/ssl/v1/approve/${id}`, { message: "x" })).json).toMatchObject({
      code: -1112,
    });
    expect((await scm.call("POST", "/ssl/v1/approve/1", { message: "x" })).json).toMatchObject({
      code: -124,
    });
  });
});

describe("renew", () => {
  test("by id: a new record with the old key and the longest term; the old one stays valid and says so", async () => {
    await using scm = await testScm({ now: NOON });
    const id = await enroll(scm, "www.example.test", { term: 90, comments: "tf:x" });
    const reply = await scm.call("POST", `/ssl/v1/renewById/${id}`, {});
    const successor = await scm.control.certificate(Number(fieldsOf(reply.json).sslId));
    const old = await scm.control.certificate(id);
    expect(successor).toMatchObject({ status: "Issued", term: 199, comments: "", csr: old.csr });
    expect(old).toMatchObject({ status: "Issued", renewed: true });
    expect((await scm.call("GET", `/ssl/v1/${id}`)).json).toMatchObject({ renewedDate: "03/16/2026" });
  });

  test("by id: an empty body passes, the JSON text does not, a CSR brings a new key", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    expect((await scm.call("POST", `/ssl/v1/renewById/${id}`)).status).toBe(200);
    expect((await scm.call("POST", `/ssl/v1/renewById/${id}`, '""')).json).toMatchObject({ code: -1002 });
    const { csr } = makeCsr("www.example.test");
    const reply = await scm.call("POST", `/ssl/v1/renewById/${id}`, { csr });
    expect((await scm.control.certificate(Number(fieldsOf(reply.json).sslId))).csr).toBe(csr);
  });

  test("by renewId: nothing comes back but a new record is there", async () => {
    await using scm = await testScm({ strict: { renewalCopiesComments: true, renewalNeedsApproval: true } });
    const reply = await scm.call(
      "POST",
      "/ssl/v1/enroll",
      enrollBody("www.example.test", { comments: "keep" }),
    );
    const path = `/ssl/v1/renew/${fieldsOf(reply.json).renewId}`;
    expect(await scm.call("POST", path, {})).toMatchObject({ status: 204, text: "" });
    const records = await scm.control.certificates();
    expect(records.map(({ status, comments }) => [status, comments])).toStrictEqual([
      ["Issued", "keep"],
      ["Requested", "keep"],
    ]);
    expect((await scm.call("POST", "/ssl/v1/renew/unknown", {})).json).toMatchObject({ code: -123 });
  });

  test("profiles and states can forbid it", async () => {
    await using scm = await testScm({ autoApprove: false });
    const waiting = await enroll(scm, "www.example.test");
    expect((await scm.call("POST", `/ssl/v1/renewById/${waiting}`, {})).json).toMatchObject({ code: -130 });
    await using other = await testScm();
    const once = await enroll(other, "www.example.test", { certType: 3358 });
    expect((await other.call("POST", `/ssl/v1/renewById/${once}`, {})).json).toMatchObject({ code: -180 });
  });

  test("manually: only a mark", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    expect((await scm.call("POST", `/ssl/v1/renew/manual/${id}`, { orderNumber: "1" })).status).toBe(204);
    expect(await scm.control.certificates()).toMatchObject([{ sslId: id, renewed: true }]);
  });
});

describe("replace", () => {
  test("same id, other serial and key, same end; with the CA meanwhile; the former one is revoked by its serial", async () => {
    await using scm = await testScm({ now: NOON, issueDelayMs: 5000 });
    const id = await enroll(scm, "www.example.test");
    await scm.control.advanceClock(5000);
    const before = await scm.control.certificate(id);
    const { csr } = makeCsr("www.example.test");
    const body = { csr, reason: "rotation", subjectAlternativeNames: ["new.example.test"] };
    expect(await scm.call("POST", `/ssl/v1/replace/${id}`, body)).toMatchObject({ status: 204, text: "" });
    expect(await statusOf(scm, id)).toBe("Applied");
    expect((await scm.call("GET", `/ssl/v1/collect/${id}`)).json).toMatchObject({ code: 0 });
    await scm.control.setClock("2026-05-04T00:00:00Z");
    const after = await scm.control.certificate(id);
    expect(after).toMatchObject({ status: "Issued", notAfter: before.notAfter, former: [{ revoked: null }] });
    expect(after.names).toContain("new.example.test");
    expect(after.serialNumber).not.toBe(before.serialNumber);
    expect((await scm.call("GET", `/ssl/v1/${id}`)).json).toMatchObject({ replaced: "03/16/2026" });
    const serial = `/ssl/v1/revoke/serial/${before.serialNumber}`;
    expect((await scm.call("POST", serial, { reasonCode: 4, reason: "old" })).status).toBe(204);
    expect((await scm.call("POST", serial, { reasonCode: 4, reason: "old" })).json).toMatchObject({
      code: -159,
    });
    expect(await statusOf(scm, id)).toBe("Issued");
  });

  test("is not made any more once the record is revoked", async () => {
    await using scm = await testScm({ now: NOON, issueDelayMs: 5000 });
    const id = await enroll(scm, "www.example.test");
    await scm.control.advanceClock(5000);
    await scm.control.act(id, "replace");
    await scm.control.revoke(id, 4);
    await scm.control.advanceClock(9000);
    expect(await scm.control.certificate(id)).toMatchObject({ status: "Revoked", former: [] });
  });

  test.for([
    [{ subjectAlternativeNames: "a.example.test" }, -1002],
    [{ csr: undefined }, -7],
    [{ reason: "" }, -1601],
    [{ subjectAlternativeNames: ["a.other.test"] }, -1010],
  ] as const)("%o is refused with %d", async ([change, code]) => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    const body = { csr: makeCsr("www.example.test").csr, reason: "x", ...change };
    expect((await scm.call("POST", `/ssl/v1/replace/${id}`, body)).json).toMatchObject({ code });
  });
});

describe("revoke manually", () => {
  test("by id, or by serial and issuer, with a date of its own", async () => {
    await using scm = await testScm({ now: NOON });
    const [a, b] = [await enroll(scm, "a.example.test"), await enroll(scm, "b.example.test")];
    const date = { revokeDate: "2026-03-01T11:05:00.120+00:00", reasonCode: 1 };
    expect((await scm.call("POST", "/ssl/v1/revoke/manual", { certId: a, ...date })).status).toBe(204);
    const { serialNumber } = await scm.control.certificate(b);
    const byName = { serialNumber, issuer: "CN=Fake SCM Issuing CA", ...date };
    expect((await scm.call("POST", "/ssl/v1/revoke/manual", byName)).status).toBe(204);
    expect((await scm.call("GET", `/ssl/v1/${b}`)).json).toMatchObject({
      status: "Revoked",
      revoked: "03/01/2026",
    });
    expect((await scm.call("POST", "/ssl/v1/revoke/manual", { serialNumber })).json).toMatchObject({
      code: -7,
    });
  });
});

describe("locations, validation, key store", () => {
  test("custom locations come, change and go", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    const path = `/ssl/v1/${id}/location`;
    const made = await scm.call("POST", path, { details: { Server: "lb-01" } });
    expect(made).toMatchObject({ status: 201, text: "" });
    const address = made.headers.get("location") ?? "";
    expect(address.startsWith(`${scm.apiUrl}${path}/`)).toBe(true);
    const own = address.slice(scm.apiUrl.length);
    expect((await scm.call("PUT", own, { details: { Server: "lb-02" } })).status).toBe(200);
    expect((await scm.call("GET", path)).json).toMatchObject([
      { locationType: "CUSTOM", details: { Server: "lb-02" } },
    ]);
    expect((await scm.call("DELETE", own)).status).toBe(204);
    expect((await scm.call("GET", own)).status).toBe(404);
  });

  test("validation is one object or a list, the recheck is accepted", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    expect((await scm.call("GET", `/ssl/v1/${id}/dcv`)).json).toMatchObject({
      dcvLog: { log: [{ domainName: "example.test", dcvStatus: "Validated" }] },
      instructions: [{ dcvMode: "CNAME" }],
    });
    expect((await scm.call("POST", `/ssl/v1/${id}/dcv/recheck`)).status).toBe(202);
    await using listed = await testScm({ strict: { dcvAsList: true } });
    const other = await enroll(listed, "www.example.test");
    expect((await listed.call("GET", `/ssl/v1/${other}/dcv`)).json).toHaveLength(1);
  });

  test("a key store link only for keys that SCM made", async () => {
    await using scm = await testScm();
    const own = await enroll(scm, "www.example.test");
    expect((await scm.call("GET", `/ssl/v1/keystore/${own}/p12`)).json).toMatchObject({ code: -1021 });
    const order = {
      ...enrollBody("x"),
      csr: undefined,
      commonName: "k.example.test",
      algorithm: "EC",
      keyParam: "P-384",
    };
    const { json } = await scm.call("POST", "/ssl/v1/enroll-keygen", order);
    const id = Number(fieldsOf(json).sslId);
    const link = await scm.call("POST", `/ssl/v1/keystore/${id}/p12`, { passphrase: "secret" });
    expect(link.json).toMatchObject({ link: expect.stringMatching(/\/download\?token=\w+&keyformat=p12$/) });
    expect((await scm.call("GET", `/ssl/v1/${id}`)).json).toMatchObject({ keyType: "EC - P-384" });
  });
});

describe("import and delete", () => {
  function foreignCertificate(name: string): Buffer {
    const authority = new CertificateAuthority(NOON);
    const csr = parseCsr(makeCsr(name).csr);
    if (typeof csr === "string") throw new Error(csr);
    const serial = createHash("sha256").update(name).digest("hex").slice(0, 20).toUpperCase();
    const order = { subject: csr.subject, spki: csr.spki, serial, subjectAlternativeNames: [name] };
    return authority.issue({ ...order, notBefore: NOON, notAfter: NOON + 1e9, purpose: "ssl" });
  }

  test("the list form answers one by one, says what was there, and what it takes in can be deleted", async () => {
    await using scm = await testScm({ now: NOON });
    const cert = foreignCertificate("legacy.other.test").toString("base64");
    const items = [{ orgID: 7003, cert }, { orgID: 7003, cert }, { orgID: 7003, cert: "AAAA" }, { cert }];
    const { json } = await scm.call("POST", "/ssl/v2/import", items);
    expect(json).toMatchObject([
      { created: true, cert: { serialNumber: expect.stringMatching(/^[0-9A-F]{20}$/) } },
      { created: false },
      { errorMessage: "Certificate cannot be parsed." },
      { errorMessage: "Value of 'orgID' must not be null." },
    ]);
    const [record] = await scm.control.certificates();
    const id = record?.sslId ?? 0;
    const details = await scm.call("GET", `/ssl/v1/${id}`);
    expect(details.json).toMatchObject({ status: "Issued", requestedVia: "Imported", vendor: "Fake SCM" });
    for (const absent of ["certType", "term", "requester", "requested", "validationType"]) {
      expect(details.json).not.toHaveProperty(absent);
    }
    const pem = await scm.call("GET", `/ssl/v1/collect/${id}?format=pemco`);
    expect(new X509Certificate(pem.text).subject).toBe("CN=legacy.other.test");
    expect((await scm.call("POST", `/ssl/v1/renewById/${id}`, {})).json).toMatchObject({ code: -39 });
    expect((await scm.call("DELETE", `/ssl/v1/${id}`)).status).toBe(204);
    expect((await scm.call("GET", `/ssl/v1/${id}`)).status).toBe(404);
    const managed = await enroll(scm, "www.example.test");
    expect((await scm.call("DELETE", `/ssl/v1/${managed}`)).status).toBe(400);
  });

  test("the archive form counts files and lists what was wrong with some", async () => {
    await using scm = await testScm({ now: NOON });
    const form = new FormData();
    const archive = zipOf({
      "a.cer": foreignCertificate("a.other.test"),
      "bundle.p12": Buffer.from("x"),
      "b.pem": Buffer.from("no certificate"),
    });
    form.set("file", new Blob([archive]), "certificates.zip");
    const reply = await scm.call("POST", "/ssl/v1/import?orgId=7003", form);
    expect(reply.json).toStrictEqual({
      processedCount: 3,
      errors: ["bundle.p12 - Unsupported file extension", "[b.pem] - Invalid certificate"],
    });
    expect(await scm.control.certificates()).toMatchObject([{ commonName: "a.other.test" }]);
  });

  test("more than 128 at a time, or no list, is refused", async () => {
    await using scm = await testScm();
    expect((await scm.call("POST", "/ssl/v2/import", Array(129).fill({}))).json).toMatchObject({
      code: -1601,
    });
    expect((await scm.call("POST", "/ssl/v2/import", {})).json).toMatchObject({ code: -1002 });
    expect((await scm.call("POST", "/ssl/v1/import?orgId=7003", "{}")).json).toMatchObject({ code: -1002 });
  });
});
