import { describe, expect, it } from "vitest";
import { PLAIN_WORDS, textIn } from "../../base/words.ts";
import { parentOrganization, type Resolution, resolveOrganization, resolveScmProfile } from "./resolve.ts";

const told = (found: Resolution) =>
  found.kind === "fault" ? { ...found, detail: textIn(found.detail, PLAIN_WORDS) } : found;

const ORGANIZATIONS = [
  {
    organizationId: 7003,
    name: "Example Ltd",
    departments: [
      { departmentId: 7019, name: "Web" },
      { departmentId: 7024, name: "Plant IT" },
    ],
  },
  { organizationId: 7108, name: "Example Labs", departments: [{ departmentId: 7111, name: "Web" }] },
];

describe("resolveOrganization", () => {
  it.each([
    ["Example Labs", 7108],
    ["Plant IT", 7024],
    ["Example Ltd/Web", 7019],
    ["Example Labs/Web", 7111],
  ])("S39 %s is %i", (name, id) => {
    expect(resolveOrganization(name, ORGANIZATIONS)).toEqual({ kind: "found", id });
  });

  it("S39 lists the ids of a name that several have", () => {
    expect(told(resolveOrganization("Web", ORGANIZATIONS))).toMatchObject({
      kind: "fault",
      summary: 'SCM has 2 organizations or departments named "Web"',
      detail: expect.stringMatching(/7019 \("Example Ltd\/Web"\), 7111 \("Example Labs\/Web"\)/),
    });
  });

  it("S39 proposes what is near, also where only the case differs", () => {
    expect(resolveOrganization("example ltd", ORGANIZATIONS)).toMatchObject({
      kind: "fault",
      detail: expect.stringMatching(/^Did you mean "Example Ltd".*upper and lower case/),
    });
    expect(resolveOrganization("Nobody", [])).toMatchObject({
      detail: expect.stringMatching(/sees none at all/),
    });
  });
});

describe("resolveScmProfile", () => {
  const profile = (scmProfileId: number, name: string) => ({
    ...{ scmProfileId, name, description: null, termsDays: [], keyTypes: {} },
    usesSecondaryOrganizationName: false,
  });
  const profiles = [profile(1, "OV SSL 199"), profile(2, "OV SSL"), profile(3, "Twin"), profile(4, "Twin")];

  it("S39 finds one by its exact name, and says what is known else", () => {
    expect(resolveScmProfile("OV SSL", profiles)).toEqual({ kind: "found", id: 2 });
    expect(told(resolveScmProfile("Twin", profiles))).toMatchObject({
      detail: expect.stringMatching(/ids are 3, 4/),
    });
    expect(resolveScmProfile("OV SSL 19", profiles)).toMatchObject({
      summary: 'SCM offers the organization no profile "OV SSL 19"',
      detail: expect.stringMatching(/^Did you mean "OV SSL 199"/),
    });
  });
});

it("the organization of a department is the one above it", () => {
  expect(parentOrganization(7111, ORGANIZATIONS)?.organizationId).toBe(7108);
  expect(parentOrganization(7003, ORGANIZATIONS)?.organizationId).toBe(7003);
  expect(parentOrganization(1, ORGANIZATIONS)).toBeNull();
});
