import { beforeAll, describe, expect, it } from "vitest";
import { makeCsr } from "../../../../test/support/certificates.ts";
import { PLAIN_WORDS, textIn } from "../../../base/words.ts";
import type { ScmProfile } from "../../../scm/schemas/profiles.ts";
import type { OrderCatalog } from "../../catalog.ts";
import type { Finding, PlannedOrder } from "../certificate-order.ts";
import { judgeOrder } from "./judge-order.ts";

const catalog: OrderCatalog = {
  organizations: [
    { organizationId: 7003, name: "Example Ltd", departments: [{ departmentId: 7019, name: "Web" }] },
    { organizationId: 7108, name: "Example Labs", departments: [] },
  ],
  profiles: [
    profile(3312, { name: "OV SSL 199", termsDays: [199, 90], keyTypes: { EC: ["P-256"], RSA: ["2048"] } }),
    profile(3317, { name: "Private SSL 365", termsDays: [365] }),
  ],
  customFields: [
    { customFieldId: 61, name: "Cost centre", isMandatory: true },
    { customFieldId: 64, name: "Stage", isMandatory: false },
  ],
};

function profile(scmProfileId: number, given: Partial<ScmProfile>): ScmProfile {
  const rest = { name: "", description: null, termsDays: [], keyTypes: {} };
  return { scmProfileId, ...rest, usesSecondaryOrganizationName: false, ...given };
}

let good: PlannedOrder;
beforeAll(async () => {
  const { pem } = await makeCsr({ subject: "CN=shop.example.test" });
  good = {
    organizationId: 7019,
    scmProfileId: 3312,
    csrPem: pem,
    subjectAlternativeNames: ["www.shop.example.test", "10.0.0.1"],
    termDays: 199,
    comments: "web tier",
    externalRequesters: ["web@example.test"],
    customFields: { "Cost centre": "4711" },
  };
});

function judge(change: PlannedOrder, known: OrderCatalog = catalog): Finding[] {
  return judgeOrder({ ...good, ...change }, known);
}

