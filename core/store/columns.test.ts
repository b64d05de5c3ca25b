import { expect, it } from "vitest";
import { INVENTORY_ATTRIBUTES } from "../domain/inventory-row.ts";
import { COLUMNLESS, COLUMNS } from "./columns.ts";

it("S61 every attribute has a column, or a bit that tells whether a row has it", () => {
  const known = [...Object.keys(COLUMNS), ...COLUMNLESS];
  expect(known.toSorted()).toEqual(Object.keys(INVENTORY_ATTRIBUTES).toSorted());
});
