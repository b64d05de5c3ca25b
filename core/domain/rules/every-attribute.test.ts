import { describe, expect, it } from "vitest";
import { ACCOUNT, testStore, viewOf } from "../../../test/support/inventory.ts";
import { inventoryRow } from "../../../test/support/inventory-row.ts";
import { standingClock } from "../../base/clock.ts";
import {
  type AttributeKind,
  INVENTORY_ATTRIBUTES,
  type InventoryAttribute,
  type InventoryRow,
} from "../inventory-row.ts";
import { keyTraits } from "../key-traits.ts";
import { attributeNames, readAttributeName } from "./attribute-names.ts";
import { readFilterCondition } from "./filter-conditions.ts";
import { meets } from "./meets.ts";
import { readCondition } from "./read-condition.ts";
import type { RuleCondition } from "./rule.ts";

const NOW = new Date("2026-06-15T12:00:00Z");
const TEXT = "Alpha-Beta";

const VALUES: Readonly<Record<AttributeKind, unknown>> = {
  text: TEXT,
  texts: ["first", TEXT],
  number: 4711,
  date: "2026-03-16T10:00:00.000Z",
  flag: true,
  fields: [{ name: "Team", value: TEXT }],
};

const ATTRIBUTES = Object.entries(INVENTORY_ATTRIBUTES) as [InventoryAttribute, { kind: AttributeKind }][];

/** Every attribute has a value. */
const FULL: InventoryRow = inventoryRow({
  ...Object.fromEntries(ATTRIBUTES.map(([name, { kind }]) => [name, VALUES[kind]])),
  type: "ssl",
  origin: "managed",
  // The store knows keys by what belongs together.
  ...keyTraits("RSA - 4096"),
});
/** Only those have one that every row has, and another one. */
const BARE: InventoryRow = inventoryRow({
  ...Object.fromEntries(
    ATTRIBUTES.map(([name, { kind }]) => [name, kind === "texts" || kind === "fields" ? [] : null]),
  ),
  type: "device",
  certificateId: 12,
  status: "Gamma",
  origin: "discovered",
});

/** Operator, what is compared with, whether FULL meets it, whether BARE does. */
type Case = readonly [operator: string, value: string | null, isMet: boolean, isMetBare: boolean];

const textCases = (own: string): readonly Case[] => [
  ["equals", own.toUpperCase(), true, false],
  ["equals", "other", false, false],
  ["not_equals", own, false, true],
  ["contains", own.slice(1, -1), true, false],
  ["not_contains", own.slice(1, -1), false, true],
  ["starts_with", own.slice(0, 2), true, false],
  ["ends_with", own.slice(-3), true, false],
  ["matches", `^${own}$`, true, false],
  ["not_matches", `^${own}$`, false, true],
];

const numberCases = (own: number): readonly Case[] => [
  ["equals", String(own), true, false],
  ["not_equals", String(own), false, true],
  ["less_than", String(own + 1), true, false],
  ["at_most", String(own), true, false],
  ["at_least", String(own), true, false],
  ["greater_than", String(own), false, false],
];

const DATE_CASES: readonly Case[] = [
  ["equals", "2026-03-16", true, false],
  ["less_than", "2026-03-16T10:00:01Z", true, false],
  ["at_most", "2026-03-16", true, false],
  ["at_least", "2026-03-16T10:00:00Z", true, false],
  ["greater_than", "2026-03-16", false, false],
];
const FLAG_CASES: readonly Case[] = [
  ["equals", "true", true, false],
  ["equals", "false", false, false],
];
const PRESENCE: readonly Case[] = [
  ["is_set", null, true, false],
  ["is_not_set", null, false, true],
];

function comparedCases(attribute: InventoryAttribute): readonly Case[] {
  const own = FULL[attribute];
  switch (INVENTORY_ATTRIBUTES[attribute].kind) {
    case "text":
      return textCases(String(own));
    case "texts":
    case "fields":
      return textCases(TEXT);
    case "number":
      return numberCases(Number(own));
    case "date":
      return DATE_CASES;
    case "flag":
      return FLAG_CASES;
  }
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
/** What every row has is there in the bare one too, and smaller. */
const MET_BY_SMALLER = ["is_set", "less_than", "at_most"];

function casesOf(attribute: InventoryAttribute): readonly Case[] {
  return [...comparedCases(attribute), ...PRESENCE].map(([operator, value, isMet, isMetEmpty]) => {
    if (isEmpty(BARE[attribute])) return [operator, value, isMet, isMetEmpty];
    return [operator, value, isMet, MET_BY_SMALLER.includes(operator) || /^not_/.test(operator)];
  });
}

const names = attributeNames().map((name) => name.replace("<field name>", "Team"));

describe.each(names)("S32 a condition on %s", (name) => {
  const { attribute = "type" } = readAttributeName(name) ?? {};

  it.each(casesOf(attribute))("%s %s", (operator, value, isMet, isMetBare) => {
    const condition: RuleCondition = { attribute: name, operator, value, values: null };
    const read = readCondition(condition);
    const judged = "member" in read ? read.problem : [meets(FULL, read), meets(BARE, read)];
    expect(judged).toEqual([isMet, isMetBare]);
  });
});

it("S61 filters by every attribute as rules do", async () => {
  await using it = await testStore(standingClock(NOW));
  const { store } = it;
  const session = await store.tryImport(ACCOUNT);
  for (const row of [FULL, BARE]) {
    await session?.put("bulk", [row], NOW);
    await session?.put("details", [row], NOW);
  }
  await session?.release();
  for (const name of names) {
    const { attribute = "type" } = readAttributeName(name) ?? {};
    for (const [operator, value, isMet, isMetBare] of casesOf(attribute)) {
      const conditions = readFilterCondition({ attribute: name, operator, value, values: null });
      if ("member" in conditions) continue;
      const { rows } = await store.query({ view: viewOf(), filter: { conditions }, now: NOW });
      const found = [FULL, BARE].map(({ type }) => rows.some((row) => row.type === type));
      expect([name, operator, ...found]).toEqual([name, operator, isMet, isMetBare]);
    }
  }
});
