import { describe, expect, it } from "vitest";
import { sslPart, testStore, viewOf } from "../../test/support/inventory.ts";
import type { InventoryFilter } from "../domain/inventory.ts";
import type { InventoryAttribute } from "../domain/inventory-row.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const DAY_MS = 86_400_000;

/** Each sorts in a way of its own: by an index, by another table, by words; whole and backwards. */
const SORTS = [
  ["expires", false],
  ["commonName", true],
  ["issuer", false],
  ["issuer", true],
  ["certificateId", true],
] as const;

const demand = (attribute: InventoryAttribute, operator: "equals" | "contains", text: string) => ({
  conditions: [{ attribute, operator, anyOf: [text] } as const],
});

/** Met by few and by many, by what leads to the rows in its own way each. */
const FILTERS: readonly (readonly [InventoryFilter, (id: number) => boolean])[] = [
  [demand("issuer", "equals", "cn=1"), (id) => (id - 1) % 3 === 1],
  [{ text: "example" }, () => true],
  [{ text: "h77" }, (id) => String(id).startsWith("77")],
  [demand("commonName", "contains", "EXAMPLE"), () => true],
  [demand("commonName", "contains", "h119"), (id) => String(id).startsWith("119")],
  [demand("subjectAlternativeNames", "contains", "www."), () => true],
  [demand("subjectAlternativeNames", "equals", "www.h8.example.test"), (id) => id === 8],
  [{ ...demand("commonName", "contains", "test"), text: "www" }, () => true],
];

describe("the store's queries", () => {
  it("S61 sort by every sortable attribute either way, what is null last, and cut off without losing the total", async () => {
    await using it = await testStore();
    const session = await it.store.tryImport(viewOf().account);
    const names = ["b.test", "A.test", null, "c.test", "b.test"];
    await session?.put(
      "bulk",
      names.map((commonName, index) => sslPart(index + 1, { commonName })),
      NOW,
    );
    const ids = async (descending: boolean, limit = 9): Promise<(number | null)[]> => {
      const page = await it.store.query({
        view: viewOf(),
        now: NOW,
        limit,
        sort: { by: "commonName", descending },
      });
      expect(page.total).toBe(5);
      return page.rows.map(({ certificateId }) => certificateId);
    };
    expect(await ids(false)).toEqual([2, 1, 5, 4, 3]);
    expect(await ids(true)).toEqual([4, 5, 1, 2, 3]);
    expect(await ids(false, 2)).toEqual([2, 1]);
    expect(await ids(false, 0)).toEqual([]);
  });

  it("S61 sorts alike whether few or many match", async () => {
    await using it = await testStore();
    const session = await it.store.tryImport(viewOf().account);
    const count = 12_000;
    const parts = Array.from({ length: count }, (_, index) =>
      sslPart(index + 1, {
        expires: index % 5 === 0 ? null : new Date(NOW.getTime() + (index % 97) * DAY_MS).toISOString(),
        issuer: `CN=${index % 3}`,
      }),
    );
    for (let start = 0; start < count; start += 1_000)
      await session?.put("bulk", parts.slice(start, start + 1_000), NOW);
    for (const [by, descending] of SORTS) {
      const query = { view: viewOf(), now: NOW, limit: count, sort: { by, descending } };
      const all = (await it.store.query(query)).rows.map(({ certificateId }) => certificateId);
      expect(all).toHaveLength(count);
      for (const [filter, isMet] of FILTERS) {
        const page = await it.store.query({ ...query, filter });
        const some = page.rows.map(({ certificateId }) => certificateId);
        const wanted = all.filter((id) => isMet(id));
        expect([filter, page.total, some]).toEqual([filter, wanted.length, wanted]);
      }
    }
  }, 60_000);

  it("S61 count by the days that are left, with demands on rows and without", async () => {
    await using it = await testStore();
    const session = await it.store.tryImport(viewOf().account);
    const hours = [-30, -1, 1, 24 * 7, 24 * 7 + 13, 24 * 30, 24 * 60, 24 * 90, 24 * 180, 24 * 365];
    const ends = hours.map((hour) => new Date(NOW.getTime() + hour * 3_600_000).toISOString());
    await session?.put(
      "bulk",
      [null, ...ends].map((expires, index) => sslPart(index + 1, { expires })),
      NOW,
    );
    const byExpiry = {
      expired: 2,
      later: 1,
      unknown: 1,
      within_7: 2,
      within_30: 4,
      within_60: 5,
      within_90: 6,
      within_180: 7,
    };
    const conditions = [{ attribute: "commonName", operator: "contains", anyOf: ["example"] }] as const;
    for (const filter of [{}, { conditions }, { businessUnits: ["Retail"] }]) {
      const view = viewOf({ businessUnits: { forAll: "Retail", byOrganizationId: new Map() } });
      expect((await it.store.count({ view, filter, now: NOW })).byExpiry).toEqual(byExpiry);
    }
  });

  it("S61 tell the names of the organizations that they count", async () => {
    await using it = await testStore();
    const session = await it.store.tryImport(viewOf().account);
    const named = [7, 8].map((id) => sslPart(id, { organizationId: id, organizationName: `Org ${id}` }));
    await session?.put("bulk", [...named, sslPart(9, { organizationId: 9 }), sslPart(10)], NOW);
    const { byOrganization, organizationNames } = await it.store.count({ view: viewOf(), now: NOW });
    expect(byOrganization).toEqual({ "7": 1, "8": 1, "9": 1, unknown: 1 });
    expect(organizationNames).toEqual({ "7": "Org 7", "8": "Org 8" });
  });

  it("refuses a condition that can't be, by its words", async () => {
    await using it = await testStore();
    await it.store.tryImport(viewOf().account);
    const conditions = [{ attribute: "expires", operator: "equals", number: 3 }] as const;
    await expect(it.store.query({ view: viewOf(), filter: { conditions }, now: NOW })).rejects.toMatchObject({
      code: "bug.condition",
      message: expect.stringContaining("expires can be asked about by date or presence, not by number"),
    });
  });
});
