import { describe, expect, it } from "vitest";
import { ACCOUNT, sslPart, testStore, viewOf } from "../../test/support/inventory.ts";
import { systemClock } from "../base/clock.ts";
import type { InventoryRow, Labels } from "../domain/inventory-row.ts";
import type { RowPart } from "../domain/merge-parts.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");

async function stage(now?: () => Date) {
  const clock = systemClock();
  const it = await testStore(now === undefined ? clock : { ...clock, now });
  const put = async (...parts: RowPart[]): Promise<void> => {
    const session = await it.store.tryImport(ACCOUNT);
    await session?.put("bulk", parts, NOW);
    await session?.release();
  };
  const label = (ruleSet: string, labelOf: (row: InventoryRow) => Labels | null): Promise<number> =>
    it.store.label({ account: ACCOUNT, ruleSet, labelOf });
  const ids = async (ruleSet: string | null, filter: object): Promise<number[]> => {
    const page = await it.store.query({ view: viewOf({ ruleSet }), filter, now: NOW });
    expect((await it.store.count({ view: viewOf({ ruleSet }), filter, now: NOW })).total).toBe(page.total);
    return page.rows.map(({ certificateId }) => certificateId);
  };
  return { ...it, put, label, ids };
}

const byStatus = (row: InventoryRow): Labels | null =>
  row.status === "Issued"
    ? { tags: ["live", "web"], owners: ["Ops@example.test"], attributes: { tier: "1" } }
    : null;

describe("labels", () => {
  it("S61 are shown with the rows, and found by tags and owners", async () => {
    await using it = await stage();
    await it.put(sslPart(1), sslPart(2, { status: "Revoked" }), sslPart(3));
    expect(await it.label("a", byStatus)).toBe(3);
    expect(await it.ids("a", { tags: ["live"] })).toEqual([1, 3]);
    expect(await it.ids("a", { tags: ["live", "missing"] })).toEqual([]);
    expect(await it.ids("a", { tags: ["Live"] })).toEqual([]);
    expect(await it.ids("a", { owners: ["OPS@example.test", "nobody"] })).toEqual([1, 3]);
    expect(await it.ids(null, { tags: ["live"] })).toEqual([]);
    const { rows } = await it.store.query({ view: viewOf({ ruleSet: "a" }), now: NOW });
    expect(rows.map(({ tags, attributes }) => [tags, attributes])).toEqual([
      [["live", "web"], { tier: "1" }],
      [[], {}],
      [["live", "web"], { tier: "1" }],
    ]);
  });

  it("are made again for rows that changed, and only for those", async () => {
    await using it = await stage();
    await it.put(sslPart(1), sslPart(2));
    await it.label("a", byStatus);
    expect(await it.label("a", byStatus)).toBe(0);
    await it.put(sslPart(1, { status: "Revoked" }), sslPart(2), sslPart(3));
    expect(await it.label("a", byStatus)).toBe(2);
    expect(await it.ids("a", { tags: ["live"] })).toEqual([2, 3]);
  });

  it("of several sets of rules stand beside each other, and a new set is applied to all rows", async () => {
    await using it = await stage();
    await it.put(sslPart(1), sslPart(2));
    await it.label("a", byStatus);
    const others = { tags: ["other"], owners: [], attributes: {} };
    expect(await it.label("b", ({ certificateId }) => (certificateId === 2 ? others : null))).toBe(2);
    expect(await it.ids("b", { tags: ["other"] })).toEqual([2]);
    expect(await it.ids("a", { tags: ["other"] })).toEqual([]);
    expect(await it.ids("a", { tags: ["live"] })).toEqual([1, 2]);
  });

  it("go by the state as of now, whichever way the clock went since", async () => {
    let now = NOW;
    await using it = await stage(() => now);
    await it.put(
      sslPart(1, { expires: "2026-06-16T12:00:00.000Z" }),
      sslPart(2, { expires: "2026-06-16" }),
      sslPart(3, { expires: "2026-06-14T12:00:00.000Z" }),
      sslPart(4),
    );
    const labelAt = async (date: string): Promise<readonly [number, number[]]> => {
      now = new Date(date);
      return [await it.label("a", byStatus), (await it.ids("a", { tags: ["live"] })).sort()];
    };
    expect(await labelAt("2026-06-15T12:00:00Z")).toEqual([4, [1, 2, 4]]);
    expect(await labelAt("2026-06-16T12:00:00Z")).toEqual([1, [2, 4]]);
    expect(await labelAt("2026-06-17T11:59:59Z")).toEqual([0, [2, 4]]);
    expect(await labelAt("2026-06-17T12:00:00Z")).toEqual([1, [4]]);
    expect(await labelAt("2026-06-15T12:00:00Z")).toEqual([2, [1, 2, 4]]);
  });

  it("reach every row of a large account, portion by portion", async () => {
    await using it = await stage();
    const parts = Array.from({ length: 2_500 }, (_, index) => sslPart(index + 1));
    for (let start = 0; start < parts.length; start += 700) await it.put(...parts.slice(start, start + 700));
    expect(await it.label("a", byStatus)).toBe(2_500);
    expect(await it.ids("a", { tags: ["web"] })).toHaveLength(1_000);
  });
});
