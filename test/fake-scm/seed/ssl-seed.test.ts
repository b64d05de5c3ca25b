import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { type TestScm, testScm } from "../testing.ts";

const START = Date.parse("2026-03-16T12:00:00Z");

async function ids(scm: TestScm, query: string): Promise<number[]> {
  const { json } = await scm.call("GET", `/ssl/v1?${query}`);
  return (Array.isArray(json) ? json : []).map((row) => Number(fieldsOf(row).sslId));
}

describe("seeded records", () => {
  test("they are the same for the same seed, with rising ids, found by id and by serial", async () => {
    await using scm = await testScm({ records: 500, now: START });
    await using twin = await testScm({ records: 500, now: START });
    const all = [
      ...(await ids(scm, "size=200")),
      ...(await ids(scm, "position=200")),
      ...(await ids(scm, "position=400")),
    ];
    expect(all).toHaveLength(500);
    expect(all.toSorted((a, b) => a - b)).toStrictEqual(all);
    expect(await ids(twin, "size=200")).toStrictEqual(all.slice(0, 200));
    const record = await scm.control.certificate(all[137] ?? 0);
    expect(await twin.control.certificate(all[137] ?? 0)).toStrictEqual(record);
    expect(await ids(scm, `serialNumber=${record.serialNumber}`)).toStrictEqual([record.sslId]);
  });

  test("all kinds are there, and most are valid", async () => {
    await using scm = await testScm({ records: 3000, now: START });
    const count = async (query: string): Promise<number> =>
      Number((await scm.call("GET", `/ssl/v1?size=1&${query}`)).headers.get("x-total-count"));
    const states = ["Issued", "Expired", "Revoked", "Requested", "Declined"];
    const counts = await Promise.all(states.map((state) => count(`status=${state}`)));
    expect(Math.min(...counts)).toBeGreaterThan(3);
    expect(counts.reduce((sum, part) => sum + part, 0)).toBe(3000);
    expect(counts[0]).toBeGreaterThan(2400);
    expect(await count("requestedVia=DISCOVERY")).toBeGreaterThan(100);
  });

  test("the certificate is the same octets each time, also for another caller, and OpenSSL takes it", async () => {
    await using scm = await testScm({ records: 20, now: START });
    const [id] = await ids(scm, "status=Issued&size=1");
    const first = await scm.call("GET", `/ssl/v1/collect/${id}?format=pemco`);
    const second = await scm.as("jo")("GET", `/ssl/v1/collect/${id}?format=pemco`);
    expect(second.text).toBe(first.text);
    const details = fieldsOf((await scm.call("GET", `/ssl/v1/${id}`)).json);
    const leaf = new X509Certificate(first.text);
    expect(fieldsOf(details.certificateDetails).sha1Hash).toBe(leaf.fingerprint.replace(/:/g, ""));
    expect(details.serialNumber).toBe(leaf.serialNumber.replace(/(..)(?!$)/g, "$1:"));
  });

  test("changes to them stay: revoked by serial, updated", async () => {
    await using scm = await testScm({ records: 400, now: START });
    const [a = 0, b = 0] = await ids(scm, "status=Issued&requestedVia=REST");
    const { serialNumber } = await scm.control.certificate(a);
    const revoked = await scm.call("POST", `/ssl/v1/revoke/serial/${serialNumber}`, {
      reason: "x",
      reasonCode: 4,
    });
    expect(revoked.status).toBe(204);
    expect((await scm.call("GET", `/ssl/v1/${a}`)).json).toMatchObject({ status: "Revoked" });
    await scm.call("PUT", "/ssl/v1", { sslId: b, comments: "mine" });
    expect((await scm.call("GET", `/ssl/v1/${b}`)).json).toMatchObject({ comments: "mine" });
    const all = [...(await ids(scm, "position=0")), ...(await ids(scm, "position=200"))];
    expect(all).toHaveLength(400);
    expect(all).toContain(b);
    expect(all.toSorted((x, y) => x - y)).toStrictEqual(all);
  });
});
