import { expect, it } from "vitest";
import { inventoryRow } from "../../../test/support/inventory-row.ts";
import { INVENTORY_ATTRIBUTES } from "../inventory-row.ts";
import { attributeName, attributeNames, readAttributeName } from "./attribute-names.ts";
import { meets } from "./meets.ts";
import { judgeWords, readCondition } from "./read-condition.ts";
import type { RuleCondition } from "./rule.ts";

function condition(attribute: string, operator: string, ...compared: readonly string[]): RuleCondition {
  const [value = null] = compared;
  return compared.length > 1
    ? { attribute, operator, value: null, values: compared }
    : { attribute, operator, value, values: null };
}

const ROW = inventoryRow({ isRenewed: false, issued: "2026-03-01T10:00:00.000Z" });

const MET: readonly string[][] = [
  ["common_name", "equals", "SHOP.example.test"],
  ["common_name", "equals", "other", "shop.example.test"],
  ["common_name", "not_equals", "other.example.test"],
  ["common_name", "contains", "Example"],
  ["common_name", "not_contains", "bank"],
  ["common_name", "starts_with", "shop."],
  ["common_name", "ends_with", ".TEST"],
  ["common_name", "matches", "^shop\\.[a-z]+\\.test$"],
  ["common_name", "matches", "(?i)^SHOP"],
  ["common_name", "not_matches", "^SHOP"],
  ["common_name", "is_set"],
  ["subject_alternative_names", "equals", "www.shop.example.test"],
  ["subject_alternative_names", "matches", "^www\\."],
  ["subject_alternative_names", "not_equals", "api.example.test"],
  ["external_requesters", "ends_with", "@example.test"],
  ["key_usages", "is_not_set"],
  ["key_usages", "not_equals", "digitalSignature"],
  ["vendor", "starts_with", "sectigo"],
  ["issuer", "contains", "O=Example CA Ltd"],
  ["organization_id", "equals", "7230"],
  ["key_size", "at_least", "2048"],
  ["key_size", "less_than", "2048.5"],
  ["key_strength", "at_most", "112"],
  ["term_days", "greater_than", "198"],
  ["term_days", "not_equals", "90"],
  ["expires", "equals", "2026-09-16"],
  ["expires", "less_than", "2026-09-17"],
  ["expires", "at_least", "2026-09-16T00:00:00Z"],
  ["issued", "equals", "2026-03-01"],
  ["issued", "at_most", "2026-03-01"],
  ["issued", "greater_than", "2026-03-01T11:00:00+02:00"],
  ["revoked", "is_not_set"],
  ["revoked", "not_equals", "2026-03-01"],
  ["is_renewed", "equals", "false"],
  ["custom_fields.Team", "equals", "shop"],
  ["custom_fields.team", "is_set"],
  ["custom_fields.Site", "is_not_set"],
  ["comments", "is_not_set"],
  ["comments", "not_matches", "."],
];

const NOT_MET: readonly string[][] = [
  ["common_name", "equals", "shop"],
  ["common_name", "not_equals", "other", "shop.example.test"],
  ["common_name", "not_contains", "EXAMPLE"],
  ["common_name", "matches", "^SHOP"],
  ["common_name", "is_not_set"],
  ["subject_alternative_names", "not_equals", "www.shop.example.test"],
  ["subject_alternative_names", "not_matches", "^www\\."],
  ["comments", "contains", "a"],
  ["comments", "is_set"],
  ["key_size", "greater_than", "2048"],
  ["revoked", "less_than", "2030-01-01"],
  ["expires", "greater_than", "2026-09-16"],
  ["issued", "not_equals", "2026-03-01"],
  ["is_renewed", "equals", "true"],
  ["custom_fields.site", "is_set"],
  ["custom_fields.Team", "not_equals", "Shop"],
];

function judged([attribute = "", operator = "", ...compared]: readonly string[]): boolean | string {
  const read = readCondition(condition(attribute, operator, ...compared));
  return "member" in read ? read.problem : meets(ROW, read);
}

