import { expect, test } from "vitest";
import { fieldsOf } from "../fields-of.ts";
import { enroll, type TestScm, testScm } from "../testing.ts";

const NOON = Date.parse("2026-03-16T12:00:00Z");

async function activity(scm: TestScm, body: unknown = {}): Promise<readonly Record<string, unknown>[]> {
  const reply = await scm.call("POST", "/report/v1/activity", body);
  expect(reply.headers.get("content-disposition")).toBe('attachment; filename="rest_api_activity.json"');
  const { statusCode, reports } = fieldsOf(reply.json);
  expect(statusCode).toBe(0);
  if (!Array.isArray(reports)) throw new Error(`no rows: ${reply.text}`);
  return reports.map(fieldsOf);
}

test("an activity report has each act with its instant, oldest first, of the days asked for", async () => {
  await using scm = await testScm({ now: NOON });
  const sslId = await enroll(scm, "www.example.test");
  await scm.control.setClock("2026-03-18T12:00:00Z");
  await scm.control.revoke(sslId, 4);
  const rows = await activity(scm);
  expect(rows).toMatchObject([
    { action: { actionName: "SSL: requested" }, date: "2026-03-16T12:00:00.000Z" },
    { action: { actionName: "SSL: approved" } },
    { action: { actionName: "SSL: issued" } },
    { action: { actionName: "SSL: revoked" }, date: "2026-03-18T12:00:00.000Z" },
  ]);
  expect(rows[0]).toMatchObject({
    admin: { login: scm.credentials.username },
    org: { id: "7003", name: "Example Ltd" },
    ssl: { commonName: "www.example.test", term: 199 },
    accessMethod: "REST API",
  });
  expect(new Set(rows.map(({ guid }) => guid)).size).toBe(4);
  expect(await activity(scm, { from: "2026-03-17", to: "2026-03-18" })).toEqual([{ ...rows[3], id: 0 }]);
  expect(await activity(scm, { to: "2026-03-15" })).toEqual([]);
  const reversed = await scm.call("POST", "/report/v1/activity", { from: "2026-03-18", to: "2026-03-17" });
  expect(reversed.status).toBe(400);
});
