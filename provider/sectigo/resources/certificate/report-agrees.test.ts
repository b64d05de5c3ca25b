import { describe, expect, it } from "vitest";
import type { ReportedFacts } from "../../reported-rows.ts";
import { agrees } from "./read.ts";
import type { StoredCertificate } from "./state.ts";

const STATE = {
  ...{ ssl_id: 40_211, organization_id: 7010, scm_profile_id: 3312, status: "Issued" },
  ...{ serial_number: "0F0A7719C25E90116BD3228CE4AB5107", not_after: "2026-10-01T23:59:59Z" },
  ...{ certificate_pem: "…", comments: null, external_requesters: null, custom_fields: null },
} as unknown as StoredCertificate;

const ROW: ReportedFacts = {
  ...{ sslId: 40_211, organizationId: 7010, scmProfileId: 3312, status: "Issued", revoked: null },
  ...{ serialNumber: "0F0A7719C25E90116BD3228CE4AB5107", expires: "2026-10-01T23:59:59.000Z" },
  ...{ comments: null, externalRequesters: [], customFields: [] },
};

describe("a row agrees with a state", () => {
  it.each<[string, Partial<StoredCertificate>, Partial<ReportedFacts>]>([
    ["when all is the same", {}, {}],
    ["in a serial number without its leading zeros", {}, { serialNumber: "F0A7719C25E90116BD3228CE4AB5107" }],
    ["in a day instead of an instant", {}, { expires: "2026-10-02" }],
    ["when it expired, which follows from its date", {}, { status: "Expired" }],
    ["without an SCM profile on either side", { scm_profile_id: null }, { scmProfileId: null }],
    ["in a profile that SCM shows of what was not ordered there", { scm_profile_id: null }, {}],
    ["in metadata that is not managed", {}, { comments: "x", externalRequesters: ["a@example.test"] }],
    ["in managed comments", { comments: "x" }, { comments: "x" }],
    ["in comments declared empty", { comments: "" }, {}],
    [
      "in the requesters, whatever their order and case",
      { external_requesters: ["a@example.test", "b@example.test"] },
      { externalRequesters: ["B@example.test", "a@example.test"] },
    ],
    [
      "in the fields that are named",
      { custom_fields: { "Cost centre": "4711" } },
      {
        customFields: [
          { name: "Go-live", value: "2026-02-09" },
          { name: "Cost centre", value: "4711" },
        ],
      },
    ],
  ])("%s", (_name, state, row) => {
    expect(agrees({ ...STATE, ...state }, { ...ROW, ...row })).toBe(true);
  });

  it.each<[string, Partial<StoredCertificate>, Partial<ReportedFacts>]>([
    ["status", {}, { status: "Revoked" }],
    ["status on its way", {}, { status: "Applied" }],
    ["status of an unknown word", {}, { status: "Quarantined" }],
    ["date of a revocation", {}, { revoked: "2026-05-01T00:00:00.000Z" }],
    ["serial number", {}, { serialNumber: "0F0A7719C25E90116BD3228CE4AB5108" }],
    ["missing serial number", {}, { serialNumber: null }],
    ["organization", {}, { organizationId: 7019 }],
    ["missing organization", {}, { organizationId: null }],
    ["SCM profile", {}, { scmProfileId: 3317 }],
    ["missing SCM profile", {}, { scmProfileId: null }],
    ["end", {}, { expires: "2026-10-05T23:59:59.000Z" }],
    ["missing end", {}, { expires: null }],
    ["managed comment", { comments: "x" }, { comments: "y" }],
    ["managed comment that is gone", { comments: "x" }, {}],
    ["comment that was written in SCM where none is wanted", { comments: "" }, { comments: "y" }],
    [
      "requester",
      { external_requesters: ["a@example.test"] },
      { externalRequesters: ["a@example.test", "c@example.test"] },
    ],
    ["requester that is gone", { external_requesters: ["a@example.test"] }, {}],
    [
      "field",
      { custom_fields: { "Cost centre": "4711" } },
      { customFields: [{ name: "Cost centre", value: "1" }] },
    ],
    ["field that is gone", { custom_fields: { "Cost centre": "4711" } }, {}],
  ])("not with another %s", (_name, state, row) => {
    expect(agrees({ ...STATE, ...state }, { ...ROW, ...row })).toBe(false);
  });
});
