import { expect, it } from "vitest";
import type { InventoryFilter } from "../inventory.ts";
import type { AssignmentRule, RuleCondition } from "./rule.ts";
import { gapsOfRules, rulesByDetails } from "./rules-by-details.ts";

const condition = (attribute: string, value: string): RuleCondition => ({
  ...{ attribute, operator: "equals", value, values: null },
});
const rule = (more: Partial<AssignmentRule>): AssignmentRule => ({
  ...{ name: "Vendor", match: "all", conditions: [], groups: [] },
  ...{ tags: ["a"], owners: [], customAttributes: {} },
  ...more,
});
const VENDOR = condition("vendor", "Sectigo");
const REQUESTER = condition("requester", "ops@example.test");
const typesOf = (given: AssignmentRule): readonly string[] =>
  rulesByDetails([given], ["ssl", "client", "device"]).map(({ attribute, type }) => `${attribute} ${type}`);

it.each<[string, Partial<AssignmentRule>, readonly string[]]>([
  ["what only details tell", { conditions: [VENDOR] }, ["vendor ssl"]],
  [
    "what the import brings for some types",
    { conditions: [REQUESTER] },
    ["requester client", "requester device"],
  ],
  ["a type beside it that brings it", { conditions: [REQUESTER, condition("type", "SSL")] }, []],
  [
    "one of several conditions, the type among them",
    { match: "any", conditions: [REQUESTER, condition("type", "ssl")] },
    ["requester client", "requester device"],
  ],
  [
    "a condition in a group, with the type beside the group",
    { conditions: [condition("type", "ssl")], groups: [{ match: "any", conditions: [REQUESTER, VENDOR] }] },
    ["vendor ssl"],
  ],
  ["nothing but names", { conditions: [condition("common_name", "a")] }, []],
])("tells for which types details decide %s", (_what, more, expected) => {
  expect(typesOf(rule(more))).toEqual(expected);
});

it.each<[string, InventoryFilter, readonly string[], number]>([
  ["tags", { anyOf: [{ allOf: [{ tags: ["a"] }] }] }, [], 1],
  ["owners", { owners: ["ops@example.test"] }, [], 1],
  ["counts by tag", {}, ["tag"], 1],
  ["neither", { statuses: ["Issued"] }, ["requester"], 0],
])("an answer that goes by %s is whole only where no rule needs details", (_what, filter, countBy, gaps) => {
  const found = rulesByDetails([rule({ conditions: [VENDOR] })], ["ssl"]);
  expect(gapsOfRules(found, { filter, countBy })).toHaveLength(gaps);
});
