import { describe, expect, it } from "vitest";
import { SHOP_CSR } from "../../../../test/support/certificate-stage.ts";
import { UNKNOWN } from "../../../framework/value.ts";
import { validateCertificate } from "./judge-arguments.ts";

const LATER = {
  ...{
    private_key: null,
    private_key_wo: null,
    private_key_wo_version: null,
    subject: null,
    order_key: null,
  },
  ...{ trust_type: null, renewal: null, on_pending: null, when_revoked: null, when_missing: null },
  ...{
    revoke_on_destroy: null,
    revocation_reason: null,
    revoke_superseded: null,
    preferred_chain: null,
    on_mismatch: null,
  },
};

const NOTHING = {
  ...LATER,
  ...{ profile: null, sensor: null, skip_validation_check: null, validation: null },
  ...{ organization_id: null, scm_profile_id: null, csr_pem: null, subject_alternative_names: null },
  ...{ term_days: null, comments: null, external_requesters: null, custom_fields: null, timeouts: null },
};

const MADE_KEY = { private_key: { algorithm: "RSA", rsa_bits: 2048, ecdsa_curve: null } };

const NO_SUBJECT = {
  ...{ common_name: null, organization: null, organizational_unit: null },
  ...{ locality: null, state: null, country: null },
};

describe("validateCertificate", () => {
  it("has nothing against what is absent, unknown or right", () => {
    expect(validateCertificate(NOTHING)).toEqual([]);
    expect(validateCertificate({ ...NOTHING, csr_pem: UNKNOWN, custom_fields: UNKNOWN })).toEqual([]);
    const right = { csr_pem: SHOP_CSR, external_requesters: ["ops@example.test"], custom_fields: { a: "b" } };
    expect(validateCertificate({ ...NOTHING, ...right })).toEqual([]);
  });

  it.each([
    [
      "a certificate for a request",
      { csr_pem: SHOP_CSR.replaceAll("CERTIFICATE REQUEST", "CERTIFICATE") },
      "csr_pem",
    ],
    ["no PEM at all", { csr_pem: "shop.csr" }, "csr_pem"],
    [
      "a private key",
      { csr_pem: "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" },
      "csr_pem",
    ],
    ["a requester that is not an address", { external_requesters: ["ops"] }, "external_requesters"],
    ["a country in words", { subject: { ...NO_SUBJECT, country: "Germany" }, ...MADE_KEY }, "subject"],
    [
      "an organization that no request has room for",
      { subject: { ...NO_SUBJECT, organization: "x".repeat(65) }, ...MADE_KEY },
      "subject",
    ],
    ["a value too long", { custom_fields: { "Cost centre": "x".repeat(257) } }, "custom_fields"],
  ])("refuses %s beside its argument", (_name, wrong, attribute) => {
    const [found, ...more] = validateCertificate({ ...NOTHING, ...wrong });
    expect(more).toEqual([]);
    expect(found?.severity).toBe("error");
    expect(found?.path?.[0]).toEqual({ attribute });
    expect(found?.detail).not.toBe("");
  });

  it("never shows a private key that was given for a request", () => {
    const csr_pem = "-----BEGIN PRIVATE KEY-----\nU2VjcmV0\n-----END PRIVATE KEY-----\n";
    expect(JSON.stringify(validateCertificate({ ...NOTHING, csr_pem }))).not.toContain("U2VjcmV0");
  });
});
