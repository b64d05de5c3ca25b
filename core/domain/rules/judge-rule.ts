import { ConfigError } from "../../base/errors.ts";
import { plainText, quoted } from "../../base/text.ts";
import { isMailAddress } from "../certificate/judge/judge-metadata.ts";
import { readCondition } from "./read-condition.ts";
import { type AssignmentRule, type ConditionGroup, MATCHES } from "./rule.ts";

/** Where in the rule, from outside to inside, and what is wrong there: a sentence without its full stop. */
export interface RuleFault {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

/** As SCM's custom fields, which attributes can be written back to. */
const LONGEST_ATTRIBUTE = 256;
const LONGEST_TAG = 128;

/** Everything that is wrong with a rule, in the order of its members. */
export function judgeRule(rule: AssignmentRule): RuleFault[] {
  return [...judgeName(rule.name), ...judgeConditions(rule, "the rule"), ...judgeAssignments(rule)];
}

/** @throws ConfigError `config.rule` naming the rule and the first of its faults */
export function refuseFaults(rule: AssignmentRule): void {
  const [fault] = judgeRule(rule);
  if (fault === undefined) return;
  const where = fault.path.length === 0 ? "" : `${fault.path.join(".")}: `;
  throw new ConfigError(`apply assignment rule ${quoted(rule.name)}: ${where}${fault.problem}`, {
    code: "config.rule",
    hint: "Correct the rule.",
    path: "assignment_rules",
  });
}

function judgeName(name: string): RuleFault[] {
  const isFine = name.trim() !== "" && name.length <= LONGEST_TAG;
  return isFine ? [] : [{ path: ["name"], problem: `1 to ${LONGEST_TAG} characters are required` }];
}

function judgeConditions(rule: AssignmentRule, whose: string): RuleFault[] {
  const faults = [...judgeGroup(rule), ...rule.groups.flatMap(judgeInnerGroup)];
  if (rule.conditions.length + rule.groups.length > 0) return faults;
  const everything = 'For every certificate write { attribute = "certificate_id", operator = "is_set" }';
  return [...faults, { path: ["conditions"], problem: `${whose} has no condition. ${everything}` }];
}

function judgeInnerGroup(group: ConditionGroup, index: number): RuleFault[] {
  const faults = judgeGroup(group);
  if (group.conditions.length === 0)
    faults.push({ path: ["conditions"], problem: "the group has no condition" });
  return faults.map(({ path, problem }) => ({ path: ["groups", index, ...path], problem }));
}

function judgeGroup({ match, conditions }: ConditionGroup): RuleFault[] {
  const faults = conditions.flatMap((condition, index) => {
    const read = readCondition(condition);
    return "member" in read ? [{ path: ["conditions", index, read.member], problem: read.problem }] : [];
  });
  if (MATCHES.includes(match)) return faults;
  return [
    { path: ["match"], problem: `${MATCHES.join(" or ")} is required, ${quoted(match)} is given` },
    ...faults,
  ];
}

function judgeAssignments({ tags, owners, customAttributes }: AssignmentRule): RuleFault[] {
  const attributes = Object.entries(customAttributes);
  if (tags.length + owners.length + attributes.length === 0)
    return [{ path: [], problem: "the rule assigns nothing; give it tags, owners or custom attributes" }];
  return [
    ...tags.flatMap((tag) => at(["tags"], judgeTag(tag))),
    ...owners.flatMap((owner) => at(["owners"], judgeOwner(owner))),
    ...attributes.flatMap(([name, value]) => at(["customAttributes", name], judgeAttribute(name, value))),
  ];
}

function at(path: readonly string[], problem: string | null): RuleFault[] {
  return problem === null ? [] : [{ path, problem }];
}

/** Null when the text can be a tag. */
function judgeTag(tag: string): string | null {
  if (tag.trim() !== tag || tag === "" || tag.length > LONGEST_TAG)
    return `a tag has 1 to ${LONGEST_TAG} characters and no blanks around them, ${quoted(tag)} is given`;
  return isPlain(tag) ? null : `a tag has no control characters, ${quoted(tag)} is given`;
}

/** Null when the text can be an owner. */
function judgeOwner(owner: string): string | null {
  return isMailAddress(owner)
    ? null
    : `an owner is a mail address such as ops@example.test, ${quoted(owner)} is given`;
}

function judgeAttribute(name: string, value: string): string | null {
  if (name.trim() !== name || name === "" || name.length > LONGEST_ATTRIBUTE || !isPlain(name))
    return `a name has 1 to ${LONGEST_ATTRIBUTE} characters, no control characters and no blanks around them, ${quoted(name)} is given`;
  return value.length <= LONGEST_ATTRIBUTE
    ? null
    : `the value of ${quoted(name)} has ${value.length} characters; ${LONGEST_ATTRIBUTE} are allowed`;
}

function isPlain(text: string): boolean {
  return plainText(text, text.length) === text;
}
