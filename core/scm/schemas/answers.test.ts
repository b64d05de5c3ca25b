import { describe, expect, it } from "vitest";
import { type Decoder, jsonDecoder } from "../answer.ts";
import { acmeAccountList, acmeDomainsLeft } from "./acme.ts";
import { administratorDetails, administratorList, passwordState } from "./administrators.ts";
import { certificateDetails, certificateIdentityList, enrollment, renewal } from "./certificates.ts";
import {
  clientCertificateList,
  deviceCertificateDetails,
  deviceCertificateList,
} from "./client-certificates.ts";
import { dcvChallenge, dcvList, domainDetails, domainList } from "./domains.ts";
import { endpointList } from "./endpoints.ts";
import {
  organizationDetails,
  organizationList,
  organizationReferences,
  organizationValidations,
} from "./organizations.ts";
import { customFieldList, scmProfileList } from "./profiles.ts";
import { clientReportRow, deviceReportRow, sslReport } from "./reports.ts";

/** Shapes that real servers and public clients' recordings show, with data of our own. */
function decode<T>(decoder: Decoder<T>, wire: unknown): T {
  const body = Buffer.from(JSON.stringify(wire));
  const decoded = decoder({ status: 200, headers: {}, body });
  if (!decoded.ok) throw new Error(decoded.says);
  return decoded.value;
}

function refusal(decoder: Decoder<unknown>, wire: unknown): string {
  const decoded = decoder({ status: 200, headers: {}, body: Buffer.from(JSON.stringify(wire)) });
  return decoded.ok ? "understood" : decoded.says;
}

describe("SSL certificates", () => {
  const details = jsonDecoder(certificateDetails);

  it("reads a record of 2020: top-level issuer, empty dates, no key type", () => {
    const wire = {
      commonName: "old.example.test",
      issuer: "CN=Example CA",
      sslId: 31,
      orgId: 7003,
      status: "Issued",
      orderNumber: 4400000001,
      serverSoftware: "OTHER",
      certType: { id: 224, name: "SSL (SHA-2)", terms: [365] },
      term: 365,
      approved: "",
      requested: "12/21/2020",
      serialNumber: "6C:91:03",
      keySize: 0,
      customFields: [],
    };
    expect(decode(details, wire)).toMatchObject({
      sslId: 31,
      issuer: "CN=Example CA",
      approved: null,
      requested: "2020-12-21",
      serialNumber: "6C9103",
      orderNumber: "4400000001",
      scmProfile: { scmProfileId: 224, termsDays: [365], keyTypes: {} },
    });
  });

  it("takes zeros, empty texts and null for nothing, as a strongly typed middleman writes them", () => {
    const wire = {
      commonName: "a.example.test",
      sslId: 5,
      id: 0,
      orgId: 0,
      status: "Requested",
      orderNumber: 0,
      backendCertId: "",
      certType: { id: 0, name: "", description: "", terms: null, keyTypes: { rsa: null, ec: null } },
      term: 0,
      reasonCode: 0,
      keyUsages: null,
      customFields: null,
      certificateDetails: { issuer: "", subject: "", sha1Hash: "" },
      autoInstallDetails: { state: "", nodes: null },
      autoRenewDetails: null,
    };
    expect(decode(details, wire)).toMatchObject({
      sslId: 5,
      organizationId: null,
      orderNumber: null,
      backendCertId: null,
      scmProfile: null,
      termDays: null,
      keyUsages: [],
      customFields: [],
      issuer: null,
      autoRenewState: null,
    });
  });

  it("reads a record with an id, a name and nothing else", () => {
    expect(decode(details, { id: 2, commonName: "a.test" })).toMatchObject({ sslId: 2, status: "Unknown" });
  });

  it.each([
    ["SA Approved", "SAApproved"],
    ["issued", "Issued"],
    ["APPLIED", "Applied"],
    ["Something New", "Something New"],
  ])("spells the status %j as %j", (sent, canonical) => {
    expect(decode(details, { id: 2, status: sent }).status).toBe(canonical);
  });

  it.each([4, "4"])("reads the reason code %j", (reasonCode) => {
    expect(decode(details, { id: 2, reasonCode }).reasonCode).toBe(4);
  });

  it("names the member that is wrong, and not its value", () => {
    expect(refusal(details, { id: 2, expires: "hunter2" })).toMatch(/^expires is not .* a date expected$/);
    expect(refusal(details, { commonName: "x" })).toMatch(/^sslId is not/);
    expect(refusal(details, [])).toMatch(/^the whole answer is not/);
    expect(refusal(jsonDecoder(certificateIdentityList), [{ sslId: 1 }, { sslId: "x" }])).toMatch(
      /^\[1\]\.sslId is not/,
    );
  });

  it("reads list rows without names and numbers", () => {
    expect(
      decode(jsonDecoder(certificateIdentityList), [{ sslId: 7 }, { sslId: "8", serialNumber: null }]),
    ).toEqual([
      { sslId: 7, commonName: null, serialNumber: null, subjectAlternativeNames: [] },
      { sslId: 8, commonName: null, serialNumber: null, subjectAlternativeNames: [] },
    ]);
  });

  it("accepts an order's answer without renewId, and none without an id to act on", () => {
    const enrolled = jsonDecoder(enrollment);
    expect(decode(enrolled, { sslId: 99 })).toEqual({ sslId: 99, renewId: null });
    for (const wire of [{}, { sslId: 0 }, { sslId: null }, { sslId: -1 }])
      expect(refusal(enrolled, wire)).toMatch(/^sslId/);
    expect(decode(jsonDecoder(renewal), {})).toEqual({ sslId: null });
  });

  it("reads profiles of 2018, and two of the same id", () => {
    const wire = [
      { id: 25, name: "SSL (SHA-2)", terms: [365, 730] },
      { id: "25", name: "Multi Domain", terms: ["365"] },
    ];
    expect(decode(jsonDecoder(scmProfileList), wire)).toMatchObject([
      { scmProfileId: 25, termsDays: [365, 730], description: null },
      { scmProfileId: 25, termsDays: [365] },
    ]);
    expect(decode(jsonDecoder(customFieldList), [{ id: 1, name: "F" }])).toEqual([
      { customFieldId: 1, name: "F", isMandatory: false },
    ]);
  });
});

