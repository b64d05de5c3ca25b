import { expect, it } from "vitest";
import { inventoryRow } from "../../../test/support/inventory-row.ts";
import { encodeMember } from "../../framework/attribute.ts";
import { valueTo } from "../../protocol/wire.ts";
import { inventoryDataSource } from "../data-sources/inventory.ts";
import { refuseTooLarge, refuseTooManyRows } from "./result-size.ts";
import { rowOf } from "./row-attributes.ts";

const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;
const MORE = { tags: [], owners: [], attributes: {}, businessUnit: null };
const entryOf = (comments: string) => ({ ...inventoryRow({ comments }), ...MORE });

function sentBytes(comments: string): number {
  const { rows } = inventoryDataSource.spec.attributes;
  if (rows === undefined) return 0;
  const form = {
    hasPersons: true,
    now: new Date("2026-03-16T10:00:00Z"),
    hasSuccessor: () => true,
    sameIdsOf: () => [],
    profiles: null,
  };
  const value = encodeMember(
    "rows",
    rows,
    Array.from({ length: 100 }, () => rowOf(entryOf(comments), form)),
  );
  return (valueTo(rows.type, value).msgpack?.length ?? 0) / 100;
}

it.each([
  "",
  "x".repeat(1_000),
  'ü"\n'.repeat(300),
  "€".repeat(500),
])("never lets through what Terraform would refuse, and refuses nothing that is half as large (%#)", (comments) => {
  const most = Math.floor(LARGEST_ANSWER_BYTES / sentBytes(comments));
  const entry = entryOf(comments);
  const refused = Array.from({ length: most }, () => entry);
  expect(() => refuseTooLarge(refused)).toThrow(
    /more than Terraform takes in one answer \(64 MB\) \[config\.result_too_large\]/,
  );
  expect(() => refuseTooLarge(refused.slice(0, Math.floor(most / 3)))).not.toThrow();
});

it("refuses rows that can't fit before any is read", () => {
  expect(() => refuseTooManyRows(1_000)).not.toThrow();
  expect(() => refuseTooManyRows(1_000_000)).toThrow(/1000000 rows/);
});
