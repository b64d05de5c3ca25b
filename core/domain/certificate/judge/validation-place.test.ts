import { expect, it } from "vitest";
import { domainFilter, validationPlace } from "./validation-place.ts";

const ORGANIZATIONS = [
  { organizationId: 7003, name: "Example Ltd", departments: [{ departmentId: 7010, name: "Web" }] },
  // Only what is read here.
] as unknown as Parameters<typeof validationPlace>[1];

it.each([
  [
    "an organization goes by its own",
    7003,
    { organizationId: 7003, departmentId: null },
    { organizationId: 7003 },
  ],
  [
    "a department by its domains, and its organization",
    7010,
    { organizationId: 7003, departmentId: 7010 },
    { departmentId: 7010 },
  ],
])("%s", (_name, id, place, filter) => {
  const found = validationPlace(id, ORGANIZATIONS);
  expect(found).toEqual(place);
  expect(found && domainFilter(found)).toEqual(filter);
});

it("what is not seen has none", () => {
  expect(validationPlace(1, ORGANIZATIONS)).toBeNull();
});