describe("other certificates", () => {
  it("reads client rows: a rejected one with nothing in it, and an issued one", () => {
    const wire = [
      {
        id: 1,
        state: "rejected",
        certificateDetails: {},
        serialNumber: "",
        orderNumber: 0,
        backendCertId: null,
        expires: null,
      },
      {
        id: 2,
        state: "issued",
        certificateDetails: { subject: "CN=Kim" },
        serialNumber: "C3:DB",
        expires: "2027-01-31",
      },
    ];
    expect(decode(jsonDecoder(clientCertificateList), wire)).toMatchObject([
      { clientCertId: 1, status: "rejected", serialNumber: null, subject: null },
      { clientCertId: 2, status: "issued", serialNumber: "C3DB", expires: "2027-01-31" },
    ]);
  });

  it("gives devices one spelling of status in lists and details", () => {
    expect(decode(jsonDecoder(deviceCertificateList), [{ id: 1, status: "ISSUED" }])[0]?.status).toBe(
      "issued",
    );
    expect(decode(jsonDecoder(deviceCertificateDetails), { id: 1, status: "Issued" }).status).toBe("issued");
    expect(decode(jsonDecoder(deviceCertificateDetails), { id: 1, status: "Awaiting approval" }).status).toBe(
      "awaiting_approval",
    );
  });
});

/** Rows of an id and a name, with what tells their list from others. */
const ROWS = {
  organizations: { id: 1, name: "Example Ltd", departments: [] },
  "custom fields": { id: 1, name: "Cost centre", mandatory: true },
  profiles: { id: 1, name: "OV SSL", terms: [365], keyTypes: { RSA: ["2048"] } },
  "SSL certificates": { sslId: 1, id: "1", commonName: "a.test", name: "a.test" },
  "domain validations": { id: 1, name: "a.test", domain: "a.test", dcvStatus: "VALIDATED" },
};
const LISTS: readonly (readonly [string, Decoder<unknown>])[] = [
  ["organizations", jsonDecoder(organizationList)],
  ["organization names", jsonDecoder(organizationReferences)],
  ["organization validations", jsonDecoder(organizationValidations)],
  ["custom fields", jsonDecoder(customFieldList)],
  ["profiles", jsonDecoder(scmProfileList)],
  ["domains", jsonDecoder(domainList)],
  ["domain validations", jsonDecoder(dcvList)],
  ["client certificates", jsonDecoder(clientCertificateList)],
  ["device certificates", jsonDecoder(deviceCertificateList)],
  ["administrators", jsonDecoder(administratorList)],
  ["endpoints", jsonDecoder(endpointList)],
  ["ACME accounts", jsonDecoder(acmeAccountList)],
  ["SSL certificates", jsonDecoder(certificateIdentityList)],
];

describe("a list that is the answer to another call", () => {
  it.each(LISTS)("of %s is refused, and its own row is read", (kind, decoder) => {
    for (const [other, row] of Object.entries(ROWS))
      if (other === kind) expect(refusal(decoder, [row])).toBe("understood");
      else expect(refusal(decoder, [row]), other).not.toBe("understood");
  });

  it("names both lists", () => {
    expect(refusal(jsonDecoder(organizationList), [ROWS["custom fields"]])).toContain(
      "must be a row of organizations, not of custom fields",
    );
  });

  it.each([
    ["profiles", jsonDecoder(scmProfileList), { id: 1, terms: [365] }],
    ["custom fields", jsonDecoder(customFieldList), { id: 1, mandatory: true }],
    ["domain validations", jsonDecoder(dcvList), { dcvStatus: "VALIDATED" }],
  ])("of %s is refused where a row has no name", (_kind, decoder, row) => {
    for (const name of [undefined, null, "", " "])
      expect(refusal(decoder as Decoder<unknown>, [{ ...row, name, domain: name }])).toMatch(
        /^\[0\]\.(name|domain) is not/,
      );
  });
});

