import { describe, expect, test } from "vitest";
import { fieldsOf } from "./fields-of.ts";
import { STRICT_NAMES, type StrictOptions } from "./strict-options.ts";
import { enroll, enrollBody, type TestScm, testScm } from "./testing.ts";
import { makeCsr } from "./x509/make-csr.ts";

const NOON = Date.parse("2026-03-16T12:00:00Z");

/** What a caller sees, turned and not. */
type Case = readonly [
  name: keyof StrictOptions,
  look: (scm: TestScm) => Promise<unknown>,
  off: unknown,
  on: unknown,
];

async function code(scm: TestScm, method: string, path: string, body?: unknown): Promise<unknown> {
  const { status, json } = await scm.call(method, path, body);
  return status < 400 ? status : fieldsOf(json).code;
}

async function detail(scm: TestScm, id: number, member: string): Promise<unknown> {
  return fieldsOf((await scm.call("GET", `/ssl/v1/${id}`)).json)[member];
}

async function blocks(scm: TestScm, format: string): Promise<number> {
  const id = await enroll(scm, "www.example.test");
  const { text } = await scm.call("GET", `/ssl/v1/collect/${id}?format=${format}`);
  return text.split("BEGIN CERTIFICATE").length - 1;
}

const CASES: readonly Case[] = [
  [
    "shutOutHasOwnCode",
    async (scm) => fieldsOf((await scm.as("suspended")("GET", "/ssl/v1")).json).code,
    -16,
    -970,
  ],
  ["refuseUnknownFilters", (scm) => code(scm, "GET", "/ssl/v1?expiresBefore=1"), 200, -1601],
  ["refuseLargePages", (scm) => code(scm, "GET", "/ssl/v1?size=300"), 200, -1601],
  ["noHead", async (scm) => (await scm.call("HEAD", "/ssl/v1")).status, 200, 405],
  ["otherNotFoundCode", (scm) => code(scm, "GET", "/ssl/v1/1"), -5101, -124],
  ["pemiaWithRoot", (scm) => blocks(scm, "pemia"), 3, 4],
  ["chainWithoutRoot", (scm) => blocks(scm, "x509"), 4, 3],
  [
    "exactNameFilter",
    async (scm) => {
      await enroll(scm, "www.example.test");
      return (await scm.call("GET", "/ssl/v1?commonName=www")).headers.get("x-total-count");
    },
    "1",
    "0",
  ],
  [
    "newestFirst",
    async (scm) => {
      for (const name of ["a", "b", "c"]) await enroll(scm, `${name}.example.test`);
      const { json } = await scm.call("GET", "/ssl/v1?size=2&position=1");
      return Array.isArray(json) ? json.map((row) => fieldsOf(row).commonName) : [];
    },
    ["b.example.test", "c.example.test"],
    ["b.example.test", "a.example.test"],
  ],
  [
    "sansWithoutCommonName",
    async (scm) =>
      detail(
        scm,
        await enroll(scm, "a.example.test", { subjAltNames: "b.example.test" }),
        "subjectAlternativeNames",
      ),
    ["a.example.test", "b.example.test"],
    ["b.example.test"],
  ],
  [
    "isoDates",
    async (scm) => detail(scm, await enroll(scm, "a.example.test"), "expires"),
    "10/01/2026",
    "2026-10-01T00:00:00.000Z",
  ],
  [
    "requestedViaWebApi",
    async (scm) => detail(scm, await enroll(scm, "a.example.test"), "requestedVia"),
    "REST API",
    "Web API",
  ],
  [
    "reasonCodeAsText",
    async (scm) => {
      const id = await enroll(scm, "a.example.test");
      await scm.control.revoke(id, 4);
      return detail(scm, id, "reasonCode");
    },
    4,
    "4",
  ],
  [
    "spacedStatus",
    async (scm) => {
      const id = await enroll(scm, "a.example.test");
      await scm.control.act(id, "status", { status: "SAApproved" });
      return detail(scm, id, "status");
    },
    "SAApproved",
    "SA Approved",
  ],
  [
    "collectRevoked",
    async (scm) => {
      const id = await enroll(scm, "a.example.test");
      await scm.control.revoke(id);
      return code(scm, "GET", `/ssl/v1/collect/${id}`);
    },
    -110,
    200,
  ],
  [
    "otherWaitingCodes",
    async (scm) => code(scm, "GET", `/ssl/v1/collect/${await enroll(scm, "stuck.example.test")}`),
    0,
    -1400,
  ],
  [
    "emptyWhileWaiting",
    async (scm) =>
      (await scm.call("GET", `/ssl/v1/collect/${await enroll(scm, "stuck.example.test")}`)).status,
    400,
    200,
  ],
  ["requireReasonCode", (scm) => revokeWith(scm, { reason: "x" }), 204, -1001],
  ["reasonCodeTextOnly", (scm) => revokeWith(scm, { reason: "x", reasonCode: 4 }), 204, -1002],
  [
    "renewalNeedsBody",
    async (scm) => code(scm, "POST", `/ssl/v1/renewById/${await enroll(scm, "a.example.test")}`),
    200,
    -1002,
  ],
  ["renewalNeedsApproval", async (scm) => (await renewed(scm)).status, "Issued", "Requested"],
  ["renewalCopiesComments", async (scm) => (await renewed(scm)).comments, "", "marker"],
  ["replaceRevokes", async (scm) => (await replaced(scm)).former[0]?.revoked === null, true, false],
  [
    "replaceCustomFields",
    async (scm) => {
      const id = await enroll(scm, "a.example.test", {
        customFields: [{ name: "Go-live", value: "2026-01-01" }],
      });
      await scm.call("PUT", "/ssl/v1", { sslId: id, customFields: [{ name: "Cost centre", value: "1" }] });
      return (await scm.control.certificate(id)).customFields.length;
    },
    2,
    1,
  ],
  [
    "dcvAsList",
    async (scm) =>
      Array.isArray((await scm.call("GET", `/ssl/v1/${await enroll(scm, "a.example.test")}/dcv`)).json),
    false,
    true,
  ],
  [
    "displayStates",
    async (scm) => fieldsOf((await scm.call("GET", "/domain/v1/811")).json).validationStatus,
    "EXPIRED",
    "Expired",
  ],
  [
    "reportShowsIssued",
    async (scm) => {
      await enroll(scm, "a.example.test");
      return (await scm.call("POST", "/report/v1/ssl-certificates", {})).text.includes('"issued"');
    },
    false,
    true,
  ],
];

