import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

describe("nearest", () => {
  it.each([
    ["a swapped letter", "Exmaple Ltd", ["Example Ltd", "Other GmbH"], ["Example Ltd"]],
    ["another case", "COST CENTRE", ["Cost centre", "Stage"], ["Cost centre"]],
    ["a part of the word", "ltd", ["Example Ltd", "Stage"], ["Example Ltd"]],
    ["a nearer one first", "Prod", ["Product", "Prod1"], ["Prod1", "Product"]],
    ["nothing alike", "Zebra", ["Cost centre"], []],
    ["nothing known", "a", [], []],
  ])("proposes for %s", (_name, typed, known, proposed) => {
    expect(nearest(typed, known)).toEqual(proposed);
  });
});
