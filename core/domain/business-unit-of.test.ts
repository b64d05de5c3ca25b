import { describe, expect, it } from "vitest";
import { businessUnitOf, countUnits } from "./business-unit-of.ts";
import type { BusinessUnits } from "./inventory.ts";

const FOR_ALL: BusinessUnits = { forAll: "Retail", byOrganizationId: new Map() };
const MIXED: BusinessUnits = { forAll: "Retail", byOrganizationId: new Map([[7018, "Trading"]]) };

describe("the business unit of a certificate", () => {
  it.each([
    ["is the one for all", FOR_ALL, 7018, "Retail"],
    ["is the one for all where its organization is not known", FOR_ALL, null, "Retail"],
    ["is its organization's", MIXED, 7018, "Trading"],
    ["is the one for all where its organization has none", MIXED, 7019, "Retail"],
    ["is not known where units go by organization and its own is not known", MIXED, null, null],
  ])("%s", (_what, units, organizationId, unit) => {
    expect(businessUnitOf(units, { organizationId })).toBe(unit);
  });

  it("is counted as it is told of one", () => {
    const byOrganization = { 7018: 3, 7019: 2, 7020: 1, unknown: 4 };
    expect(countUnits(MIXED, { byOrganization })).toEqual({ Trading: 3, Retail: 3, unknown: 4 });
    expect(countUnits(FOR_ALL, { byOrganization })).toEqual({ Retail: 10 });
  });
});
