import { expect, it } from "vitest";
import { inventoryRow } from "../../test/support/inventory-row.ts";
import type { InventoryRow } from "./inventory-row.ts";
import { judgePolicies, type Policy, violationsOf } from "./policies.ts";

const names = (...subjectAlternativeNames: string[]): Partial<InventoryRow> => ({
  commonName: null,
  subjectAlternativeNames,
});

it.each<[Policy, string, Partial<InventoryRow>, boolean | null]>([
  ["weak_key", "RSA 1024", { keyStrength: 80 }, true],
  ["weak_key", "RSA 2048", { keyStrength: 112 }, false],
  ["weak_key", "a key of unknown size", { keyStrength: null }, null],
  ["sha1_signature", "SHA-1", { signatureAlgorithm: "SHA1WITHRSA" }, true],
  ["sha1_signature", "SHA-1 by another name", { signatureAlgorithm: "sha-1 with RSA" }, true],
  ["sha1_signature", "SHA-256", { signatureAlgorithm: "SHA256WITHRSA" }, false],
  ["sha1_signature", "details that were not read", { signatureAlgorithm: null }, null],
  [
    "long_validity",
    "200 days, issued when 398 were allowed",
    { issued: "2026-03-14", expires: "2026-09-30" },
    false,
  ],
  ["long_validity", "201 days of 200", { issued: "2026-03-15", expires: "2026-10-03T00:00:00Z" }, true],
  ["long_validity", "200 days of 200", { issued: "2026-03-15", expires: "2026-10-01T00:00:00Z" }, false],
  ["long_validity", "its term, without a day of issue", { termDays: 398, expires: "2027-04-20" }, true],
  ["long_validity", "398 days before the step", { termDays: 398, expires: "2027-03-31" }, false],
  ["long_validity", "825 days of long ago", { termDays: 825, expires: "2022-10-01" }, false],
  ["long_validity", "nothing told", { termDays: null, issued: null }, null],
  ["long_validity", "a device", { type: "device", termDays: 3650 }, false],
  ["wildcard", "a wildcard", names("*.example.com"), true],
  ["wildcard", "none", names("a.example.com"), false],
  ["wildcard", "names that are not told", names(), null],
  ["internal_name", "a single label", names("intranet"), true],
  ["internal_name", "a reserved domain", names("erp.corp"), true],
  ["internal_name", "a private address", names("192.168.0.1"), true],
  ["internal_name", "a public address", names("9.9.9.9"), false],
  ["internal_name", "public names", names("www.example.com"), false],
  ["foreign_issuer", "ordered in SCM", { origin: "managed", issuer: "CN=Private CA" }, false],
  ["foreign_issuer", "another CA's", { origin: "discovered", issuer: "CN=X,O=Other CA" }, true],
  ["foreign_issuer", "Sectigo's", { origin: "discovered", issuer: "CN=R36,O=Sectigo Limited,C=GB" }, false],
  ["foreign_issuer", "an unknown issuer", { origin: "uploaded", issuer: null }, null],
])("S86 judges %s of %s", (policy, _what, row, verdict) => {
  const given = inventoryRow({ expires: "2026-09-16", ...row });
  expect(judgePolicies(given)[policy]).toBe(verdict);
  expect(violationsOf(given).includes(policy)).toBe(verdict === true);
});
