import { expect, it } from "vitest";
import type { CatalogParts } from "./catalog-store.ts";
import { resolveFilter } from "./ids-of-names.ts";

const profile = { description: null, termsDays: [], keyTypes: {}, usesSecondaryOrganizationName: false };
const CATALOG: CatalogParts = {
  organizations: [],
  profiles: [{ ...profile, scmProfileId: 199, name: "New name" }],
};
const place = { path: "filter", what: "the filter" };
const find = async <Part extends keyof CatalogParts>(part: Part) => CATALOG[part];

it("S86 profiles of server certificates go by id, so that a renamed one is found in rows that bear its old name", async () => {
  const filter = await resolveFilter({ scm_profiles: ["New name"] }, { types: ["ssl"], find, place });
  const isIt = { conditions: [{ attribute: "scmProfileId", operator: "equals", number: 199 }] };
  expect(filter).toMatchObject({ conditions: [], allOf: [{ anyOf: [isIt] }] });
});

it("S86 profiles of other types go by the names of rows, which tell no ids", async () => {
  const words = { scm_profiles: ["Elsewhere"] };
  const filter = await resolveFilter(words, { types: ["ssl", "client"], find, place });
  expect(filter.conditions).toEqual([
    { attribute: "scmProfileName", operator: "equals", anyOf: ["Elsewhere"] },
  ]);
});
