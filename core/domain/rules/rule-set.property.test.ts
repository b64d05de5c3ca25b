import fc from "fast-check";
import { expect, it } from "vitest";
import { inventoryRow } from "../../../test/support/inventory-row.ts";
import type { AssignmentRule } from "./rule.ts";
import { readRules } from "./rule-set.ts";

const condition = fc.constantFrom(
  { attribute: "type", operator: "equals", value: "ssl", values: null },
  { attribute: "type", operator: "equals", value: "client", values: null },
  { attribute: "common_name", operator: "matches", value: "^shop", values: null },
  { attribute: "key_size", operator: "at_least", value: "3072", values: null },
);
const match = fc.constantFrom("all" as const, "any" as const);
const conditions = fc.array(condition, { minLength: 1, maxLength: 3 });
const address = fc.constantFrom("Ops@example.test", "ops@example.test", "DEV@example.test", "a@b.test");

const rule: fc.Arbitrary<AssignmentRule> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name.trim() !== ""),
  match,
  conditions,
  groups: fc.array(fc.record({ match, conditions }), { maxLength: 2 }),
  tags: fc.array(fc.constantFrom("a", "b", "c", "A"), { minLength: 1, maxLength: 3 }),
  owners: fc.array(address, { maxLength: 3 }),
  customAttributes: fc.dictionary(fc.constantFrom("Team", "Site"), fc.constantFrom("1", "2")),
});
const rules = fc.array(rule, { maxLength: 6 });
const shuffled = rules.chain((some) =>
  fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
);
const row = inventoryRow();

it("S34 gives the same tags and owners in whatever order the rules stand", () => {
  fc.assert(
    fc.property(shuffled, ([some, other]) => {
      const [one, two] = [readRules(some).judge(row).labels, readRules(other).judge(row).labels];
      expect([two.tags, two.owners]).toEqual([one.tags, one.owners]);
      expect(Object.keys(two.attributes)).toEqual(Object.keys(one.attributes));
    }),
  );
});

it("gives each attribute the last applying rule's value, and conflicts exactly where values differ", () => {
  fc.assert(
    fc.property(rules, (some) => {
      const { labels, conflicts } = readRules(some).judge(row);
      const applying = some.filter((one) => readRules([one]).labelOf(row) !== null);
      for (const [name, value] of Object.entries(labels.attributes)) {
        const values = applying.flatMap(({ customAttributes }) => customAttributes[name] ?? []);
        expect(values.at(-1)).toBe(value);
        const changes = values.filter((one, index) => index > 0 && one !== values[index - 1]);
        expect(conflicts.filter(({ attribute }) => attribute === name)).toHaveLength(changes.length);
      }
    }),
  );
});
