import { expect, it } from "vitest";
import { type ProfileRef, sameProfile } from "./profile-ref.ts";

const REF: ProfileRef = {
  ...{
    host: "cert-manager.com",
    customer_uri: "cst01234",
    business_unit: null,
    sensors: ["dc1", "dc2"],
  },
  ...{
    organization_id: 7003,
    scm_profile_id: 3312,
    enrollment_method: "sensor",
    sensor: "dc1",
    term_days: 90,
  },
  ...{
    key_types: ["EC P-256"],
    allowed_names: [".a.test", ".b.test"],
    common_name_from_san: null,
    renewal: null,
    external_requesters: null,
  },
  ...{ owners: null, tags: null, custom_fields: null, skip_validation_check: null },
};

it.each([
  ["another order of a set", { allowed_names: [".b.test", ".a.test"] }, true],
  ["another order of sensors", { sensors: ["dc2", "dc1"] }, false],
  ["another term", { term_days: 199 }, false],
  ["one more name", { allowed_names: [".a.test", ".b.test", ".c.test"] }, false],
])("%s is the same profile: %s", (_, change, isSame) => {
  expect(sameProfile(REF, { ...REF, ...change })).toBe(isSame);
});
