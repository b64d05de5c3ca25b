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
    const { headers } = await scm.call("GET", `${base}?${filter}=${listed}&size=1`);
    const count = headers.get("x-total-count");
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
  });
});

describe("lists of client certificates", () => {
  test("a request without certificate shows nulls, empty texts and zero", async () => {
    await using scm = await testScm({ records: 3000, now: NOON });
    const [rejected] = await rows(scm, "/smime/v2?state=rejected");
    expect(rejected).toMatchObject({ backendCertId: null, expires: null, serialNumber: "", orderNumber: 0 });
  });
});
