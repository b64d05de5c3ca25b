import { describe, expect, it } from "vitest";
import { judgeArguments } from "../../../../test/support/resource-stage.ts";
import { UNKNOWN } from "../../../framework/value.ts";
import { profileResource } from "../profile.ts";

const BASE = {
  name: "public-web",
  connector: { host: "cert-manager.com", customer_uri: "cst01234" },
  organization: "Example Ltd",
  scm_profile: "OV SSL 199",
  enrollment_method: "csr",
};
const FORM = { endpoint: "Shop form" };
const RULES = [{ key: "groups", match: "CONTAINS", values: ["tls"] }];

const said = (more: Readonly<Record<string, unknown>>) =>
  judgeArguments(profileResource, { ...BASE, ...more }).map(({ summary }) => summary);

describe("arguments of a profile", () => {
  it.each([
    ["csr", {}],
    ["csr", { web_form: FORM }],
    ["csr", { web_form: { ...FORM, auto_approve: true }, access_code_wo: "x", access_code_wo_version: 1 }],
    ["admin_web_request", { web_form: { ...FORM, idp_rules: RULES } }],
    ["browser_pkcs12", { web_form: { ...FORM, idp_rules: RULES } }],
    ["agent", {}],
    ["sensor", { sensor: "dc1" }],
    ["rest_api", { key_types: ["EC P-256"], allowed_names: [".example.test"] }],
    ["acme", { acme: { server: "OV ACME Server" } }],
    ["acme", { acme: UNKNOWN }],
    ["acme", { acme: { server: "OV ACME Server" }, scm_profile: null }],
    ["acme", { name: "ab", acme: { server: "OV ACME Server", account_name: "abc" } }],
    ["rest_api", { name: "ab" }],
  ])("S43 %s takes %j", (enrollment_method, more) => {
    expect(said({ enrollment_method, ...more })).toEqual([]);
  });

  it.each([
    [{ template: "Another" }, /one of "Sectigo Public CA Server Certificate" is required/i],
    [{ trust_type: "private" }, /one of "public"/i],
    [{ enrollment_method: "scep" }, /"acme" is required, "scep" is given/],
    [{ key_types: ["RSA 512"] }, /key type "RSA 512"/],
    [{ key_types: [] }, /at least one is required/i],
    [{ allowed_names: ["*.*.test"] }, /pattern/],
    [{ web_form: { ...FORM, auto_approve: true, idp_rules: [] } }, /an empty list would let everybody in/],
    [{ web_form: { ...FORM, idp_rules: [{ ...RULES[0], values: [] }] } }, /would let everybody in/],
    [{ web_form: { ...FORM, idp_rules: [{ ...RULES[0], values: ["tls", " "] }] } }, /must not be empty/],
    [{ web_form: FORM, access_code_wo: "", access_code_wo_version: 1 }, /must not be empty/],
    [{ enrollment_method: "acme", acme: { server: "x", account_name: "ab" } }, /SCM takes 3 to 128/],
  ])("S38 refuses %j", (more, says) => {
    const found = judgeArguments(profileResource, { ...BASE, ...more });
    expect(found.map(({ summary, detail }) => `${summary} ${detail}`).join()).toMatch(says);
  });

  it.each([
    ["a profile without connector", { connector: null }, /^A profile needs a connector/],
    ["no organization", { organization: null }, /^One of organization and organization_id.*neither/],
    ["two organizations", { organization_id: 7003 }, /^One of organization and organization_id.*both/],
    ["two SCM profiles", { scm_profile_id: 3312 }, /^One of scm_profile and scm_profile_id.*both/],
    ["sensor without one", { enrollment_method: "sensor" }, /sensor needs sensor/],
    ["csr with a sensor", { sensor: "dc1" }, /csr has no sensor/],
    [
      "rest_api with a web form",
      { enrollment_method: "rest_api", web_form: FORM },
      /rest_api has no web_form/,
    ],
    ["no SCM profile", { scm_profile: null }, /^One of scm_profile and scm_profile_id.*neither/],
    [
      "a short name for an ACME account",
      { name: "ab", enrollment_method: "acme", acme: { server: "x" } },
      /^The profile's name "ab" can't be that of its account/,
    ],
    [
      "a long name for an account on a web form",
      { name: "a".repeat(129), web_form: FORM },
      /can't be that of its account/,
    ],
    ["acme without server", { enrollment_method: "acme" }, /acme needs acme/],
    ["csr with acme", { acme: { server: "x" } }, /csr has no acme/],
    ["a browser form without one", { enrollment_method: "browser_pkcs12" }, /needs web_form/],
    [
      "an open browser form",
      { enrollment_method: "browser_pkcs12", web_form: FORM },
      /access code or idp_rules/,
    ],
    ["open approval", { web_form: { ...FORM, auto_approve: true } }, /^auto_approve needs an access code/],
    [
      "approval where an administrator decides",
      { enrollment_method: "admin_web_request", web_form: { ...FORM, auto_approve: true, idp_rules: RULES } },
      /^auto_approve does not go with the enrollment method admin_web_request/,
    ],
    [
      "a code without form",
      { access_code_wo: "x", access_code_wo_version: 1 },
      /^An access code needs web_form/,
    ],
    ["a code without version", { access_code_wo: "x", web_form: FORM }, /needs access_code_wo_version/],
    [
      "a code beside rules",
      { access_code_wo: "x", access_code_wo_version: 1, web_form: { ...FORM, idp_rules: RULES } },
      /exclude each other/,
    ],
  ])("refuses %s", (_, more, says) => {
    const found = said(more);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(says);
  });
});

it("S63 has one sensitive attribute at most, or refresh-only plans would see differences by chance", () => {
  const { attributes } = profileResource.spec;
  const sensitive = Object.keys(attributes).filter((name) => attributes[name]?.spec.sensitive);
  expect(sensitive).toEqual(["acme_eab_hmac_key"]);
});
