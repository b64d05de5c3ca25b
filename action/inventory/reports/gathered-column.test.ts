import { expect, it } from "vitest";
import { GatheredColumn } from "./gathered-column.ts";
import type { PageColumn, PageValue } from "./page-data.ts";

function written(values: Iterable<PageValue>): PageColumn {
  const column = new GatheredColumn();
  for (const value of values) column.add(value);
  return JSON.parse(`{${[...column.json()].join("")}}`) as PageColumn;
}

function shown({ values, codes }: PageColumn): readonly unknown[] {
  return codes === undefined ? values : codes.map((code) => values[code]);
}

const many = (count: number, value: (index: number) => PageValue) =>
  Array.from({ length: count }, (_, index) => value(index));

it.each([
  ["none", []],
  ["one", ["a"]],
  ["nothing but nothing", many(3, () => null)],
  ["what rows share", many(40_000, (index) => `issuer ${index % 7}`)],
  ["a value of its own for each row", many(40_000, (index) => index)],
  ["first of its own, then shared", many(60_000, (index) => Math.min(index, 20_000))],
  ["first shared, then of its own", many(60_000, (index) => Math.max(index, 20_000))],
  ["as many as a look is taken after", many(16_384, (index) => index)],
  ["as many as make a piece", many(5_000, (index) => `${index}`)],
])("holds %s and gives the same", (_name, values) => {
  expect(shown(written(values))).toEqual(values);
});

it("writes each value once where rows share it, and a number for each row only then", () => {
  expect(written(["a", "b", "a", "a", "b"])).toEqual({ values: ["a", "b"], codes: [0, 1, 0, 0, 1] });
  expect(written(["a", "b", "c"])).toEqual({ values: ["a", "b", "c"] });
});
