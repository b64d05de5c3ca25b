import { describe, expect, test } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { enroll, type Reply, type TestScm, testScm } from "../testing.ts";

const NOON = Date.parse("2026-03-16T12:00:00Z");
type Row = Readonly<Record<string, unknown>>;

async function ask(scm: TestScm, name: string, body: unknown): Promise<{ reply: Reply; rows: Row[] }> {
  const reply = await scm.call("POST", `/report/v1/${name}?output_type=buffered`, body);
  const { reports } = fieldsOf(reply.json);
  return { reply, rows: Array.isArray(reports) ? reports.map(fieldsOf) : [] };
}

describe("SSL report", () => {
  test("what expires in the next thirty days, as operators ask for it", async () => {
    await using scm = await testScm({ records: 4000, now: NOON });
    const window = { from: "2026-03-16T00:00:00.000Z", to: "2026-04-15T00:00:00.000Z" };
    const body = { ...window, organizationIds: [], certificateStatus: 2, certificateDateAttribute: 3 };
    const { reply, rows } = await ask(scm, "ssl-certificates", body);
    expect(reply.headers.get("content-disposition")).toBe(
      'attachment; filename="rest_api_ssl-certificates.json"',
    );
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) {
      expect(row.status).toBe("Issued");
      expect(String(row.expires).slice(0, 10) >= "2026-03-16" && String(row.expires) < "2026-04-16").toBe(
        true,
      );
    }
    const truth = (await scm.control.certificates()).filter(
      ({ status, notAfter }) => status === "Issued" && notAfter !== null && notAfter < "2026-04-16",
    );
    expect(rows.map(({ id }) => id)).toStrictEqual(truth.map(({ sslId }) => sslId));
  });

  test("rows carry names in one text, plain hex, exact instants, and see changes at once", async () => {
    await using scm = await testScm({ now: NOON });
    const id = await enroll(scm, "www.example.test", { subjAltNames: "example.test", comments: "x" });
    const { serialNumber } = await scm.control.certificate(id);
    const { rows } = await ask(scm, "ssl-certificates", {});
    expect(rows).toMatchObject([
      {
        id,
        subjAltNames: "example.test; www.example.test",
        serialNumber: serialNumber?.replace(/:/g, "").replace(/^0+/, ""),
        expires: "2026-10-01T00:00:00.000Z",
        requested: "2026-03-16T12:00:00.000Z",
        organizationName: "Example Ltd",
      },
    ]);
    expect(rows[0]).not.toHaveProperty("issued");
    const padded = await ask(scm, "ssl-certificates", { serialNumberFormat: "HEXWithLeadingZeros" });
    expect(padded.rows[0]?.serialNumber).toHaveLength(32);
    await scm.control.revoke(id, 4);
    expect((await ask(scm, "ssl-certificates", { certificateStatus: 3 })).rows).toHaveLength(1);
    expect((await ask(scm, "ssl-certificates", { organizationIds: [7108] })).rows).toHaveLength(0);
  });

  test.for([
    [{ certificateStatus: 9 }, -1601],
    [{ certificateDateAttribute: 0 }, -1601],
    [{ from: "yesterday" }, -1601],
    [{ from: "2026-03-02", to: "2026-03-01" }, -1601],
    [{ organizationIds: 7 }, -1002],
  ] as const)("%o is refused with %d", async ([body, code]) => {
    await using scm = await testScm();
    expect((await ask(scm, "ssl-certificates", body)).reply).toMatchObject({ status: 400, json: { code } });
  });
});

describe("an account of many organizations", () => {
  test("each has its share of the records, may order, and has a report of its own", async () => {
    await using scm = await testScm({ records: 20_000, organizations: 40, now: NOON });
    const own = scm.organizations.find(({ name }) => name === "Subsidiary 17")?.id ?? 0;
    const { rows } = await ask(scm, "ssl-certificates", { organizationIds: [own] });
    expect(rows.length).toBeGreaterThan(20_000 / 45 / 2);
    expect(rows.length).toBeLessThan((20_000 / 45) * 2);
    const truth = (await scm.control.certificates()).filter(({ orgId }) => orgId === own);
    expect(rows.map(({ id }) => id)).toStrictEqual(truth.map(({ sslId }) => sslId));
    const id = await enroll(scm, "www.example.test", { orgId: own });
    const more = await ask(scm, "ssl-certificates", { organizationIds: [own] });
    expect(more.rows.map((row) => row.id)).toContain(id);
  });

  test("a seeded record that was moved is in the report of where it is now", async () => {
    await using scm = await testScm({ records: 300, organizations: 4, now: NOON });
    const [first] = (await scm.control.certificates()).filter(({ orgId }) => orgId === 20_011);
    await scm.control.act(first?.sslId ?? 0, "move", { orgId: 20_018 });
    const idsOf = async (orgId: number) =>
      (await ask(scm, "ssl-certificates", { organizationIds: [orgId] })).rows.map(({ id }) => id);
    expect(await idsOf(20_011)).not.toContain(first?.sslId);
    expect(await idsOf(20_018)).toContain(first?.sslId);
  });
});

describe("other reports", () => {
  test("client and device rows have no serial number and no state", async () => {
    await using scm = await testScm({ records: 500, now: NOON });
    for (const name of ["client-certificates", "device-certificates"]) {
      const { rows } = await ask(scm, name, { certificateStatus: 2 });
      expect(rows.length).toBeGreaterThan(10);
      expect(rows[0]).toMatchObject({
        organization: { name: expect.any(String) },
        expire: expect.stringMatching(/Z$/),
      });
      for (const absent of ["serialNumber", "status", "state", "issuer"])
        expect(rows[0]).not.toHaveProperty(absent);
    }
  });

  test("domains with the end of their validation", async () => {
    await using scm = await testScm({ now: NOON });
    const { reply, rows } = await ask(scm, "domains", undefined);
    expect(reply.json).toMatchObject({ statusCode: 0 });
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({
      ...{ id: 801, name: "example.test", status: "Active", dcvStatus: "Validated" },
      stickyUntil: "2026-08-31T12:00:00.000Z",
    });
    expect(new Set(rows.map(({ dcvStatus }) => dcvStatus))).toEqual(
      new Set(["Validated", "Not Initiated", "Expired"]),
    );
  });

  test("a planted fault can cut a report in half", async () => {
    await using scm = await testScm({ records: 50, now: NOON });
    await scm.control.plantFault({ route: "POST /report/v1/ssl-certificates", kind: "truncated" });
    await expect(ask(scm, "ssl-certificates", {})).rejects.toThrow("terminated");
  });
});
