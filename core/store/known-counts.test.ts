import { expect, it } from "vitest";
import { ACCOUNT, openPlace, sslPart, testStore, viewOf } from "../../test/support/inventory.ts";
import type { RowPart } from "../domain/merge-parts.ts";
import type { InventoryStore } from "./inventory-store.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const WALK = { now: NOW, notBefore: NOW };

async function put(store: InventoryStore, ...parts: readonly RowPart[]): Promise<void> {
  const session = await store.tryImport(ACCOUNT);
  await session?.put("bulk", parts, NOW);
  await session?.release();
}

async function forgetAllBut(store: InventoryStore, part: RowPart): Promise<void> {
  const session = await store.tryImport(ACCOUNT);
  await session?.openWalk("ssl", WALK);
  await session?.put("bulk", [part], NOW);
  await session?.closeWalk("ssl", { type: "ssl", origins: null, organizationIds: null });
  await session?.release();
}

it("S61 counts of a question asked again are those of the rows as they are now, whichever process changed them", async () => {
  await using it = await testStore();
  const other = await openPlace(it.path);
  const label = (store: InventoryStore) =>
    store.label({
      account: ACCOUNT,
      ruleSet: "a",
      labelOf: ({ status }) => (status === "Issued" ? { tags: ["live"], owners: [], attributes: {} } : null),
    });
  // The same objects each time: that is when counts are known.
  const all = { view: viewOf(), filter: {}, now: NOW };
  const live = { view: viewOf({ ruleSet: "a" }), filter: { tags: ["live"] }, now: NOW };
  const totals = async (): Promise<number[]> => [
    (await it.store.count(all)).total,
    (await it.store.count(all)).total,
    (await it.store.count(live)).total,
    (await it.store.count(live)).total,
  ];
  await put(it.store, sslPart(1), sslPart(2));
  expect(await totals()).toEqual([2, 2, 0, 0]);
  await label(it.store);
  expect(await totals()).toEqual([2, 2, 2, 2]);
  await put(other, sslPart(3));
  expect((await it.store.count(all)).total).toBe(3);
  expect((await it.store.count(live)).total).toBe(2);
  await label(other);
  expect((await it.store.count(live)).total).toBe(3);
  await put(it.store, sslPart(1, { status: "Revoked" }));
  expect((await it.store.count(all)).byStatus).toEqual({ Issued: 2, Revoked: 1 });
  await label(it.store);
  expect((await it.store.count(live)).total).toBe(2);
  expect((await it.store.count(all)).total).toBe(3);
  await forgetAllBut(other, sslPart(2));
  expect((await it.store.count(all)).total).toBe(1);
  await other.close();
});

it("S61 a page of many rows has the total of its own question, not of one asked before", async () => {
  await using it = await testStore();
  const parts = Array.from({ length: 12_000 }, (_, index) =>
    sslPart(index + 1, { organizationId: index % 6 === 0 ? 7 : 8 }),
  );
  for (let start = 0; start < parts.length; start += 1_000)
    await put(it.store, ...parts.slice(start, start + 1_000));
  const view = viewOf();
  const filter = {
    conditions: [{ attribute: "subjectAlternativeNames", operator: "contains", anyOf: ["h"] }],
  } as const;
  expect((await it.store.count({ view, filter: {}, now: NOW })).total).toBe(12_000);
  const page = await it.store.query({ view, filter, now: NOW, limit: 3 });
  expect([page.total, page.rows.map(({ certificateId }) => certificateId)]).toEqual([12_000, [1, 2, 3]]);
  const narrow = viewOf({ organizationIds: [8] });
  expect((await it.store.query({ view: narrow, filter, now: NOW, limit: 1 })).total).toBe(10_000);
  expect((await it.store.count({ view: narrow, filter, now: NOW })).total).toBe(10_000);
  expect((await it.store.query({ view, filter, now: NOW, limit: 1 })).total).toBe(12_000);
});

it("S61 counts asked for after or beside a page are of the rows as they are, whatever rows the page has found", async () => {
  await using it = await testStore();
  const other = await openPlace(it.path);
  const asked = { view: viewOf(), filter: { text: "example" }, now: NOW };
  await put(it.store, sslPart(1), sslPart(2));
  const [page, counts] = await Promise.all([it.store.query(asked), it.store.count(asked)]);
  expect([page.total, counts.total]).toEqual([2, 2]);
  await put(other, sslPart(3, { organizationId: 8 }), sslPart(2, { organizationId: 8 }));
  expect((await it.store.count(asked)).byOrganization).toEqual({ unknown: 1, 8: 2 });
  expect((await it.store.query({ ...asked, limit: 1 })).total).toBe(3);
  const narrow = { ...asked, filter: { text: "example", organizationIds: [8] } };
  expect((await it.store.query(narrow)).total).toBe(2);
  expect((await it.store.count(narrow)).byOrganization).toEqual({ 8: 2 });
  expect((await it.store.count(asked)).total).toBe(3);
  await other.close();
});
