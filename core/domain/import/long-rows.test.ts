import { expect, it } from "vitest";
import { importStage } from "../../../test/support/import-stage.ts";
import { judgeCompleteness } from "./completeness.ts";
import { importReport, liveReport } from "./live-import.ts";

const DAY_MS = 86_400_000;
const requestedBefore = (date: Date) => ({ attribute: "requested", operator: "at_most", date }) as const;
const requestedAfter = (ms: number) =>
  ({ attribute: "requested", operator: "at_least", date: new Date(ms) }) as const;
const SSL = { certificateTypes: ["ssl"], includeDiscovered: true, includeExpired: true } as const;

it("a row of 9 MB costs that row only, is named until it is shorter, and is there then", async () => {
  await using it = await importStage({ records: 30 });
  const [record] = await it.fake.control.certificates();
  const sslId = record?.sslId ?? 0;
  await it.fake.control.act(sslId, "edit", { comments: "x".repeat(9_000_000) });
  const trust = async () =>
    judgeCompleteness(it.settings(SSL), await it.store.coverages(it.account), it.clock.now());
  const { warnings, imported } = await it.import(SSL);
  expect(imported).toEqual(["ssl"]);
  expect(warnings).toMatchObject([{ type: "ssl", kind: "long", error: { code: "contract.long_rows" } }]);
  const ids = async () => (await it.rows(SSL)).map(({ certificateId }) => certificateId);
  const others = await ids();
  expect([others.length, others.includes(sslId)]).toEqual([29, false]);
  const named = {
    isComplete: false,
    importedAt: it.clock.now(),
    gaps: [{ type: "ssl", why: expect.stringContaining(`certificate ${sslId} came`) }],
  };
  expect(await trust()).toMatchObject(named);
  await it.fake.control.act(sslId, "edit", { comments: "short" });
  await it.pass(2 * DAY_MS);
  expect((await it.import(SSL)).warnings).toEqual([]);
  expect([(await ids()).length, await trust()]).toMatchObject([30, { isComplete: true, gaps: [] }]);
}, 30_000);

it("a row that was there before stays as it was, and is named", async () => {
  await using it = await importStage({ records: 30 });
  await it.import(SSL);
  const before = await it.rows(SSL);
  const sslId = before[0]?.certificateId ?? 0;
  await it.fake.control.act(sslId, "edit", { comments: "x".repeat(9_000_000) });
  await it.pass(2 * DAY_MS);
  expect((await it.import(SSL)).warnings).toMatchObject([
    { kind: "long", error: { message: expect.stringContaining(`certificate ${sslId} came`) } },
  ]);
  const after = await it.rows(SSL);
  expect(after).toHaveLength(before.length);
  expect(after.find(({ certificateId }) => certificateId === sslId)).toEqual(before[0]);
}, 30_000);

it("a row of 9 MB costs a live answer that row only, and is named", async () => {
  await using it = await importStage({ records: 30 });
  const [record] = await it.fake.control.certificates();
  const sslId = record?.sslId ?? 0;
  const now = it.clock.now();
  const query = liveReport(it.settings(SSL), { conditions: [requestedBefore(now), requestedAfter(0)] }, now);
  const { rows } = await importReport(it, query ?? {});
  expect(rows).toBeGreaterThan(1);
  await it.fake.control.act(sslId, "edit", { comments: "x".repeat(9_000_000) });
  expect(await importReport(it, query ?? {})).toEqual({
    rows: rows - 1,
    gaps: [
      { type: "ssl", missing: expect.any(String), why: expect.stringContaining(`certificate ${sslId} came`) },
    ],
  });
}, 30_000);
