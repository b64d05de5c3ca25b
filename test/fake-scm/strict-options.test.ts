import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { drawSwitches } from "./chaos.ts";
import { fieldsOf } from "./fields-of.ts";
import { STRICT_NAMES, type StrictOptions } from "./strict-options.ts";
import { enroll, enrollBody, type TestScm, testScm } from "./testing.ts";
import { makeCsr } from "./x509/make-csr.ts";

const NOON = Date.parse("2026-03-16T12:00:00Z");

const ACME_ACCOUNT = { name: "cluster", acmeServer: "OV ACME Server" };

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
    "displayStates",
    async (scm) => fieldsOf((await scm.call("GET", "/domain/v1/811")).json).validationStatus,
    "EXPIRED",
    "Expired",
  ],
  [
    "caAddsWww",
    (scm) => namesOf(scm, "shop.example.test"),
    "shop.example.test",
    "shop.example.test, www.shop.example.test",
  ],
  [
    "caAddsBareDomain",
    (scm) => namesOf(scm, "*.shop.example.test", "www.api.example.test"),
    "*.shop.example.test, www.api.example.test",
    "*.shop.example.test, api.example.test, shop.example.test, www.api.example.test",
  ],
  [
    "caAddsForeignName",
    (scm) => namesOf(scm, "www.example.test"),
    "www.example.test",
    "autodiscover.example.test, www.example.test",
  ],
  [
    "caDropsName",
    (scm) => namesOf(scm, "a.example.test", "c.example.test,b.example.test"),
    "a.example.test, b.example.test, c.example.test",
    "a.example.test, b.example.test",
  ],
  [
    "caRespellsCommonName",
    async (scm) => (await certificateOf(scm, await enroll(scm, "a.example.test"))).subject.split("\n").at(-1),
    "CN=a.example.test",
    "CN=A.EXAMPLE.TEST",
  ],
  [
    "caPutsCommonNameFirst",
    async (scm) => (await certificateOf(scm, await enroll(scm, "a.example.test"))).subject.split("\n")[0],
    "C=NL",
    "CN=a.example.test",
  ],
  [
    "caCutsTerm",
    async (scm) => {
      await scm.control.setClock("2027-04-01T12:00:00Z");
      return (await scm.control.certificate(await enroll(scm, "a.example.test"))).notAfter;
    },
    "2027-10-17T00:00:00.000Z",
    "2027-07-09T00:00:00.000Z",
  ],
  [
    "commonNameFromSan",
    (scm) => {
      const { csr } = makeCsr("");
      const body = enrollBody("unused.example.test", { csr, subjAltNames: "a.example.test" });
      return code(scm, "POST", "/ssl/v1/enroll", body);
    },
    -138,
    200,
  ],
  ["takesLastCommonName", commonNameOf, "first.example.test", "last.example.test"],
  [
    "termsFollowCeilings",
    async (scm) => {
      await scm.control.setClock("2027-04-01T12:00:00Z");
      const { json } = await scm.call("GET", "/ssl/v1/types?organizationId=7003");
      return Array.isArray(json) ? json.map((profile) => fieldsOf(profile).terms) : [];
    },
    [[90, 199], [365], [30, 90, 199], [10], [199]],
    [[90, 99], [365], [30, 90, 99], [10], [99]],
  ],
  ["trimsTexts", kept, " a\nb\n", "a\nb"],
  ["joinsLines", kept, " a\nb\n", " a b "],
  ["prefixNameFilter", (scm) => found(scm, "commonName=example"), "1", "0"],
  ["caseSensitiveNameFilter", (scm) => found(scm, "commonName=WWW.example.test"), "1", "0"],
  ["commonNameFilterSeesAll", (scm) => found(scm, "commonName=mail.example.test"), "0", "1"],
  ["sanFilterWithoutCommonName", (scm) => found(scm, "subjectAlternativeName=www.example.test"), "1", "0"],
  ["statusFilterIgnored", (scm) => found(scm, "status=Revoked"), "0", "1"],
  ["strayCaFirst", async (scm) => (await chainNames(scm))[0], "Fake SCM Root", "Other House CA"],
  ["strayCaInside", async (scm) => (await chainNames(scm)).indexOf("Other House CA"), -1, 2],
  ["strayCaLast", async (scm) => (await chainNames(scm)).at(-1), "www.example.test", "Other House CA"],
  [
    "crossCertificates",
    async (scm) => (await chainNames(scm)).slice(0, 3),
    ["Fake SCM Root", "Fake SCM Policy CA", "Fake SCM Issuing CA"],
    ["Fake SCM Older Root", "Fake SCM Root", "Fake SCM Root"],
  ],
  [
    "acmeListsDepartments",
    async (scm) => {
      for (const organizationId of [7003, 7019])
        await scm.call("POST", "/acme/v2/account", { ...ACME_ACCOUNT, organizationId });
      const count = async (id: string): Promise<unknown> =>
        (await scm.call("GET", `/acme/v2/account?organizationId=${id}`)).headers.get("x-total-count");
      return [await count("7003"), await count("7003%2C-2"), await count("7019")];
    },
    ["1", "1", "1"],
    ["2", "1", "1"],
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

/** Names and subject of an issued certificate, as its own octets have them. */
async function certificateOf(scm: TestScm, id: number): Promise<X509Certificate> {
  const { pem } = await scm.control.certificatePem(id);
  return new X509Certificate(pem ?? "");
}

async function namesOf(scm: TestScm, commonName: string, subjAltNames?: string): Promise<string | undefined> {
  const id = await enroll(scm, commonName, subjAltNames === undefined ? {} : { subjAltNames });
  return (await certificateOf(scm, id)).subjectAltName?.replaceAll("DNS:", "");
}

/** Common names of a download, in its order. */
async function chainNames(scm: TestScm): Promise<string[]> {
  const id = await enroll(scm, "www.example.test");
  const { text } = await scm.call("GET", `/ssl/v1/collect/${id}?format=x509`);
  const blocks = text.match(/-----BEGIN[\s\S]+?END CERTIFICATE-----/g) ?? [];
  return blocks.map((pem) => /CN=(.*)$/m.exec(new X509Certificate(pem).subject)?.[1] ?? "");
}

async function found(scm: TestScm, query: string): Promise<string | null> {
  await enroll(scm, "www.example.test", { subjAltNames: "mail.example.test" });
  return (await scm.call("GET", `/ssl/v1?${query}`)).headers.get("x-total-count");
}

async function kept(scm: TestScm): Promise<unknown> {
  return (await scm.control.certificate(await enroll(scm, "a.example.test", { comments: " a\nb\n" })))
    .comments;
}

/** The same as a CSR of two common names would be read. */
async function commonNameOf(scm: TestScm): Promise<string> {
  const { csr } = makeCsr(["first.example.test", "last.example.test"]);
  return (await scm.control.certificate(await enroll(scm, "unused.example.test", { csr }))).commonName;
}

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

  test("the names that were ordered can stand in rows and details where the certificate has others", async () => {
    for (const detailsShowAskedNames of [false, true]) {
      await using scm = await testScm({ now: NOON, strict: { caAddsWww: true, detailsShowAskedNames } });
      const names = ["a.example.test", ...(detailsShowAskedNames ? [] : ["www.a.example.test"])];
      expect(await detail(scm, await enroll(scm, "a.example.test"), "subjectAlternativeNames")).toEqual(
        names,
      );
    }
  });

  test("a renewed record can say so once its successor is issued, or later still", async () => {
    const choices = { now: NOON, issueDelayMs: 1000, renewedLagMs: 500, strict: { renewedWhenIssued: true } };
    await using scm = await testScm(choices);
    const id = await enroll(scm, "a.example.test");
    await scm.control.advanceClock(1000);
    await scm.call("POST", `/ssl/v1/renewById/${id}`, {});
    const seen: unknown[] = [];
    for (const step of [0, 999, 1, 499, 1]) {
      await scm.control.advanceClock(step);
      seen.push(await detail(scm, id, "renewed"));
    }
    expect(seen).toEqual([false, false, false, false, true]);
  });

  test("details of an endpoint account can be four members", async () => {
    await using scm = await testScm({ strict: { endpointAccountsBrief: true } });
    const { json: endpoints } = await scm.call("GET", "/endpoint/v1");
    const { id } = fieldsOf(Array.isArray(endpoints) ? endpoints[0] : undefined);
    const body = { name: "portal", type: "SSL_WEB_FORM", organizationId: 7003, profileIds: [3312] };
    const how = { csrGenerationMethod: "PROVIDED", accountAuthMethod: "NONE" };
    const made = await scm.call("POST", `/endpoint/v1/${id}/account`, { ...body, ...how });
    const path = new URL(made.headers.get("location") ?? "").pathname.replace(/^\/api/, "");
    const { json } = await scm.call("GET", path);
    expect(Object.keys(fieldsOf(json)).sort()).toEqual(["idToken", "name", "organization", "type"]);
  });

  test("switches can be drawn from the seed, the same ones for the same seed", async () => {
    await using scm = await testScm({ seed: 11, drawsSwitches: true, strict: { isoDates: true } });
    const drawn = Object.keys(drawSwitches(11));
    expect(drawn.length).toBeGreaterThan(2);
    expect(scm.strict.toSorted()).toEqual([...new Set([...drawn, "isoDates"])].sort());
    expect(Object.keys(drawSwitches(12))).not.toEqual(drawn);
  });

  test("every switch is tried somewhere", () => {
    const elsewhere = [
      "noBearerUnderPrivate",
      "bearerNeedsCustomerUri",
      "smallDefaultPage",
      "replaceStaysIssued",
      "detailsShowAskedNames",
      "renewedWhenIssued",
      "endpointAccountsBrief",
      "fileCoversSubdomains",
      "answersTellTime",
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
