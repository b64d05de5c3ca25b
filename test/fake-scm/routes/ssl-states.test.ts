import { describe, expect, test } from "vitest";
import { enroll, enrollBody, testScm } from "../testing.ts";

const NOON = Date.parse("2026-03-16T12:00:00Z");

describe("states on the clock", () => {
  test("a request of a self-approving administrator is Applied at once and Issued after the delay", async () => {
    await using scm = await testScm({ now: NOON, issueDelayMs: 20_000 });
    const id = await enroll(scm, "www.example.test");
    const applied = await scm.call("GET", `/ssl/v1/${id}`);
    expect(applied.json).toMatchObject({
      status: "Applied",
      keyType: "EC",
      keySize: 0,
      approved: "03/16/2026",
    });
    expect(applied.json).not.toHaveProperty("serialNumber");
    expect(await scm.call("GET", `/ssl/v1/collect/${id}?format=pem`)).toMatchObject({
      status: 400,
      json: { code: 0, description: "Being processed by Sectigo" },
    });
    await scm.control.advanceClock(20_000);
    const issued = await scm.call("GET", `/ssl/v1/${id}`);
    expect(issued.json).toMatchObject({ status: "Issued", keyType: "EC - P-256", expires: "10/01/2026" });
    expect(await scm.call("GET", `/ssl/v1/collect/${id}?format=pem`)).toMatchObject({ status: 200 });
  });

  test("without the privilege a request waits for approval, and collect says so", async () => {
    await using scm = await testScm({ now: NOON });
    const reply = await scm.as("requester")("POST", "/ssl/v1/enroll", {
      ...enrollBody("www.example.test"),
    });
    expect(reply.status).toBe(200);
    const [record] = await scm.control.certificates();
    expect(record?.status).toBe("Requested");
    expect(await scm.call("GET", `/ssl/v1/collect/${record?.sslId}`)).toMatchObject({ json: { code: -23 } });
  });

  test("an issued certificate is Expired when its time is over", async () => {
    await using scm = await testScm({ now: NOON });
    const id = await enroll(scm, "www.example.test");
    await scm.control.setClock("2026-10-02T00:00:00Z");
    expect((await scm.call("GET", `/ssl/v1/${id}`)).json).toMatchObject({ status: "Expired" });
    expect((await scm.call("GET", "/ssl/v1?status=Expired")).json).toHaveLength(1);
    expect((await scm.call("GET", "/ssl/v1?status=Issued")).json).toHaveLength(0);
  });

  test("a revocation shows in status, date and reason, ends collecting, and can't be repeated", async () => {
    await using scm = await testScm({ now: NOON });
    const id = await enroll(scm, "www.example.test");
    const revoked = await scm.call("POST", `/ssl/v1/revoke/${id}`, { reasonCode: "4", reason: "superseded" });
    expect(revoked).toMatchObject({ status: 204, text: "" });
    const details = await scm.call("GET", `/ssl/v1/${id}`);
    expect(details.json).toMatchObject({ status: "Revoked", revoked: "03/16/2026", reasonCode: 4 });
    expect(await scm.call("GET", `/ssl/v1/collect/${id}`)).toMatchObject({ json: { code: -110 } });
    const again = await scm.call("POST", `/ssl/v1/revoke/${id}`, { reasonCode: 4, reason: "x" });
    expect(again).toMatchObject({ status: 400, json: { code: -159 } });
  });

  test("a serial number revokes in any spelling", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    const { serialNumber } = await scm.control.certificate(id);
    const path = `/ssl/v1/revoke/serial/${encodeURIComponent(serialNumber?.toLowerCase() ?? "")}`;
    expect((await scm.call("POST", path, { reasonCode: 1, reason: "key" })).status).toBe(204);
    expect((await scm.control.certificate(id)).status).toBe("Revoked");
  });

  test("a revocation from outside needs no request of ours", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test");
    await scm.control.clearRequests();
    expect(await scm.control.revoke(id, 4)).toMatchObject({ status: "Revoked", reasonCode: 4 });
    expect(await scm.control.requests()).toHaveLength(0);
  });
});
