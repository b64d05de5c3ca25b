import { describe, expect, it } from "vitest";
import { inventoryRow } from "../../../test/support/inventory-row.ts";
import { ConfigError } from "../../base/errors.ts";
import { judgeRule } from "./judge-rule.ts";
import type { AssignmentRule, Match, RuleCondition } from "./rule.ts";
import { readRules } from "./rule-set.ts";

const TRUE: RuleCondition = { attribute: "type", operator: "equals", value: "ssl", values: null };
const FALSE: RuleCondition = { attribute: "type", operator: "equals", value: "device", values: null };
const ROW = inventoryRow();

function rule(changes: Partial<AssignmentRule> = {}): AssignmentRule {
  const nothing = { groups: [], tags: [], owners: [], customAttributes: {} };
  return { name: "Platform", match: "all", conditions: [TRUE], ...nothing, tags: ["platform"], ...changes };
}

const applies = (one: AssignmentRule) => readRules([one]).labelOf(ROW) !== null;

describe("S33 all and any, with one level of groups", () => {
  const truths = [true, false];
  const cases = (["all", "any"] as const).flatMap((outer) =>
    (["all", "any"] as const).flatMap((inner) =>
      truths.flatMap((a) => truths.flatMap((b) => truths.map((c) => ({ outer, inner, a, b, c })))),
    ),
  );
  const as = (truth: boolean) => (truth ? TRUE : FALSE);
  const join = (match: Match, values: readonly boolean[]) =>
    match === "all" ? values.every(Boolean) : values.some(Boolean);

  it.each(cases)("$outer of $a and ($inner of $b, $c)", ({ outer, inner, a, b, c }) => {
    const group = { match: inner, conditions: [as(b), as(c)] };
    const one = rule({ match: outer, conditions: [as(a)], groups: [group] });
    expect(applies(one)).toBe(join(outer, [a, join(inner, [b, c])]));
  });

  it("takes groups alone", () => {
    const group = { match: "any" as const, conditions: [FALSE, TRUE] };
    expect(applies(rule({ conditions: [], groups: [group] }))).toBe(true);
  });
});

it("takes names of custom fields without regard to case", () => {
  const row = inventoryRow({ customFields: [{ name: "Cost centre", value: "4711" }] });
  const by = (attribute: string, operator: string, value: string | null) =>
    readRules([rule({ conditions: [{ attribute, operator, value, values: null }] })]).labelOf(row) !== null;
  expect(by("custom_fields.COST Centre", "equals", "4711")).toBe(true);
  expect(by("custom_fields.cost centre", "is_not_set", null)).toBe(false);
  expect(by("custom_fields.Cost", "is_set", null)).toBe(false);
});

describe("S34 what rules give", () => {
  const first = rule({
    name: "First",
    tags: ["b", "a"],
    owners: ["Ops@Example.test"],
    customAttributes: { Team: "A", Site: "X" },
  });
  const second = rule({
    name: "Second",
    tags: ["b", "c"],
    owners: ["ops@example.test", "dev@example.test"],
    customAttributes: { Team: "B", Site: "X" },
  });
  const third = rule({ name: "Third", conditions: [FALSE], tags: ["z"], customAttributes: { Team: "C" } });

  it("adds tags and owners up, and lets the later value of an attribute count, naming both rules", () => {
    expect(readRules([first, second, third]).judge(ROW)).toEqual({
      labels: {
        tags: ["a", "b", "c"],
        owners: ["dev@example.test", "ops@example.test"],
        attributes: { Site: "X", Team: "B" },
      },
      matched: ["First", "Second"],
      conflicts: [{ attribute: "Team", earlier: "First", later: "Second" }],
    });
  });

  it("gives nothing where no rule applies", () => {
    expect(readRules([third]).labelOf(ROW)).toBeNull();
    expect(readRules([]).labelOf(ROW)).toBeNull();
  });

  it("keeps an attribute with a name that objects have already", () => {
    const [name, value] = ["__proto__", "x"];
    const { attributes } = readRules([rule({ customAttributes: Object.fromEntries([[name, value]]) })]).judge(
      ROW,
    ).labels;
    expect(Object.entries(attributes)).toEqual([[name, value]]);
  });
});

