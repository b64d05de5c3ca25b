import { readFile } from "node:fs/promises";
import { type AssignmentRule, ConfigError, quoted, type RuleSet, readRules } from "../../core/index.ts";
import { FileFault } from "../file-fault.ts";
import type { Workspace } from "../workspace.ts";
import { lineOfItem } from "./line-of-item.ts";

/** Rules with the names of the custom attributes that they give. */
export interface GivenRules {
  readonly set: RuleSet;
  readonly rules: readonly AssignmentRule[];
  readonly attributes: readonly string[];
}

/**
 * Reads assignment rules from a JSON file: a list of rules with the members that they have in Terraform.
 * @throws ConfigError `config.rules` for what is not a rule, `config.rule` for one that can't be, `config.path_*`
 */
export async function readRulesFile(path: string, workspace: Workspace): Promise<GivenRules> {
  // Editors of Windows put a byte order mark before JSON.
  const text = (await readFile(await workspace.existing(path), "utf8")).replace(/^\uFEFF/, "");
  const rules = listIn(text, { file: path, line: 1 }).map((item, index) => {
    const place = { file: path, line: lineOfItem(text, index) };
    return ruleOf(membersIn(item, `rule ${index + 1}`, place), place);
  });
  const attributes = new Set(rules.flatMap(({ customAttributes }) => Object.keys(customAttributes)));
  return { set: readRules(rules), rules, attributes: [...attributes].sort() };
}

/** Where what is wrong with a rule is told: at the line where that rule begins. */
interface Place {
  readonly file: string;
  readonly line: number;
}

type Members = Readonly<Record<string, unknown>>;

const RULE = ["name", "match", "conditions", "groups", "tags", "owners", "custom_attributes"];
const CONDITION = ["attribute", "operator", "value", "values"];

function ruleOf(members: Members, place: Place): AssignmentRule {
  const name = textIn(members.name, "name", place);
  refuseOthers(members, RULE, { where: `rule ${quoted(name)}`, place });
  const attributes = Object.entries(membersIn(members.custom_attributes ?? {}, "custom_attributes", place));
  return {
    name,
    ...groupOf(members, place),
    groups: itemsIn(members.groups, "groups", place).map((group) =>
      groupOf(membersIn(group, "a group", place), place),
    ),
    tags: itemsIn(members.tags, "tags", place).map((tag) => textIn(tag, "a tag", place)),
    owners: itemsIn(members.owners, "owners", place).map((owner) => textIn(owner, "an owner", place)),
    customAttributes: Object.fromEntries(attributes.map(([key, value]) => [key, textIn(value, key, place)])),
  };
}

function groupOf(
  { match = "all", conditions }: Members,
  place: Place,
): Pick<AssignmentRule, "match" | "conditions"> {
  if (match !== "all" && match !== "any") throw fault("match is neither all nor any", place);
  return {
    match,
    conditions: itemsIn(conditions, "conditions", place).map((item) => conditionOf(item, place)),
  };
}

function conditionOf(item: unknown, place: Place): AssignmentRule["conditions"][number] {
  const members = membersIn(item, "a condition", place);
  refuseOthers(members, CONDITION, { where: "a condition", place });
  const { attribute, operator, value, values } = members;
  return {
    attribute: textIn(attribute, "attribute", place),
    operator: textIn(operator, "operator", place),
    value: value === undefined || value === null ? null : textIn(String(value), "value", place),
    values:
      values === undefined || values === null
        ? null
        : itemsIn(values, "values", place).map((each) => textIn(String(each), "values", place)),
  };
}

function listIn(text: string, place: Place): readonly unknown[] {
  try {
    return itemsIn(JSON.parse(text), "the file", place);
  } catch (thrown) {
    if (thrown instanceof ConfigError) throw thrown;
    throw fault("it is not valid JSON", place);
  }
}

function itemsIn(value: unknown, what: string, place: Place): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw fault(`${what} is not a list`, place);
  return value;
}

function membersIn(value: unknown, what: string, place: Place): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw fault(`${what} is not an object`, place);
  return Object.fromEntries(Object.entries(value));
}

function textIn(value: unknown, what: string, place: Place): string {
  if (typeof value !== "string") throw fault(`${what} is not text`, place);
  return value;
}

/** A mistyped member would be a condition that is not there, and a rule that applies to everything. */
function refuseOthers(
  members: Members,
  known: readonly string[],
  { where, place }: { readonly where: string; readonly place: Place },
): void {
  const other = Object.keys(members).find((name) => !known.includes(name));
  if (other !== undefined)
    throw fault(`${where} has a member ${quoted(other)}; known are ${known.join(", ")}`, place);
}

function fault(found: string, { file, line }: Place): FileFault {
  return new FileFault(`read the rules of ${quoted(file)}: ${found}`, {
    code: "config.rules",
    path: "rules",
    ...{ file, line },
    hint: "Write a JSON list of rules, each with name, conditions and what it gives: tags, owners, custom_attributes.",
  });
}
