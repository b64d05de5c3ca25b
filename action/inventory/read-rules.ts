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
  const rules = listIn(text, path).map((item, index) =>
    atLine(lineOfItem(text, index), () => ruleOf(membersIn(item, `rule ${index + 1}`, path), path)),
  );
  const attributes = new Set(rules.flatMap(({ customAttributes }) => Object.keys(customAttributes)));
  return { set: readRules(rules), rules, attributes: [...attributes].sort() };
}

/** What is wrong with one rule is told where it begins. */
function atLine<T>(line: number, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw thrown instanceof FileFault ? thrown.at(line) : thrown;
  }
}

type Members = Readonly<Record<string, unknown>>;

const RULE = ["name", "match", "conditions", "groups", "tags", "owners", "custom_attributes"];
const CONDITION = ["attribute", "operator", "value", "values"];

function ruleOf(members: Members, path: string): AssignmentRule {
  const name = textIn(members.name, "name", path);
  refuseOthers(members, RULE, { where: `rule ${quoted(name)}`, path });
  const attributes = Object.entries(membersIn(members.custom_attributes ?? {}, "custom_attributes", path));
  return {
    name,
    ...groupOf(members, path),
    groups: itemsIn(members.groups, "groups", path).map((group) =>
      groupOf(membersIn(group, "a group", path), path),
    ),
    tags: itemsIn(members.tags, "tags", path).map((tag) => textIn(tag, "a tag", path)),
    owners: itemsIn(members.owners, "owners", path).map((owner) => textIn(owner, "an owner", path)),
    customAttributes: Object.fromEntries(attributes.map(([key, value]) => [key, textIn(value, key, path)])),
  };
}

function groupOf(
  { match = "all", conditions }: Members,
  path: string,
): Pick<AssignmentRule, "match" | "conditions"> {
  if (match !== "all" && match !== "any") throw fault("match is neither all nor any", path);
  return {
    match,
    conditions: itemsIn(conditions, "conditions", path).map((item) => conditionOf(item, path)),
  };
}

function conditionOf(item: unknown, path: string): AssignmentRule["conditions"][number] {
  const members = membersIn(item, "a condition", path);
  refuseOthers(members, CONDITION, { where: "a condition", path });
  const { attribute, operator, value, values } = members;
  return {
    attribute: textIn(attribute, "attribute", path),
    operator: textIn(operator, "operator", path),
    value: value === undefined || value === null ? null : textIn(String(value), "value", path),
    values:
      values === undefined || values === null
        ? null
        : itemsIn(values, "values", path).map((each) => textIn(String(each), "values", path)),
  };
}

function listIn(text: string, path: string): readonly unknown[] {
  try {
    return itemsIn(JSON.parse(text), "the file", path);
  } catch (thrown) {
    if (thrown instanceof ConfigError) throw thrown;
    throw fault("it is not valid JSON", path);
  }
}

function itemsIn(value: unknown, what: string, path: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw fault(`${what} is not a list`, path);
  return value;
}

function membersIn(value: unknown, what: string, path: string): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw fault(`${what} is not an object`, path);
  return Object.fromEntries(Object.entries(value));
}

function textIn(value: unknown, what: string, path: string): string {
  if (typeof value !== "string") throw fault(`${what} is not text`, path);
  return value;
}

/** A mistyped member would be a condition that is not there, and a rule that applies to everything. */
function refuseOthers(
  members: Members,
  known: readonly string[],
  { where, path }: { readonly where: string; readonly path: string },
): void {
  const other = Object.keys(members).find((name) => !known.includes(name));
  if (other !== undefined)
    throw fault(`${where} has a member ${quoted(other)}; known are ${known.join(", ")}`, path);
}

function fault(found: string, path: string): FileFault {
  return new FileFault(`read the rules of ${quoted(path)}: ${found}`, {
    code: "config.rules",
    path: "rules",
    file: path,
    hint: "Write a JSON list of rules, each with name, conditions and what it gives: tags, owners, custom_attributes.",
  });
}
