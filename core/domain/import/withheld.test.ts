import { expect, it } from "vitest";
import { ACCOUNT, sslPart, testStore, viewOf } from "../../../test/support/inventory.ts";
import { countWithheld } from "./withheld.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const UNITS = { forAll: "Rest", byOrganizationId: new Map([[7, "Retail"]]) };

async function stage() {
  const it = await testStore();
  const session = await it.store.tryImport(ACCOUNT);
  const parts = [
    sslPart(1, { organizationId: 7 }),
    sslPart(2, { organizationId: 8 }),
    sslPart(3),
    sslPart(4, { status: "Revoked" }),
  ];
  await session?.put("bulk", parts, NOW);
  await session?.put("bulk", [{ ...sslPart(5), type: "device" }], NOW);
  await session?.release();
  return it;
}

it("rows of an unknown organization are shown to no unit, the unit for all included, and counted", async () => {
  await using it = await stage();
  const view = viewOf({ businessUnits: UNITS });
  const shown = async (...businessUnits: string[]) => {
    const asked = { view, filter: { businessUnits }, now: NOW };
    const { rows } = await it.store.query(asked);
    return [rows.map(({ certificateId }) => certificateId), await countWithheld(it.store, asked)];
  };
  const why = expect.stringContaining("organization is not known");
  const withheld = [
    { type: "ssl", missing: "2 rows of no known business unit", why },
    { type: "device", missing: "1 rows of no known business unit", why },
  ];
  expect(await shown("Retail")).toEqual([[1], withheld]);
  expect(await shown("Rest")).toEqual([[2], withheld]);
  expect(await shown("Retail", "Rest")).toEqual([[1, 2], withheld]);
});

it("only those that the rest of the filter lets through count, and none where one unit is that of all", async () => {
  await using it = await stage();
  const view = viewOf({ businessUnits: UNITS });
  const filter = { businessUnits: ["Rest"], statuses: ["Revoked"] };
  expect(await countWithheld(it.store, { view, filter, now: NOW })).toMatchObject([
    { type: "ssl", missing: "1 rows of no known business unit" },
  ]);
  expect(await countWithheld(it.store, { view, now: NOW })).toEqual([]);
  const one = viewOf({ businessUnits: { forAll: "Rest", byOrganizationId: new Map() } });
  const asked = { view: one, filter: { businessUnits: ["Rest"] }, now: NOW };
  expect(await countWithheld(it.store, asked)).toEqual([]);
  expect((await it.store.query(asked)).total).toBe(5);
});
