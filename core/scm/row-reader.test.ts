import { describe, expect, it } from "vitest";
import { testScm } from "../../test/fake-scm/testing.ts";
import { createScmClient } from "./client.ts";
import type { SslReportRow } from "./schemas/reports.ts";

async function setting(records = 300) {
  const fake = await testScm({ records });
  const { username, password, customerUri } = fake.credentials;
  const client = createScmClient({
    baseUrl: fake.apiUrl,
    login: { kind: "password", username, password, customerUri },
    retry: { baseMs: 1 },
  });
  const seen: SslReportRow[] = [];
  return {
    fake,
    client,
    seen,
    run: (consume = async (rows: readonly SslReportRow[]) => void seen.push(...rows)) =>
      client.reports.streams.ssl({ status: "any" }, consume),
    async [Symbol.asyncDispose]() {
      await client.close();
      await fake[Symbol.asyncDispose]();
    },
  };
}

const ROUTE = "POST /report/v1/ssl-certificates";

describe("reports that are read while they arrive", () => {
  it("have the rows of the report that is read whole", async () => {
    await using it = await setting();
    const read = await it.run();
    const whole = await it.client.reports.measuredSsl({ status: "any" }, { largestAnswerBytes: 10_000_000 });
    expect(it.seen).toEqual(whole.rows);
    expect(read.rows).toBe(300);
    expect(read.bytes).toBeGreaterThan(300 * 400);
  });

  it("show the rows again when the answer was cut off and asked for once more", async () => {
    await using it = await setting();
    await it.fake.control.plantFault({ route: ROUTE, kind: "truncated" });
    expect((await it.run()).rows).toBe(300);
    expect(it.seen.length).toBeGreaterThan(300);
    expect(new Set(it.seen.map(({ sslId }) => sslId)).size).toBe(300);
  });

  it.each([
    ["html", "contract.html"],
    ["empty", "contract.empty"],
  ] as const)("are refused as %s", async (kind, code) => {
    await using it = await setting(3);
    await it.fake.control.plantFault({ route: ROUTE, kind, status: 200, times: 9 });
    await expect(it.run()).rejects.toMatchObject({ code });
    expect(it.seen).toEqual([]);
  });

  it("end with the very error of the caller that takes the rows, and ask no second time", async () => {
    await using it = await setting();
    const failure = new Error("no room");
    await expect(it.run(() => Promise.reject(failure))).rejects.toBe(failure);
    expect(await it.fake.control.requests()).toHaveLength(1);
  });

  it("stop when they grow longer than allowed", async () => {
    await using it = await setting();
    const options = { largestAnswerBytes: 10_000 };
    const run = it.client.reports.streams.ssl({}, async () => undefined, options);
    await expect(run).rejects.toMatchObject({ code: "lost.too_large" });
  });

  it("stop when the caller does", async () => {
    await using it = await setting(5_000);
    const controller = new AbortController();
    const consume = async (): Promise<void> => controller.abort();
    const run = it.client.reports.streams.ssl({}, consume, { signal: controller.signal });
    await expect(run).rejects.toMatchObject({ code: "cancelled.stopped" });
  });

  it("leave refusals what they are", async () => {
    await using it = await setting(3);
    await it.fake.control.plantFault({ route: ROUTE, kind: "status", status: 400, code: -3, times: 9 });
    await expect(it.run()).rejects.toMatchObject({ vendorCode: -3, status: 400 });
  });
});