it.each(MET)("meets %s %s %s", (...words) => expect(judged(words)).toBe(true));
it.each(NOT_MET)("does not meet %s %s %s", (...words) => expect(judged(words)).toBe(false));

it("does not meet a truth that SCM left open, nor its opposite", () => {
  for (const value of ["true", "false"]) {
    const read = readCondition(condition("is_renewed", "equals", value));
    expect("member" in read || meets(inventoryRow(), read)).toBe(false);
  }
});

it.each<[RuleCondition, string, RegExp]>([
  [
    condition("comon_name", "equals", "a"),
    "attribute",
    /"comon_name"; perhaps common_name or person_name is meant/,
  ],
  [condition("custom_fields", "equals", "a"), "attribute", /perhaps custom_fields\.<field name> is meant/],
  [condition("constructor", "equals", "a"), "attribute", /no attribute "constructor"; /],
  [condition("common_name", "equal", "a"), "operator", /"equal" for "common_name"; perhaps equals/],
  [condition("key_size", "includes", "2"), "operator", /allowed are equals, not_equals, less_than/],
  [condition("is_renewed", "matching", "t"), "operator", /allowed are equals, is_set/],
  [condition("key_size", "equals", "big"), "value", /a number is required, "big" is given/],
  [condition("expires", "equals", "16.09.2026"), "value", /a date such as/],
  [condition("expires", "equals", "2026-02-30"), "value", /a date such as/],
  [condition("expires", "equals", "2026-02-03T10:00:00"), "value", /a date such as/],
  [condition("expires", "equals", "2026-02-03", "2026-02-04"), "values", /only text compares with several/],
  [condition("is_renewed", "equals", "yes"), "value", /true or false is required/],
  [condition("common_name", "equals"), "value", /equals needs something to compare with/],
  [condition("common_name", "is_set", "a"), "value", /is_set compares with nothing/],
  [condition("common_name", "contains", ""), "value", /an empty text holds for every text/],
  [{ ...condition("common_name", "equals"), values: [] }, "values", /needs something/],
  [{ ...condition("common_name", "equals", "a"), values: ["b"] }, "values", /both given/],
  [condition("common_name", "matches", "("), "value", /"\(" can't be read: missing closing \)/],
  [condition("common_name", "matches", "a(?=b)"), "value", /without look-around and back references/],
  [condition("common_name", "matches", "(a)\\1"), "value", /invalid escape sequence/],
  [condition("common_name", "matches", "((a{1000}){1000})"), "value", /invalid repeat count/],
  [condition("common_name", "matches", "a".repeat(1001)), "value", /1001 characters; 1000 are allowed/],
])("says what is wrong with %j", (wrong, member, problem) => {
  expect(readCondition(wrong)).toEqual({ member, problem: expect.stringMatching(problem) });
});

it("answers a pattern that would be eternal elsewhere at once", () => {
  const read = readCondition(condition("common_name", "matches", "^(a+)+$"));
  const row = inventoryRow({ commonName: `${"a".repeat(20_000)}!` });
  // A backtracking engine would need 2^20000 steps: the test's own time limit is the assertion.
  expect("member" in read || meets(row, read)).toBe(false);
});

it("judges what is known of a condition's words", () => {
  expect(judgeWords({ attribute: "nam" })?.member).toBe("attribute");
  expect(judgeWords({ operator: "matchs" })?.problem).toMatch(/perhaps matches/);
  expect(judgeWords({ operator: "matches" })).toBeNull();
  expect(judgeWords({ attribute: "key_size", operator: "matches" })?.member).toBe("operator");
});

it("knows every attribute of the inventory by one name, there and back", () => {
  const names = attributeNames().map((name) => name.replace("<field name>", "Team"));
  expect(new Set(names).size).toBe(Object.keys(INVENTORY_ATTRIBUTES).length);
  for (const name of names) {
    expect(name).toMatch(/^[a-z0-9_]+(\.Team)?$/);
    const named = readAttributeName(name);
    expect(named && attributeName(named)).toBe(name);
  }
  expect(names).toContain("sha256_hash");
});
