import { createHash } from "node:crypto";
import type { InventoryAttribute, InventoryRow, Labels } from "../inventory-row.ts";
import type { ReadCondition } from "./demand.ts";
import { refuseFaults } from "./judge-rule.ts";
import { meets } from "./meets.ts";
import { readCondition } from "./read-condition.ts";
import type { AssignmentRule, ConditionGroup, Match } from "./rule.ts";

/** Two rules give one custom attribute different values; the later one's counts. */
interface RuleConflict {
  readonly attribute: string;
  /** Names of the rules. */
  readonly earlier: string;
  readonly later: string;
}

/** What the rules say of one certificate. */
interface RuleVerdict {
  readonly labels: Labels;
  /** Names of the rules that apply, in the order of the rules. */
  readonly matched: readonly string[];
  readonly conflicts: readonly RuleConflict[];
}

/**
 * Rules in their order, ready to be asked about many certificates. They take the state as the row has it: see `rowAt` for the
 * one as of now.
 */
export interface RuleSet {
  /** Changes with whatever changes an answer: not with names of rules. */
  readonly digest: string;
  /** Attributes that conditions ask about, each once. */
  readonly attributes: readonly InventoryAttribute[];
  readonly judge: (row: InventoryRow) => RuleVerdict;
  /** Null where no rule applies. */
  readonly labelOf: (row: InventoryRow) => Labels | null;
}

interface ReadRule {
  readonly rule: AssignmentRule;
  readonly conditions: readonly ReadCondition[];
  readonly applies: (row: InventoryRow) => boolean;
}

/** @throws ConfigError `config.rule` naming the rule and what is wrong with it */
export function readRules(rules: readonly AssignmentRule[]): RuleSet {
  const read = rules.map(readRule);
  const judge = (row: InventoryRow) => combine(read.filter(({ applies }) => applies(row)));
  const attributes = read.flatMap(({ conditions }) => conditions.map(({ attribute }) => attribute));
  return {
    digest: digestOf(rules),
    attributes: [...new Set(attributes)],
    judge,
    labelOf(row) {
      const { matched, labels } = judge(row);
      return matched.length === 0 ? null : labels;
    },
  };
}

function readRule(rule: AssignmentRule): ReadRule {
  refuseFaults(rule);
  const own = conditionsOf(rule);
  const groups = rule.groups.map((group) => ({ match: group.match, conditions: conditionsOf(group) }));
  const tests = [...own.map(test), ...groups.map(groupTest)];
  return {
    rule,
    conditions: [...own, ...groups.flatMap(({ conditions }) => conditions)],
    applies: joined(rule.match, tests),
  };
}

type Test = (row: InventoryRow) => boolean;

/** Faults were refused before, so that nothing is left out. */
function conditionsOf({ conditions }: ConditionGroup): ReadCondition[] {
  return conditions.map(readCondition).flatMap((read) => ("member" in read ? [] : [read]));
}

function test(condition: ReadCondition): Test {
  return (row) => meets(row, condition);
}

function groupTest(group: { readonly match: Match; readonly conditions: readonly ReadCondition[] }): Test {
  return joined(group.match, group.conditions.map(test));
}

function joined(match: Match, tests: readonly Test[]): Test {
  return match === "all"
    ? (row) => tests.every((holds) => holds(row))
    : (row) => tests.some((holds) => holds(row));
}

/** Tags and owners add up; of custom attributes the later rule's value counts. Owners compare without regard to case. */
function combine(applying: readonly ReadRule[]): RuleVerdict {
  const given = new Map<string, { readonly value: string; readonly by: string }>();
  const conflicts: RuleConflict[] = [];
  for (const { rule } of applying) {
    for (const [attribute, value] of Object.entries(rule.customAttributes)) {
      const before = given.get(attribute);
      if (before !== undefined && before.value !== value)
        conflicts.push({ attribute, earlier: before.by, later: rule.name });
      given.set(attribute, { value, by: rule.name });
    }
  }
  return {
    matched: applying.map(({ rule }) => rule.name),
    conflicts,
    labels: {
      tags: union(applying.flatMap(({ rule }) => rule.tags)),
      owners: union(applying.flatMap(({ rule }) => rule.owners.map((owner) => owner.toLowerCase()))),
      attributes: Object.fromEntries([...given].sort(byKey).map(([name, { value }]) => [name, value])),
    },
  };
}

function union(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function digestOf(rules: readonly AssignmentRule[]): string {
  const parts = rules.map(({ match, conditions, groups, tags, owners, customAttributes }) => [
    ...[match, conditions.map(plain), groups.map((group) => [group.match, group.conditions.map(plain)])],
    ...[union(tags), union(owners), Object.entries(customAttributes).sort(byKey)],
  ]);
  // The form of labels belongs to the answer too: raise the number when it changes.
  return createHash("sha256")
    .update(JSON.stringify([2, parts]))
    .digest("hex");
}

function plain({ attribute, operator, value, values }: AssignmentRule["conditions"][number]): unknown {
  return [attribute, operator, value, values];
}
