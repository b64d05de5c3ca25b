import { describe, expect, test } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { enroll, makeCsr, type TestScm, testScm } from "../testing.ts";

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

  test("profiles and states can forbid it", async () => {
    await using scm = await testScm({ autoApprove: false });
    const waiting = await enroll(scm, "www.example.test");
    expect((await scm.call("POST", `/ssl/v1/renewById/${waiting}`, {})).json).toMatchObject({ code: -130 });
    await using other = await testScm();
    const once = await enroll(other, "www.example.test", { certType: 3358 });
    expect((await other.call("POST", `/ssl/v1/renewById/${once}`, {})).json).toMatchObject({ code: -180 });
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

describe("locations", () => {
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
});