async function revokeWith(scm: TestScm, body: unknown): Promise<unknown> {
  return code(scm, "POST", `/ssl/v1/revoke/${await enroll(scm, "a.example.test")}`, body);
}

async function renewed(scm: TestScm): Promise<{ status: string; comments: string | null }> {
  const id = await enroll(scm, "a.example.test", { comments: "marker" });
  const { json } = await scm.call("POST", `/ssl/v1/renewById/${id}`, {});
  return scm.control.certificate(Number(fieldsOf(json).sslId));
}

async function replaced(scm: TestScm): ReturnType<TestScm["control"]["certificate"]> {
  const id = await enroll(scm, "a.example.test");
  await scm.call("POST", `/ssl/v1/replace/${id}`, { csr: makeCsr("a.example.test").csr, reason: "x" });
  return scm.control.certificate(id);
}

describe("switches", () => {
  test.for(CASES)("%s changes what a caller sees", async ([name, look, off, on]) => {
    await using standard = await testScm({ now: NOON });
    expect(await look(standard)).toStrictEqual(off);
    await using turned = await testScm({ now: NOON, strict: { [name]: true } });
    expect(await look(turned)).toStrictEqual(on);
  });

  test("a page without size has 25 records", async () => {
    await using scm = await testScm({ records: 60, strict: { smallDefaultPage: true } });
    expect((await scm.call("GET", "/ssl/v1")).json).toHaveLength(25);
  });

  test("a record can stay Issued while it is replaced", async () => {
    await using scm = await testScm({ now: NOON, issueDelayMs: 1000, strict: { replaceStaysIssued: true } });
    const id = await enroll(scm, "a.example.test");
    await scm.control.advanceClock(1000);
    const before = await scm.control.certificate(id);
    await scm.call("POST", `/ssl/v1/replace/${id}`, { csr: makeCsr("a.example.test").csr, reason: "x" });
    expect(await scm.control.certificate(id)).toMatchObject({
      status: "Issued",
      serialNumber: before.serialNumber,
    });
    await scm.control.advanceClock(1000);
    const after = await scm.control.certificate(id);
    expect(after.status).toBe("Issued");
    expect(after.serialNumber).not.toBe(before.serialNumber);
  });

  test("every switch is tried somewhere", () => {
    const elsewhere = [
      "noBearerUnderPrivate",
      "bearerNeedsCustomerUri",
      "smallDefaultPage",
      "replaceStaysIssued",
    ];
    const tried = [...CASES.map(([name]) => name), ...elsewhere];
    expect(STRICT_NAMES.filter((name) => !tried.some((known) => known === name))).toStrictEqual([]);
  });
});

