import { expect, it } from "vitest";
import { dearConditions } from "./dear-conditions.ts";
import type { InventoryFilter } from "./inventory.ts";

const ALL = ["ssl", "client", "device"] as const;
const profile: InventoryFilter = {
  conditions: [{ attribute: "scmProfileId", operator: "equals", number: 3 }],
};
const ofSsl: InventoryFilter = {
  conditions: [{ attribute: "type", operator: "equals", anyOf: ["ssl"] }],
};

it.each<[string, InventoryFilter, readonly string[]]>([
  ["a condition of its own", profile, ["client", "device"]],
  ["one in a filter", { anyOf: [{}, { allOf: [profile] }] }, ["client", "device"]],
  ["a violation that asks for the signature", { violations: ["sha1_signature"] }, [...ALL]],
  ["one beside a type that brings it", { ...ofSsl, allOf: [profile] }, []],
  ["one in a filter with that type", { anyOf: [{ ...ofSsl, anyOf: [profile] }] }, []],
  ["one in a filter beside another with that type", { anyOf: [ofSsl, profile] }, ["client", "device"]],
])("tells for which types only details answer %s", (_what, filter, types) => {
  expect(dearConditions(filter, ALL).flatMap((dear) => dear.types)).toEqual(types);
});