describe("the digest of rules", () => {
  const digest = (...rules: AssignmentRule[]) => readRules(rules).digest;
  it("stays when names or the order within a rule change", () => {
    const one = rule({
      tags: ["a", "b"],
      owners: ["a@x.test", "b@x.test"],
      customAttributes: { A: "1", B: "2" },
    });
    const other = rule({
      name: "Other",
      tags: ["b", "a"],
      owners: ["b@x.test", "a@x.test"],
      customAttributes: { B: "2", A: "1" },
    });
    expect(digest(one)).toBe(digest(other));
  });
  it.each<[string, Partial<AssignmentRule>]>([
    ["match", { match: "any" }],
    ["a value", { conditions: [FALSE] }],
    ["a group", { groups: [{ match: "all", conditions: [TRUE] }] }],
    ["a tag", { tags: ["other"] }],
    ["an owner", { owners: ["a@x.test"] }],
    ["an attribute", { customAttributes: { A: "1" } }],
  ])("changes with %s", (_what, changes) => expect(digest(rule(changes))).not.toBe(digest(rule())));
  it("changes with the order of rules, which decides on attributes", () => {
    const [one, other] = [rule({ tags: ["a"] }), rule({ tags: ["b"] })];
    expect(digest(one, other)).not.toBe(digest(other, one));
  });
});

it("names the attributes that conditions ask about", () => {
  const group = { match: "any" as const, conditions: [{ ...TRUE, attribute: "key_usages" }, TRUE] };
  expect(readRules([rule({ groups: [group] })]).attributes).toEqual(["type", "keyUsages"]);
});

it.each<[string, Partial<AssignmentRule>, readonly (string | number)[], RegExp]>([
  ["no condition", { conditions: [] }, ["conditions"], /certificate_id", operator = "is_set"/],
  [
    "an empty group",
    { groups: [{ match: "all", conditions: [] }] },
    ["groups", 0, "conditions"],
    /no condition/,
  ],
  ["no assignment", { tags: [] }, [], /assigns nothing/],
  [
    "a wrong condition",
    { conditions: [TRUE, { ...TRUE, attribute: "nam" }] },
    ["conditions", 1, "attribute"],
    /no attribute "nam"/,
  ],
  [
    "a wrong condition in a group",
    { groups: [{ match: "any", conditions: [{ ...TRUE, operator: "is" }] }] },
    ["groups", 0, "conditions", 0, "operator"],
    /no operator "is"/,
  ],
  ["a wrong match", { match: "some" as Match }, ["match"], /all or any/],
  ["an empty tag", { tags: [""] }, ["tags"], /1 to 128/],
  ["a tag with a control character", { tags: ["a\nb"] }, ["tags"], /control/],
  ["an owner that is not an address", { owners: ["ops"] }, ["owners"], /mail address/],
  [
    "a long value",
    { customAttributes: { Team: "x".repeat(257) } },
    ["customAttributes", "Team"],
    /257 characters; 256/,
  ],
  [
    "an attribute without a name",
    { customAttributes: { "": "x" } },
    ["customAttributes", ""],
    /a name has 1 to 256/,
  ],
  ["a blank name", { name: " " }, ["name"], /1 to 128/],
])("refuses %s", (_what, changes, path, problem) => {
  const wrong = rule(changes);
  expect(judgeRule(wrong)).toEqual([{ path, problem: expect.stringMatching(problem) }]);
  expect(() => readRules([wrong])).toThrow(ConfigError);
});

it("finds a custom field by its name without regard to case, as SCM and filters do", () => {
  const row = inventoryRow({ customFields: [{ name: "Cost Centre", value: "4711" }] });
  const named = (attribute: string) =>
    rule({ conditions: [{ attribute, operator: "equals", value: "4711", values: null }] });
  const isGiven = (attribute: string) => readRules([named(attribute)]).labelOf(row) !== null;
  expect(["custom_fields.Cost Centre", "custom_fields.cost CENTRE"].map(isGiven)).toEqual([true, true]);
  expect(isGiven("custom_fields.Cost Center")).toBe(false);
});
