import { type AssignmentRule, judgeRule, quoted, type RuleSet, readRules } from "../../core/index.ts";
import type { FileFault } from "../file-fault.ts";
import { refuseAll } from "../inputs/all-faults.ts";
import type { Workspace } from "../workspace.ts";
import { type JsonPlace, readJsonFile } from "./json-file.ts";

/** Rules with the names of the custom attributes that they give. */
export interface GivenRules {
  readonly set: RuleSet;
  readonly rules: readonly AssignmentRule[];
  readonly attributes: readonly string[];
}

/**
 * Reads assignment rules from a JSON file: a list of rules with the members that they have in Terraform.
 * @throws ConfigError `config.rules` for what is not a rule, `config.rule` for all faults of those that are, each at its line of
 *   the file; `config.path_*`
 */
export async function readRulesFile(path: string, workspace: Workspace): Promise<GivenRules> {
  const { value, place } = await readJsonFile(path, workspace, {
    ...{ input: "rules", code: "config.rules", tried: `read the rules of ${quoted(path)}` },
    hint: "Write a JSON list of rules, each with name, conditions and what it gives: tags, owners, custom_attributes.",
  });
  const rules = itemsIn(value, "the file", place).map((item, index) =>
    ruleOf(membersIn(item, `rule ${index + 1}`, place.at(index)), place.at(index)),
  );
  refuseAll(rules.flatMap((rule, index) => faultsOf(rule, place.at(index))));
  const attributes = new Set(rules.flatMap(({ customAttributes }) => Object.keys(customAttributes)));
  return { set: readRules(rules), rules, attributes: [...attributes].sort() };
}

/** What core finds in a rule, each at its member. */
function faultsOf(rule: AssignmentRule, place: JsonPlace): readonly FileFault[] {
  return judgeRule(rule).map(({ path: [first = "", ...steps], problem }) => {
    const member = first === "customAttributes" ? "custom_attributes" : first;
    const where = [member, ...steps].join(".");
    const found = `rule ${quoted(rule.name)}: ${where === "" ? "" : `${where}: `}${problem}`;
    return place.at(member, ...steps).fault(found, { code: "config.rule", hint: "Correct the rule." });
  });
}

type Members = Readonly<Record<string, unknown>>;

const RULE = ["name", "match", "conditions", "groups", "tags", "owners", "custom_attributes"];
const CONDITION = ["attribute", "operator", "value", "values"];

function ruleOf(members: Members, place: JsonPlace): AssignmentRule {
  const name = textIn(members.name, "name", place.at("name"));
  refuseOthers(members, RULE, { where: `rule ${quoted(name)}`, place });
  const given = place.at("custom_attributes");
  const attributes = Object.entries(membersIn(members.custom_attributes ?? {}, "custom_attributes", given));
  const groups = itemsIn(members.groups, "groups", place.at("groups"));
  return {
    name,
    ...groupOf(members, place),
    groups: groups.map((group, index) => innerGroupOf(group, place.at("groups", index))),
    tags: textsIn(members, { member: "tags", each: "a tag" }, place),
    owners: textsIn(members, { member: "owners", each: "an owner" }, place),
    customAttributes: Object.fromEntries(
      attributes.map(([key, value]) => [key, textIn(value, key, given.at(key))]),
    ),
  };
}

const GROUP = ["match", "conditions"];

function innerGroupOf(item: unknown, place: JsonPlace): AssignmentRule["groups"][number] {
  const members = membersIn(item, "a group", place);
  refuseOthers(members, GROUP, { where: "a group", place });
  return groupOf(members, place);
}

function groupOf(
  { match = "all", conditions }: Members,
  place: JsonPlace,
): Pick<AssignmentRule, "match" | "conditions"> {
  if (match !== "all" && match !== "any") throw place.at("match").fault("match is neither all nor any");
  return {
    match,
    conditions: itemsIn(conditions, "conditions", place.at("conditions")).map((item, index) =>
      conditionOf(item, place.at("conditions", index)),
    ),
  };
}

function conditionOf(item: unknown, place: JsonPlace): AssignmentRule["conditions"][number] {
  const members = membersIn(item, "a condition", place);
  refuseOthers(members, CONDITION, { where: "a condition", place });
  const { attribute, operator, value, values } = members;
  return {
    attribute: textIn(attribute, "attribute", place.at("attribute")),
    operator: textIn(operator, "operator", place.at("operator")),
    value: value === undefined || value === null ? null : scalarIn(value, "value", place.at("value")),
    values:
      values === undefined || values === null
        ? null
        : itemsIn(values, "values", place.at("values")).map((each, index) =>
            scalarIn(each, "values", place.at("values", index)),
          ),
  };
}

function textsIn(
  members: Members,
  { member, each }: { readonly member: string; readonly each: string },
  place: JsonPlace,
): readonly string[] {
  return itemsIn(members[member], member, place.at(member)).map((item, index) =>
    textIn(item, each, place.at(member, index)),
  );
}

function itemsIn(value: unknown, what: string, place: JsonPlace): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw place.fault(`${what} is not a list`);
  return value;
}

function membersIn(value: unknown, what: string, place: JsonPlace): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw place.fault(`${what} is not an object`);
  return Object.fromEntries(Object.entries(value));
}

function textIn(value: unknown, what: string, place: JsonPlace): string {
  if (typeof value !== "string") throw place.fault(`${what} is not text`);
  return value;
}

/** Numbers and flags are compared as they are written. */
function scalarIn(value: unknown, what: string, place: JsonPlace): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
    throw place.fault(`${what} is not text`);
  return String(value);
}

/** A mistyped member would be a condition that is not there, and a rule that applies to everything. */
function refuseOthers(
  members: Members,
  known: readonly string[],
  { where, place }: { readonly where: string; readonly place: JsonPlace },
): void {
  const other = Object.keys(members).find((name) => !known.includes(name));
  if (other !== undefined)
    throw place.at(other).fault(`${where} has a member ${quoted(other)}; known are ${known.join(", ")}`);
}
