import { expect, it } from "vitest";
import { callFunction } from "../../framework/call-function.ts";
import { Decimal } from "../../framework/decimal.ts";
import { BOOL, NUMBER, STRING, type Type } from "../../framework/type.ts";
import { Dynamic, isArray, isRecord, type Value, type ValueRecord } from "../../framework/value.ts";
import { explain } from "../explain.ts";
import { matchRules } from "./match-rules.ts";

const NOTHING = {
  match: null,
  groups: null,
  tags: null,
  owners: null,
  custom_attributes: null,
};

function condition(attribute: string, operator: string, value: string | null): ValueRecord {
  return { attribute, operator, value, values: null };
}

const SHOPS = {
  ...NOTHING,
  name: "Shops",
  conditions: [condition("common_name", "starts_with", "shop."), condition("key_size", "at_least", "2048")],
  ...{ tags: ["shop", "a"], owners: ["Shop@example.test"], custom_attributes: { Team: "Shop" } },
};
const ALL = {
  ...NOTHING,
  name: "All",
  conditions: [condition("certificate_id", "is_set", null)],
  ...{ tags: ["a", "b"], custom_attributes: { Team: "Platform" } },
};

/** As Terraform finds the type of an object that someone wrote down. */
function typeOf(value: Value): Type {
  if (value instanceof Decimal) return NUMBER;
  if (isArray(value)) return { kind: "tuple", elements: value.map(typeOf) };
  if (!isRecord(value)) return typeof value === "boolean" ? BOOL : STRING;
  const members = Object.entries(value).map(([name, member]) => [name, typeOf(member)] as const);
  return { kind: "object", attributes: Object.fromEntries(members) };
}

const call = (rules: readonly Value[], certificate: Value, ...at: readonly string[]) =>
  callFunction(matchRules, [rules, new Dynamic(typeOf(certificate), certificate), ...at], (thrown) =>
    explain(thrown, null),
  );

it("says what rules give a certificate of which little is known", async () => {
  const certificate = { common_name: "shop.example.test", key_size: Decimal.from(2048) };
  expect(await call([SHOPS, ALL], certificate)).toEqual({
    result: {
      matched: ["Shops", "All"],
      tags: ["a", "b", "shop"],
      owners: ["shop@example.test"],
      custom_attributes: { Team: "Platform" },
      conflicts: [{ attribute: "Team", earlier: "Shops", later: "All" }],
    },
  });
});

it.each<[string, ValueRecord, ValueRecord]>([
  ["text", condition("issuer", "contains", "ca"), { issuer: "CN=Some CA" }],
  ["a number given as text", condition("key_size", "equals", "256"), { key_size: "256" }],
  ["a date", condition("expires", "less_than", "2026-06-01"), { expires: "2026-05-21T00:00:00Z" }],
  ["a truth", condition("is_renewed", "equals", "true"), { is_renewed: true }],
  [
    "a list",
    condition("subject_alternative_names", "equals", "b.test"),
    { subject_alternative_names: ["a.test", "b.test"] },
  ],
  ["custom fields", condition("custom_fields.Team", "equals", "x"), { custom_fields: { Team: "x" } }],
  ["what was left out", condition("comments", "is_not_set", null), { comments: null }],
  [
    "an inventory's labels, which are not looked at",
    condition("type", "equals", "ssl"),
    { tags: ["x"], business_unit: "Retail" },
  ],
])("reads %s", async (_what, wanted, certificate) => {
  const answer = await call([{ ...ALL, conditions: [wanted] }], certificate);
  expect("result" in answer && isRecord(answer.result) && answer.result.matched).toEqual(["All"]);
});

it.each<[string, readonly Value[], Value, number, RegExp]>([
  ["an unknown attribute", [ALL], { comon_name: "a" }, 1, /no attribute "comon_name"; perhaps common_name/],
  ["a number that is none", [ALL], { key_size: "big" }, 1, /^key_size must be a number$/],
  ["a list of other things", [ALL], { key_usages: [true] }, 1, /^key_usages must be a list of texts$/],
  ["something that is not an object", [ALL], "shop", 1, /must be an object/],
  [
    "a rule with an unknown attribute",
    [{ ...ALL, conditions: [condition("nam", "is_set", null)] }],
    {},
    0,
    /rule "All": conditions\.0\.attribute: there is no attribute "nam"/,
  ],
  [
    "a rule with a broken pattern",
    [{ ...ALL, conditions: [condition("issuer", "matches", "(")] }],
    {},
    0,
    /missing closing \)/,
  ],
])("refuses %s", async (_what, rules, certificate, argument, text) => {
  expect(await call(rules, certificate)).toEqual({
    problem: { argument, text: expect.stringMatching(text) },
  });
});

it("judges the state as of an instant, as an inventory does, and takes it as it is given without one", async () => {
  const expired = { ...ALL, conditions: [condition("status", "equals", "Expired")] };
  const certificate = { status: "Issued", expires: "2026-05-21" };
  const matched = async (...at: readonly string[]) => {
    const answer = await call([expired], certificate, ...at);
    return "result" in answer && isRecord(answer.result) ? answer.result.matched : answer;
  };
  expect(await matched()).toEqual([]);
  // The day has not ended everywhere.
  expect(await matched("2026-05-22T11:59:59Z")).toEqual([]);
  expect(await matched("2026-05-22T12:00:00Z")).toEqual(["All"]);
  expect(await matched("yesterday")).toMatchObject({ problem: { argument: 2 } });
  expect(await matched("2026-05-22T12:00:00Z", "2026-05-22T12:00:00Z")).toMatchObject({
    problem: { argument: 3 },
  });
});
