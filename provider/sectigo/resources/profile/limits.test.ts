import { describe, expect, it } from "vitest";
import { type ResourceStage, resourceStage } from "../../../../test/support/resource-stage.ts";
import { profileResource } from "../profile.ts";

const stage = () => resourceStage(profileResource);

const profile = (it: ResourceStage, more: Readonly<Record<string, unknown>>) => ({
  name: "shop",
  connector: { host: new URL(it.scm.apiUrl).host, customer_uri: "cst01234" },
  organization: "Example Ltd",
  scm_profile: "OV SSL 199",
  ...more,
});

const ACME = { server: "OV ACME Server", domains: ["example.test"] };
const CODE = { access_code_wo: "open sesame", access_code_wo_version: 1 };

const said = async (it: ResourceStage, more: Readonly<Record<string, unknown>>) =>
  (await it.plan(profile(it, more))).diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`);

describe("limits that SCM does not keep", () => {
  it.each([
    [
      { enrollment_method: "acme", acme: ACME, key_types: ["EC P-256"], term_days: 90 },
      /^warning: SCM does not hold ACME clients to key_types and term_days$/,
    ],
    [
      {
        enrollment_method: "browser_pkcs12",
        web_form: { endpoint: "Form" },
        ...CODE,
        allowed_names: [".a.test"],
      },
      /^warning: SCM does not hold people at the web form to allowed_names$/,
    ],
    [
      { enrollment_method: "csr", web_form: { endpoint: "Form" }, term_days: 90 },
      /^warning: SCM does not hold people at the web form to term_days$/,
    ],
    [
      { enrollment_method: "acme", acme: ACME, allowed_names: [".labs.test"] },
      /^error: The ACME domain "example\.test" is not among the allowed names$/,
    ],
    [
      { enrollment_method: "acme", acme: { ...ACME, server: "OV" } },
      /^error: Find the ACME server "OV": SCM has no such server/,
    ],
    [
      { enrollment_method: "acme", acme: { ...ACME, domains: ["nobody.test"] } },
      /^warning: No validated domain covers the name "nobody\.test"$/,
    ],
  ])("S43 are refused or said in the plan: %j", async (more, says) => {
    await using it = await stage();
    expect(await said(it, more)).toEqual([expect.stringMatching(says)]);
  });

  it("are said when the profile is made or changes, not in every plan", async () => {
    await using it = await stage();
    const wishes = profile(it, { enrollment_method: "acme", acme: ACME, term_days: 90 });
    expect(await it.apply(wishes)).toMatchObject([
      { severity: "warning", path: [{ attribute: "term_days" }] },
    ]);
    expect(await it.isSettled(wishes)).toBe(true);
  });

  it("S50 acme needs no SCM profile: the ACME server decides", async () => {
    await using it = await stage();
    const wishes = profile(it, { enrollment_method: "acme", acme: ACME, scm_profile: null });
    expect(await it.apply(wishes)).toEqual([]);
    expect(it.values.ref).toMatchObject({ organization_id: 7003, scm_profile_id: null });
    await it.refresh();
    expect(await it.isSettled(wishes)).toBe(true);
  });

  it("leaves validations alone where skip_validation_check says so", async () => {
    await using it = await stage();
    const acme = { ...ACME, domains: ["nobody.test"] };
    expect(await said(it, { enrollment_method: "acme", acme, skip_validation_check: true })).toEqual([]);
  });
});
