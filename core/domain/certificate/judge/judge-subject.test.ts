import { expect, it } from "vitest";
import { saysOrganization, subjectDifferences } from "./judge-subject.ts";

const EXAMPLE = { name: "Example Ltd", city: "Utrecht", stateOrProvince: null, country: "NL" };

it.each([
  ["nothing", {}, []],
  ["the same in another case", { O: "EXAMPLE LTD ", C: "nl" }, []],
  ["what SCM does not tell", { ST: "Zeeland" }, []],
  [
    "another name and place",
    { O: "Example GmbH", L: "Bonn" },
    ['O is asked as "Example GmbH" and will be "Example Ltd"', 'L is asked as "Bonn" and will be "Utrecht"'],
  ],
  ["another country", { C: "DE" }, ['C is asked as "DE" and will be "NL"']],
])("S41 of a subject with %s differs what is told", (_what, parts, expected) => {
  expect(subjectDifferences(parts, EXAMPLE)).toEqual(expected);
});

it("S41 SCM need not be asked about a subject that is but a common name", () => {
  expect([saysOrganization({}), saysOrganization({ O: "" }), saysOrganization({ C: "NL" })]).toEqual([
    false,
    false,
    true,
  ]);
});
