import { describe, expect, test } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { enroll, enrollBody, type TestScm, testScm } from "../testing.ts";

const NOON = Date.parse("2026-03-16T12:34:56.789Z");

async function withFive(choices = {}): Promise<TestScm> {
  const scm = await testScm({ now: NOON, ...choices });
  for (const name of ["a", "b", "c", "d"]) await enroll(scm, `${name}.example.test`);
  await enroll(scm, "multi.example.test", { subjAltNames: "x.example.test" });
  return scm;
}

describe("list", () => {
  test("position is a record offset, size a length, the total counts all", async () => {
    await using scm = await withFive();
    const reply = await scm.call("GET", "/ssl/v1?position=3&size=200");
    expect(reply.headers.get("x-total-count")).toBe("5");
    const names = (Array.isArray(reply.json) ? reply.json : []).map((row) => fieldsOf(row).commonName);
    expect(names).toStrictEqual(["d.example.test", "multi.example.test"]);
    expect((await scm.call("GET", "/ssl/v1?position=99")).json).toStrictEqual([]);
  });

  test("rows have neither status nor dates, and no SAN list for a single name", async () => {
    await using scm = await withFive();
    const { json } = await scm.call("GET", "/ssl/v1?size=1");
    const serialNumber = expect.stringMatching(/^([0-9A-F]{2}:){15}[0-9A-F]{2}$/);
    expect(json).toStrictEqual([{ sslId: expect.any(Number), commonName: "a.example.test", serialNumber }]);
    const multi = await scm.call("GET", "/ssl/v1?commonName=MULTI");
    expect(multi.json).toMatchObject([{ subjectAlternativeNames: ["multi.example.test", "x.example.test"] }]);
  });

  test.for([
    ["?size=200", 200, 5],
    ["?size=201", 200, 5],
    ["?size=0", 200, 0],
    ["?size=-1", 400, undefined],
    ["?status=Nonsense", 400, undefined],
    ["?status=SA%20Approved", 200, 0],
    ["?requestedVia=REST", 200, 5],
    ["?requestedVia=REST%20API", 200, 5],
    ["?expiresBefore=2026-01-01", 200, 5],
  ] as const)("%s answers %d", async ([query, status, length]) => {
    await using scm = await withFive();
    const reply = await scm.call("GET", `/ssl/v1${query}`);
    expect(reply.status).toBe(status);
    if (length !== undefined) expect(reply.json).toHaveLength(length);
  });

  test("a page beyond 200 can be refused instead of cut", async () => {
    await using scm = await withFive({ strict: { refuseLargePages: true } });
    expect(await scm.call("GET", "/ssl/v1?size=201")).toMatchObject({ json: { code: -1601 } });
  });

  test("an administrator of one organization sees no other's", async () => {
    await using scm = await withFive();
    const [first] = await scm.control.certificates();
    expect((await scm.as("labs")("GET", "/ssl/v1")).json).toStrictEqual([]);
    expect((await scm.as("labs")("GET", `/ssl/v1/${first?.sslId}`)).status).toBe(404);
    expect((await scm.as("labs")("GET", "/organization/v1")).json).toMatchObject([
      { id: 7108, departments: [] },
    ]);
  });
});

describe("details", () => {
  test.for([
    ["", "03/16/2026"],
    ["?dateFormat=iso", "2026-03-16"],
    ["?dateFormat=ISO_HMS", "2026-03-16T12:34:56.789Z"],
    ["?dateFormat=EU_HMS", "16.03.2026 12:34:56"],
    ["?dateFormat=dd%2FMM%2Fyyyy", "16/03/2026"],
  ])("%s gives dates as %s", async ([query, requested]) => {
    await using scm = await withFive();
    const [first] = await scm.control.certificates();
    expect((await scm.call("GET", `/ssl/v1/${first?.sslId}${query}`)).json).toMatchObject({ requested });
  });

  test("they are the same under v2 and with a trailing slash; what has no value is left out", async () => {
    await using scm = await withFive();
    const [first] = await scm.control.certificates();
    const classic = await scm.call("GET", `/ssl/v1/${first?.sslId}`);
    expect((await scm.call("GET", `/ssl/v2/${first?.sslId}/`)).json).toStrictEqual(classic.json);
    expect(Object.values(fieldsOf(classic.json))).not.toContain(null);
    expect(classic.json).not.toHaveProperty("revoked");
    expect(classic.json).not.toHaveProperty("renewId");
  });

  test("empty members can be null or empty text instead", async () => {
    await using nulls = await withFive({ emptyMembers: "null" });
    const [first] = await nulls.control.certificates();
    expect((await nulls.call("GET", `/ssl/v1/${first?.sslId}`)).json).toMatchObject({
      revoked: null,
      reasonCode: null,
    });
    await using texts = await withFive({ emptyMembers: "empty-string" });
    const [other] = await texts.control.certificates();
    const { json } = await texts.call("GET", `/ssl/v1/${other?.sslId}`);
    expect(json).toMatchObject({ revoked: "" });
    expect(json).not.toHaveProperty("reasonCode");
  });

  test("an unknown id is 404 with a body", async () => {
    await using scm = await testScm();
    expect(await scm.call("GET", "/ssl/v1/99999")).toMatchObject({ status: 404, json: { code: -5101 } });
  });
});

describe("profiles and custom fields", () => {
  test("profiles are those offered to the organization", async () => {
    await using scm = await testScm();
    const ids = async (path: string): Promise<unknown[]> => {
      const { json } = await scm.call("GET", path);
      return (Array.isArray(json) ? json : []).map((profile) => fieldsOf(profile).id);
    };
    expect(await ids("/ssl/v1/types")).toHaveLength(5);
    expect(await ids("/ssl/v1/types?organizationId=7108")).not.toContain(3317);
    expect((await scm.call("GET", "/ssl/v1/customFields")).json).toContainEqual({
      id: 61,
      name: "Cost centre",
      mandatory: true,
    });
  });
});

describe("update", () => {
  test("changes what may change, merges custom fields and leaves the rest", async () => {
    await using scm = await testScm();
    const id = await enroll(scm, "www.example.test", {
      comments: "old",
      customFields: [{ name: "Go-live", value: "2026-01-01" }],
    });
    const reply = await scm.call("PUT", "/ssl/v1", {
      sslId: id,
      externalRequester: "a@example.test",
      customFields: [{ name: "Cost centre", value: "1" }],
      autoRenewDetails: { state: "Scheduled" },
    });
    expect(reply).toMatchObject({
      status: 200,
      json: {
        comments: "old",
        externalRequester: "a@example.test",
        autoRenewDetails: { daysBeforeExpiration: 30 },
      },
    });
    expect((await scm.control.certificate(id)).customFields).toHaveLength(2);
  });

  test("what was ordered can't change once it is issued, but can while Requested", async () => {
    await using scm = await testScm({ autoApprove: false });
    const id = await enroll(scm, "www.example.test");
    const change = { sslId: id, term: 90, subjectAlternativeNames: ["b.example.test"] };
    expect((await scm.call("PUT", "/ssl/v1", change)).json).toMatchObject({ term: 90 });
    await using other = await testScm();
    const issued = await enroll(other, "www.example.test");
    expect((await other.call("PUT", "/ssl/v1", { sslId: issued, term: 90 })).json).toMatchObject({
      code: -1601,
    });
    expect((await other.call("PUT", "/ssl/v1", { sslId: 1 })).json).toMatchObject({ code: -124 });
    expect((await other.call("POST", "/ssl/v1/enroll", enrollBody("c.example.test"))).status).toBe(200);
  });
});
