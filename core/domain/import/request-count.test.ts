import { expect, it } from "vitest";
import { importStage } from "../../../test/support/import-stage.ts";

const DAY_MS = 86_400_000;
const HALF_DAY_MS = DAY_MS / 2;
const WAITING = /^(Init|Requested|SA ?Approved|Approved|Applied)$/;
const SSL = { certificateTypes: ["ssl"], includeDiscovered: true, includeExpired: true } as const;

it("S25 asks for 20,000 certificates in at most 120 requests, and in at most 20 when nothing changed", async () => {
  await using it = await importStage({ records: 20_000 });
  const { rows } = await it.import(SSL);
  expect(rows).toBeGreaterThanOrEqual(20_000);
  expect((await it.calls()).length).toBeLessThanOrEqual(120);
  await it.pass(HALF_DAY_MS);
  const again = await it.import(SSL);
  expect(again).toMatchObject({ imported: ["ssl"], added: 0 });
  expect((await it.calls()).length).toBeLessThanOrEqual(20);
});

it.each([
  ["only what no longer waits", false],
  ["all that waited where SCM ignores the filter", true],
])("S25 reads one by one %s", async (_name, statusFilterIgnored) => {
  await using it = await importStage({ records: 2_500, strict: { statusFilterIgnored } });
  await it.import(SSL);
  const waiting = (await it.rows()).filter(({ status }) => WAITING.test(status ?? ""));
  expect(waiting.length).toBeGreaterThan(10);
  const [declined] = waiting.filter(({ status }) => status === "Requested");
  await it.fake.control.act(declined?.certificateId ?? 0, "decline");
  await it.calls();
  await it.pass(HALF_DAY_MS);
  await it.import(SSL);
  const read = (await it.calls()).filter((call) => call === "GET /ssl/v1/{id}");
  expect(read).toHaveLength(statusFilterIgnored ? waiting.length : 1);
  const now = (await it.rows()).find(({ certificateId }) => certificateId === declined?.certificateId);
  expect(now?.status).toBe("Declined");
});

it("S26 sees that an order of long ago was issued since", async () => {
  await using it = await importStage();
  await it.import(SSL);
  const waiting = (await it.rows()).find(({ type, status }) => type === "ssl" && status === "Requested");
  await it.pass(3 * DAY_MS);
  await it.fake.control.act(waiting?.certificateId ?? 0, "approve");
  await it.pass(DAY_MS);
  await it.import(SSL);
  const seen = (await it.rows()).find(
    ({ type, certificateId }) => type === "ssl" && certificateId === waiting?.certificateId,
  );
  expect([waiting?.status, seen?.status]).toEqual(["Requested", "Issued"]);
});
