import { describe, expect, it } from "vitest";
import { PLAIN_WORDS, textIn } from "../../../base/words.ts";
import type { DcvRow } from "../../../scm/schemas/domains.ts";
import type { OrganizationValidation } from "../../../scm/schemas/organizations.ts";
import { domainFilter, endingSoon, judgeValidations, validationPlace } from "./judge-validations.ts";

const NOW = new Date("2026-03-16T12:00:00Z");

function row(domain: string, status: string, expires: string | null = null): DcvRow {
  return { domain, status, expires, method: null, orderStatus: null, orderMethod: null };
}

function validation(status: string, expires: string | null, level = "OV_SSL"): OrganizationValidation {
  return { validationId: 1, level, status, backendType: null, submitted: null, expires };
}

const GOOD = row("example.test", "VALIDATED", "2026-08-31");

describe("judgeValidations", () => {
  it.each([
    ["example.test"],
    ["A.Example.test."],
    ["*.b.example.test"],
    ["192.0.2.7"],
  ])("S42 finds nothing wrong with %s", (name) => {
    expect(judgeValidations([name], { domains: [GOOD] }, NOW)).toEqual([]);
  });

  it.each([
    [row("example.test", "EXPIRED", "2026-02-22"), /"example\.test".* ended on 2026-02-22/],
    [row("example.test", "VALIDATED", "2026-03-15"), /ended on 2026-03-15/],
    [row("example.test", "NOT_VALIDATED"), /has not been done/],
    [row("other.test", "VALIDATED"), /No validated domain covers the name "a\.example\.test"/],
    [row("ample.test", "VALIDATED"), /No validated domain/],
    [row("*.a.example.test", "VALIDATED"), /No validated domain/],
  ])("S42 says what is wrong by %j", (domain, says) => {
    const [found, ...more] = judgeValidations(["a.example.test"], { domains: [domain] }, NOW);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: "error", name: "a.example.test" });
    expect(found?.summary).toMatch(says);
    expect(textIn(found?.detail ?? "", PLAIN_WORDS)).toContain("skip the check of validations");
  });

  it("S42 counts the last day as a whole, since SCM tells no hour and no zone", () => {
    const domains = [row("example.test", "VALIDATED", "2026-03-16")];
    expect(judgeValidations(["example.test"], { domains }, NOW)).toEqual([]);
  });

  it("S42 judges every name, and takes any domain above that is validated", () => {
    const domains = [
      row("a.example.test", "EXPIRED", "2026-01-01"),
      GOOD,
      row("other.test", "NOT_VALIDATED"),
    ];
    const found = judgeValidations(["a.example.test", "b.other.test", "c.none.test"], { domains }, NOW);
    expect(found.map(({ name }) => name)).toEqual(["b.other.test", "c.none.test"]);
  });

  it("S42 says it once for a domain, however many names hang on it", () => {
    const names = Array.from({ length: 7 }, (_none, index) => `h${index}.example.test`);
    const found = judgeValidations(names, { domains: [row("example.test", "EXPIRED", "2026-02-22")] }, NOW);
    expect(found).toMatchObject([
      {
        name: "h0.example.test",
        summary: expect.stringMatching(
          /to which "h0\.example\.test", .*"h4\.example\.test" and 2 more belong, ended/,
        ),
      },
    ]);
  });

  it.each([
    [[validation("VALIDATED", "2027-02-01T00:00:00.000Z")], 0],
    [[validation("VALIDATED", null)], 0],
    [[validation("EXPIRED", "2026-02-01"), validation("VALIDATED", null, "EV_SSL")], 0],
    [[validation("PENDING", null, "OV_SMIME")], 0],
    [[], 0],
    [[validation("VALIDATED", "2026-03-16T11:00:00.000Z")], 1],
    [[validation("PENDING", null), validation("EXPIRED", "2026-02-01", "EV_SSL")], 1],
  ])("S42 an organization with %j has %i faults", (organization, count) => {
    expect(judgeValidations([], { organization }, NOW)).toHaveLength(count);
  });

  it("judges nothing by what was not to be had", () => {
    expect(judgeValidations(["a.test"], {}, NOW)).toEqual([]);
  });
});

describe("endingSoon", () => {
  it("S42 sums up what ends within a fortnight, and only that", () => {
    const domains = [
      row("b.test", "VALIDATED", "2026-03-29"),
      row("a.test", "VALIDATED", "2026-03-20"),
      row("c.test", "VALIDATED", "2026-04-20"),
      row("d.test", "EXPIRED", "2026-03-10"),
      row("e.test", "VALIDATED"),
    ];
    expect(endingSoon(domains, NOW)?.detail).toMatch(
      /^Within 14 days: a\.test on 2026-03-20, b\.test on 2026-03-29\./,
    );
    expect(endingSoon([GOOD], NOW)).toBeNull();
  });
});

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
