import { expect, it } from "vitest";
import { ACCOUNT, sslPart, testStore, viewOf } from "../../test/support/inventory.ts";
import type { InventoryFilter } from "../domain/inventory.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const text = (attribute: "comments" | "commonName", operator: "contains" | "ends_with", value: string) => ({
  conditions: [{ attribute, operator, anyOf: [value] }],
});

it.each<[string, InventoryFilter, readonly number[]]>([
  ["by any text", { text: "behind" }, [1]],
  ["in comments", text("comments", "contains", "behind"), [1]],
  ["at the end of comments", text("comments", "ends_with", "BEHIND"), [1]],
  ["in names", text("commonName", "contains", "after.example"), [2]],
  ["with the sign itself", text("comments", "contains", "front\0behind"), [1]],
  ["only where it stands", { text: "behindhand" }, []],
])("text after NUL is found %s, and shown as it came", async (_where, filter, ids) => {
  await using it = await testStore();
  const session = await it.store.tryImport(ACCOUNT);
  const parts = [
    sslPart(1, { comments: "Front\0Behind" }),
    sslPart(2, { commonName: "a\0after.example.test" }),
    sslPart(3),
  ];
  await session?.put("bulk", parts, NOW);
  const asked = { view: viewOf(), filter, now: NOW };
  const { rows, total } = await it.store.query(asked);
  expect(rows.map(({ certificateId }) => certificateId)).toEqual(ids);
  expect([total, (await it.store.count(asked)).total]).toEqual([ids.length, ids.length]);
  if (ids.includes(1)) expect(rows[0]?.comments).toBe("Front\0Behind");
});
