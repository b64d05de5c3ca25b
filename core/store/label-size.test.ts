import { statSync } from "node:fs";
import { expect, it } from "vitest";
import { ACCOUNT, openPlace, sslPart, storeFolder } from "../../test/support/inventory.ts";
import type { InventoryRow, Labels } from "../domain/inventory-row.ts";

const NOW = new Date("2026-06-15T12:00:00.000Z");
const ROWS = 3_000;
/** What each row's labels take as text. */
const LABEL_BYTES = 300;

function labelsBy(rules: string): (row: InventoryRow) => Labels {
  const texts = (row: InventoryRow): string =>
    `${rules}-${row.certificateId % 5}`.padEnd(LABEL_BYTES / 2, "x");
  return (row) => ({ tags: [texts(row)], owners: [], attributes: { team: texts(row) } });
}

it("rules that change give all rows other labels, which are stored once and not with each row", async () => {
  using place = storeFolder();
  const sizeAfter = async (rules: string | null): Promise<number> => {
    const store = await openPlace(place.path);
    if (rules === null) {
      const session = await store.tryImport(ACCOUNT);
      const parts = Array.from({ length: ROWS }, (_, index) => sslPart(index + 1));
      await session?.put("bulk", parts, NOW);
      await session?.release();
    } else
      expect(await store.label({ account: ACCOUNT, ruleSet: rules, labelOf: labelsBy(rules) })).toBe(ROWS);
    await store.close();
    return statSync(place.path).size;
  };
  const without = await sizeAfter(null);
  const first = await sizeAfter("a");
  const second = await sizeAfter("b");
  expect((first - without) / ROWS).toBeLessThan(20);
  expect((second - first) / ROWS).toBeLessThan(20);
});
