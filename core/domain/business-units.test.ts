import { expect, it } from "vitest";
import { allowedUnits, permitsUnit } from "./business-units.ts";

it.each<[string, readonly string[] | null, string | undefined, readonly string[] | null]>([
  ["no guard without both", null, undefined, null],
  ["an empty variable is none", null, "", null],
  ["what the environment lists", null, "retail, bank\nshared", ["retail", "bank", "shared"]],
  ["what is given alone", ["retail"], undefined, ["retail"]],
  ["what is given narrows", ["retail"], "retail,bank", ["retail"]],
  ["what is given never widens", ["retail", "it"], "retail,bank", ["retail"]],
  ["nothing but commas allows nothing", null, ",", []],
])("%s", (_name, given, variable, allowed) => {
  expect(allowedUnits(given, { SECTIGO_BUSINESS_UNITS: variable })).toEqual(allowed);
});

it("permits no unit only where there is no guard", () => {
  expect([permitsUnit(null, null), permitsUnit(["a"], null), permitsUnit(["a"], "a")]).toEqual([
    true,
    false,
    true,
  ]);
});