describe("reports", () => {
  it("reads dates with offsets, names with types, and rows that lack nearly all", () => {
    const wire = {
      statusCode: 0,
      reports: [
        {
          id: 42,
          subjAltNames: "dNSName=www.a.test",
          requested: "2019-01-02T00:00:00.000+02:00",
          serialNumber: "",
          orgId: 51,
        },
        { id: 43, subjAltNames: "a.test; b.test", status: "SA Approved", serialNumber: "F0A77" },
      ],
    };
    expect(decode(jsonDecoder(sslReport), wire)).toMatchObject([
      {
        sslId: 42,
        subjectAlternativeNames: ["www.a.test"],
        requested: "2019-01-01T22:00:00.000Z",
        serialNumber: null,
        status: "Unknown",
      },
      {
        sslId: 43,
        subjectAlternativeNames: ["a.test", "b.test"],
        status: "SAApproved",
        serialNumber: "0F0A77",
      },
    ]);
    expect(decode(jsonDecoder(sslReport), { statusCode: 0 })).toEqual([]);
    expect(decode(jsonDecoder(sslReport), { statusCode: 0, reports: null })).toEqual([]);
  });

  it("reads the members that only client and device rows have", () => {
    const client = {
      id: 1,
      person: { name: "Kim", email: "kim@a.test" },
      expire: "2022-03-12T00:00:00.000+02:00",
      enrollType: "Self Enroll",
    };
    expect(decode(jsonDecoder(clientReportRow), client)).toMatchObject({
      clientCertId: 1,
      personName: "Kim",
      email: "kim@a.test",
      expires: "2022-03-11T22:00:00.000Z",
      enrolledVia: "Self Enroll",
    });
    const device = {
      id: 2,
      deviceCertStatus: "Issued",
      certTypeName: "Device",
      organization: { name: "Acme" },
    };
    expect(decode(jsonDecoder(deviceReportRow), device)).toMatchObject({
      deviceCertId: 2,
      status: "Issued",
      scmProfileName: "Device",
      organizationName: "Acme",
    });
  });
});

describe("tenants, domains, people, ACME", () => {
  it("reads organizations with and without departments, and a department's own record", () => {
    const wire = [
      { id: 1, name: "A", certTypes: [] },
      { id: 2, name: "B", departments: [{ id: 3, name: "C", parentName: "B" }] },
    ];
    expect(decode(jsonDecoder(organizationList), wire)).toEqual([
      { organizationId: 1, name: "A", departments: [] },
      { organizationId: 2, name: "B", departments: [{ departmentId: 3, name: "C" }] },
    ]);
    expect(decode(jsonDecoder(organizationDetails), { id: 3, name: "C", parentName: "B" })).toMatchObject({
      parentName: "B",
      isSslApiEnabled: null,
    });
  });

  it("gives states of validation one form, whichever host answers", () => {
    const wire = [
      { domain: "a.test", dcvStatus: "NOT_VALIDATED", dcvOrderStatus: "NOT_INITIATED" },
      {
        domain: "*.a.test",
        dcvStatus: "Not validated",
        dcvOrderStatus: "Awaiting submission",
        expirationDate: "2026-09-15",
      },
    ];
    expect(decode(jsonDecoder(dcvList), wire)).toMatchObject([
      { domain: "a.test", status: "NOT_VALIDATED", orderStatus: "NOT_INITIATED", expires: null },
      {
        domain: "*.a.test",
        status: "NOT_VALIDATED",
        orderStatus: "AWAITING_SUBMISSION",
        expires: "2026-09-15",
      },
    ]);
    expect(
      decode(jsonDecoder(dcvChallenge), { url: "http://a.test/x.txt", firstLine: "1", secondLine: "2" }),
    ).toMatchObject({
      lines: ["1", "2"],
      host: null,
    });
    expect(
      decode(jsonDecoder(domainDetails), {
        id: 5,
        name: "a.test",
        delegations: [{ orgId: 7, status: "ACTIVE" }],
      }),
    ).toMatchObject({
      validationStatus: null,
      delegations: [{ organizationId: 7, certificateTypes: [], status: "ACTIVE" }],
    });
  });

  it("reads an administrator of either age, and a password that never ends", () => {
    expect(
      decode(jsonDecoder(administratorDetails), { id: 9, activeState: "Active", privileges: ["sslRequest"] }),
    ).toMatchObject({
      activeStatus: "ACTIVE",
      roles: [],
      privileges: ["sslRequest"],
    });
    expect(decode(jsonDecoder(passwordState), { state: "never_expire" })).toEqual({
      state: "NEVER_EXPIRE",
      expires: null,
    });
  });

  it("reads ACME accounts in either case, and what was left undone", () => {
    expect(
      decode(jsonDecoder(acmeAccountList), [{ id: 1, name: "a", status: "Pending", macId: "", macKey: "" }]),
    ).toMatchObject([{ acmeAccountId: 1, status: "pending", eabKeyId: null, eabKey: null }]);
    expect(decode(jsonDecoder(acmeDomainsLeft), {})).toEqual([]);
    expect(decode(jsonDecoder(acmeDomainsLeft), { notRemovedDomains: ["a.test"] })).toEqual(["a.test"]);
  });
});