describe("delays", () => {
  test("new records reach lists and reports late", async () => {
    await using scm = await testScm({ now: NOON, listLagMs: 1000, reportLagMs: 2000 });
    const id = await enroll(scm, "a.example.test");
    const seen = async (): Promise<unknown[]> => [
      (await scm.call("GET", "/ssl/v1")).headers.get("x-total-count"),
      (await scm.call("POST", "/report/v1/ssl-certificates", {})).text.includes(`"id":${id}`),
      (await scm.call("GET", `/ssl/v1/${id}`)).status,
    ];
    expect(await seen()).toStrictEqual(["0", false, 200]);
    await scm.control.advanceClock(1000);
    expect(await seen()).toStrictEqual(["1", false, 200]);
    await scm.control.advanceClock(1000);
    expect(await seen()).toStrictEqual(["1", true, 200]);
  });

  test("collect lags behind Issued, and a revocation shows late", async () => {
    await using scm = await testScm({ now: NOON, collectLagMs: 1000, revokeLagMs: 5000 });
    const id = await enroll(scm, "a.example.test");
    expect(await detail(scm, id, "status")).toBe("Issued");
    expect(await code(scm, "GET", `/ssl/v1/collect/${id}`)).toBe(0);
    await scm.control.advanceClock(1000);
    expect(await code(scm, "GET", `/ssl/v1/collect/${id}`)).toBe(200);
    await scm.call("POST", `/ssl/v1/revoke/${id}`, { reason: "x", reasonCode: 4 });
    expect(await detail(scm, id, "status")).toBe("Issued");
    expect(await code(scm, "POST", `/ssl/v1/revoke/${id}`, { reason: "x" })).toBe(-159);
    await scm.control.advanceClock(5000);
    expect(await detail(scm, id, "status")).toBe("Revoked");
  });

  test("dates can be those of another zone", async () => {
    await using scm = await testScm({ now: Date.parse("2026-03-16T01:00:00Z"), dateOffsetMinutes: -300 });
    expect(await detail(scm, await enroll(scm, "a.example.test"), "requested")).toBe("03/15/2026");
  });

  test("more requests at a time than allowed are turned away for a second", async () => {
    await using scm = await testScm({ maxParallel: 2, latencyMs: 50 });
    const replies = await Promise.all(Array.from({ length: 6 }, () => scm.call("GET", "/ssl/v1/types")));
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(4);
    expect(replies.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("1");
    expect((await scm.call("GET", "/ssl/v1/types")).status).toBe(200);
  });

  test.for([
    ["rejected.example.test", "Rejected"],
    ["invalid.example.test", "Invalid"],
    ["stuck.example.test", "Applied"],
  ] as const)("the name %s ends as %s", async ([name, status]) => {
    await using scm = await testScm({ now: NOON });
    await scm.call("POST", "/ssl/v1/enroll", enrollBody(name));
    await scm.control.advanceClock(1e9);
    expect((await scm.control.certificates())[0]?.status).toBe(status);
  });
});
