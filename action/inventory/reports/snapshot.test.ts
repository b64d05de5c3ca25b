import { expect, it } from "vitest";
import { openMemoryInventory, systemClock } from "../../../core/index.ts";
import { ACCOUNT, sslPart, viewOf } from "../../../test/support/inventory.ts";
import { aboutOf, type ReportRow, takeSnapshot } from "./snapshot.ts";

const NOW = new Date("2026-03-16T12:00:00.000Z");

it("takes the first to end where there are more than the limit, and says how many there are", async () => {
  const store = await openMemoryInventory(systemClock());
  const session = await store.tryImport(ACCOUNT);
  const ends = ["2027-03-01", "2027-01-01", "2027-02-01"];
  await session?.put(
    "bulk",
    ends.map((expires, index) => sslPart(index + 1, { expires })),
    NOW,
  );
  await session?.release();
  const view = viewOf();
  const counts = await store.count({ view, now: NOW });
  const history = () =>
    Promise.resolve({ changes: [], total: 0, byKind: { added: 0, removed: 0, changed: 0 } });
  const trust = { isComplete: true, importedAt: null, importedAtByType: new Map(), gaps: [] };
  const about = await aboutOf({ store, view, history }, { now: NOW, showsPersons: false, trust, counts });
  const passed: ReportRow[] = [];
  const request = { about, filter: {}, most: 2, limit: 2 };
  const snapshot = await takeSnapshot({ store, view, history }, request, (row) => passed.push(row));
  expect(passed.map(({ entry }) => entry.certificateId)).toEqual([2, 3]);
  expect(snapshot.rows.map(({ entry }) => entry.certificateId)).toEqual([2, 3]);
  expect(snapshot.counts.total).toBe(3);
  await store.close();
});