describe("judgeOrder", () => {
  it("finds nothing wrong with a good order", () => {
    expect(judge({})).toEqual([]);
  });

  it("judges nothing that is not known yet", () => {
    expect(judgeOrder({}, catalog)).toEqual([]);
    expect(judgeOrder({ organizationId: 1, scmProfileId: 1, customFields: { x: "y" } }, {})).toEqual([]);
  });

  const long = (length: number) => "a".repeat(length);
  it.each<[string, PlannedOrder, Partial<Finding>, string]>([
    [
      "an organization that is not visible",
      { organizationId: 7004 },
      { path: ["organizationId"] },
      '7003 ("Example Ltd")',
    ],
    [
      "a department's near miss",
      { organizationId: 7018 },
      { path: ["organizationId"] },
      '7019 ("Web" of "Example Ltd")',
    ],
    [
      "a profile that the organization does not have",
      { scmProfileId: 99 },
      { path: ["scmProfileId"] },
      '3312 ("OV SSL 199")',
    ],
    ["a term between two that are offered", { termDays: 100 }, { path: ["termDays"] }, "90, 199 days"],
    [
      "a text that is not a request",
      { csrPem: "shop.csr" },
      { path: ["csrPem"] },
      "BEGIN CERTIFICATE REQUEST",
    ],
    [
      "a name that can't be certified",
      { subjectAlternativeNames: ["a..test"] },
      { path: ["subjectAlternativeNames", "a..test"] },
      "one each",
    ],
    ["a comment that leaves no room for ours", { comments: long(901) }, { path: ["comments"] }, "900"],
    [
      "a requester that is no mail address",
      { externalRequesters: ["Ops <ops@a.test>"] },
      { severity: "error" },
      "bare address",
    ],
    [
      "two requesters in one",
      { externalRequesters: ["a@a.test,b@a.test"] },
      { severity: "error" },
      "bare address",
    ],
    [
      "too many requesters",
      { externalRequesters: [`${long(500)}@example.test`] },
      { path: ["externalRequesters"] },
      "512",
    ],
    [
      "a custom field in another case",
      { customFields: { "cost Centre": "1", "Cost centre": "1" } },
      { path: ["customFields", "cost Centre"] },
      '"Cost centre"',
    ],
    [
      "a custom field unlike any",
      { customFields: { "Cost centre": "1", Zebra: "" } },
      { path: ["customFields", "Zebra"] },
      "Known:",
    ],
    [
      "a custom field's value that is too long",
      { customFields: { "Cost centre": long(257) } },
      { path: ["customFields", "Cost centre"] },
      "256",
    ],
    [
      "a mandatory custom field that is missing",
      { customFields: null },
      { severity: "warning", path: ["customFields"] },
      '"Cost centre"',
    ],
    [
      "a mandatory custom field that is empty",
      { customFields: { "Cost centre": "" } },
      { severity: "warning" },
      '"Cost centre"',
    ],
  ])("finds %s, and says what is allowed", (_name, change, finding, detail) => {
    const findings = judge(change);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ ...(finding.severity ? {} : { severity: "error" }), ...finding });
    expect(textIn(findings[0]?.detail ?? "", PLAIN_WORDS)).toContain(detail);
  });

  it("takes limits at their very end", () => {
    expect(
      judge({
        comments: long(900),
        externalRequesters: [`${long(499)}@example.test`],
        customFields: { "Cost centre": long(256) },
      }),
    ).toEqual([]);
  });

  it("tells a key that the profile does not offer", async () => {
    const { pem } = await makeCsr({ algorithm: "P-384" });
    expect(judge({ csrPem: pem })).toMatchObject([
      { path: ["csrPem"], detail: expect.stringContaining("EC P-256, RSA 2048") },
    ]);
    expect(judge({ csrPem: pem, scmProfileId: 3317, termDays: 365 })).toEqual([]);
  });

  it.each([
    ["no common name", "O=Example Ltd", "no common name"],
    ["a common name that is a person's", "CN=Jo Example", "holds a blank"],
    ["a common name that is too long", `CN=${"a".repeat(60)}.test`, "64 is the most"],
  ])("refuses a request with %s", async (_name, subject, summary) => {
    const { pem } = await makeCsr({ subject });
    expect(judge({ csrPem: pem })).toMatchObject([
      { severity: "error", path: ["csrPem"], summary: expect.stringContaining(summary) },
    ]);
  });

  it("warns of names that stand in the request alone, which SCM does not take", async () => {
    const names = ["shop.example.test", "www.shop.example.test", "API.shop.example.test"];
    const { pem } = await makeCsr({ names: names.map((value) => ({ type: "dns", value })) });
    const [finding, ...others] = judge({ csrPem: pem });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: "warning", path: ["subjectAlternativeNames"] });
    expect(finding?.detail).toMatch(/: api\.shop\.example\.test\.$/);
    expect(judge({ csrPem: pem, subjectAlternativeNames: undefined })).toEqual([]);
  });

  it("shows all faults at once, in the order of the members", () => {
    const findings = judge({
      organizationId: 1,
      scmProfileId: 2,
      csrPem: "",
      comments: long(2000),
      termDays: 1,
    });
    expect(findings.map(({ path }) => path[0])).toEqual([
      "organizationId",
      "scmProfileId",
      "csrPem",
      "comments",
    ]);
  });

  it("proposes the nearest of many organizations instead of listing them", () => {
    const organizations = Array.from({ length: 50 }, (_, index) => ({
      organizationId: 9000 + index,
      name: `Org ${index}`,
      departments: [],
    }));
    const [finding] = judge({ organizationId: 90077 }, { organizations });
    expect(finding?.detail).toMatch(/^Known are 50; the nearest: 9007 /);
  });

  it("keeps signs that could act on a terminal out of its text", () => {
    const organizations = [{ organizationId: 1, name: "Evil\u001b[2J\u202eLtd", departments: [] }];
    const [finding] = judge({ organizationId: 2 }, { organizations });
    expect(finding?.detail).not.toContain("\u001b");
    expect(finding?.detail).not.toContain("\u202e");
    expect(finding?.detail).toContain("Evil");
  });
});
