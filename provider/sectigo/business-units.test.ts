import { describe, expect, it } from "vitest";
import { BusinessUnits } from "./business-units.ts";

describe("S11 business units", () => {
  it.each([
    ["nothing is set", null, undefined, null],
    ["an empty variable", null, "", null],
    ["the block alone", ["A"], undefined, ["A"]],
    ["the environment alone", null, "A, B", ["A", "B"]],
    ["the block narrows", ["A"], "A,B", ["A"]],
    ["the block can't widen", ["A", "C"], "A,B", ["A"]],
    ["nothing in common", ["C"], "A,B", []],
    ["commas only allow nothing", null, " , ", []],
    ["an empty list allows nothing", [], "A", []],
  ])("%s", (_name, block, SECTIGO_BUSINESS_UNITS, allowed) => {
    expect(new BusinessUnits(block, { SECTIGO_BUSINESS_UNITS }).allowed).toEqual(allowed);
  });

  it("refuse other units and none, naming what is allowed", () => {
    const units = new BusinessUnits(["A", "B"], {});
    expect(() => units.check("A", "read it")).not.toThrow();
    expect(() => units.check("C", "read it")).toThrow(/read it: .*"C"; this run is for "A", "B"/);
    expect(() => units.check(null, "read it")).toThrow(/no business unit/);
    expect(() => new BusinessUnits(null, {}).check(null, "read it")).not.toThrow();
  });
});
