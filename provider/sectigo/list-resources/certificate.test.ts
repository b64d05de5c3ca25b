import { describe, expect, it } from "vitest";
import { judgeConfigured } from "../../../test/support/judge-configured.ts";
import { displayNameOf } from "./certificate/display-name.ts";
import { certificateList } from "./certificate.ts";

const FILTER = {
  ...{ statuses: null, expires_within_days: null, organizations: null, scm_profiles: null },
  ...{ business_units: null, tags: null, owners: null, text: null, conditions: null },
};

describe('the configuration of list "sectigo_certificate"', () => {
  it.each(["tags", "owners", "business_units"])("needs a connector for %s", (name) => {
    const [found, ...more] = judgeConfigured(certificateList, { filter: { ...FILTER, [name]: ["x"] } });
    expect([found?.summary, more]).toEqual([`filter.${name} needs a connector`, []]);
  });

  it("has conditions that can be", () => {
    const conditions = [{ attribute: "expires", operator: "contains", value: "x" }];
    const found = judgeConfigured(certificateList, { filter: { ...FILTER, conditions } });
    expect(found).toMatchObject([{ severity: "error", summary: "A condition of the filter can't be" }]);
  });

  it("may be empty", () => {
    expect(judgeConfigured(certificateList, {})).toEqual([]);
    expect(judgeConfigured(certificateList, { filter: FILTER, except_ids: [5] })).toEqual([]);
    expect(judgeConfigured(certificateList, { except_ids: [0] })).toMatchObject([{ severity: "error" }]);
  });
});

describe("the name of a certificate", () => {
  const whole = { certificateId: 5, commonName: "a.example", organizationName: "Example Ltd", expires: null };

  it("leaves out what is not known", () => {
    expect(displayNameOf({ ...whole, expires: "2027-03-01T10:00:00Z" as never })).toBe(
      "a.example (Example Ltd, until 2027-03-01)",
    );
    expect(displayNameOf(whole)).toBe("a.example (Example Ltd)");
    expect(displayNameOf({ ...whole, commonName: "", organizationName: null })).toBe("certificate 5");
  });
});
