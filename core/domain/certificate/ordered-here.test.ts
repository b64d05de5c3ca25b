import { expect, it } from "vitest";
import { wasOrderedHere } from "./ordered-here.ts";

const PROFILE = {
  ...{ scmProfileId: 3312, name: "OV SSL 199", description: null, termsDays: [199], keyTypes: {} },
  usesSecondaryOrganizationName: false,
};

it.each([
  ["REST API", PROFILE, true],
  [null, PROFILE, true],
  ["Discovery", PROFILE, false],
  ["IMPORTED", PROFILE, false],
  ["REST API", null, false],
])("a record that came by %j with profile %j was ordered through SCM: %s", (requestedVia, scmProfile, ordered) => {
  expect(wasOrderedHere({ requestedVia, scmProfile })).toBe(ordered);
});
