import {
  type FilterWords,
  type LimitWords,
  quoted,
  readFilterCondition,
  viewWords,
} from "../../core/index.ts";
import type { InventoryInputs } from "../inputs/inventory.ts";
import type { Workspace } from "../workspace.ts";
import { type JsonPlace, readJsonFile } from "./json-file.ts";

type Form = (value: unknown) => boolean;

const isText: Form = (value) => typeof value === "string";
const isFlag: Form = (value) => typeof value === "boolean";
const isDays: Form = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const isTexts: Form = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const isList: Form = (value) => Array.isArray(value) && value.length > 0;

/** Members of a view, as in Terraform. */
const FORMS: Readonly<Record<keyof FilterWords, Form>> = {
  certificate_types: isTexts,
  statuses: isTexts,
  expires_within_days: isDays,
  organizations: isTexts,
  include_departments: isFlag,
  scm_profiles: isTexts,
  business_units: isTexts,
  tags: isTexts,
  owners: isTexts,
  text: isText,
  conditions: isList,
  violations: isTexts,
  unique: isFlag,
  has_successor: isFlag,
  outside_limits_of: (value) => isList(value) && listIn(value).every(isProfile),
  any_of: isList,
};

const LIMITS: Readonly<Record<keyof LimitWords, Form>> = {
  enrollment_method: isText,
  organization_id: isDays,
  scm_profile_id: isDays,
  allowed_names: isTexts,
  key_types: isTexts,
  term_days: isDays,
};

/** A profile says whose certificates it is about. */
function isProfile(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("organization_id" in value)) return false;
  return Object.entries(value).every(
    ([name, given]) => Object.hasOwn(LIMITS, name) && LIMITS[name as keyof LimitWords](given),
  );
}

/** What a view asks for, and where it stands; no place for a ready one. */
export interface GivenView {
  readonly words: FilterWords;
  readonly place: JsonPlace | null;
}

/** The view that the inputs name; null without one. @throws ConfigError `config.views`, `config.unknown_name` */
export async function viewOf(
  { view, views }: Pick<InventoryInputs, "view" | "views">,
  workspace: Workspace,
): Promise<GivenView | null> {
  if (view === null) return null;
  if (views === null) return { words: viewWords(view, {}, "view"), place: null };
  const { given, place } = await readViews(views, workspace);
  return {
    words: viewWords(view, given, "view"),
    place: Object.hasOwn(given, view) ? place.at(view) : null,
  };
}

async function readViews(path: string, workspace: Workspace) {
  const { value, place } = await readJsonFile(path, workspace, {
    ...{ input: "views", code: "config.views", tried: `read the views of ${quoted(path)}` },
    hint: "Write a JSON object with a filter for each name, with the members that filter has in Terraform.",
  });
  const views = Object.entries(objectIn(value, "the file", place));
  const given: Readonly<Record<string, FilterWords>> = Object.fromEntries(
    views.map(([name, view]) => [name, wordsIn(view, `view ${quoted(name)}`, place.at(name))]),
  );
  return { given, place };
}

/** A mistyped member would be a demand that is not there, and a view that shows everything. */
function wordsIn(value: unknown, where: string, place: JsonPlace): FilterWords {
  const members = objectIn(value, where, place);
  for (const [name, given] of Object.entries(members)) {
    const form = Object.hasOwn(FORMS, name) ? FORMS[name as keyof typeof FORMS] : undefined;
    const at = place.at(name);
    if (form === undefined)
      throw at.fault(`${where} has a member ${quoted(name)}; known are ${Object.keys(FORMS).join(", ")}`);
    if (!form(given)) throw at.fault(`${where}: ${name} is not as in Terraform`);
  }
  const { conditions, any_of } = members;
  const inner = listIn(any_of).map((one, index) => innerWords(one, where, place.at("any_of", index)));
  return {
    ...members,
    ...(conditions === undefined
      ? {}
      : { conditions: conditionsIn(conditions, where, place.at("conditions")) }),
    ...(any_of === undefined ? {} : { any_of: inner }),
  };
}

function innerWords(value: unknown, where: string, place: JsonPlace): FilterWords {
  const words = wordsIn(value, `any_of of ${where}`, place);
  if (!("outside_limits_of" in words)) return words;
  throw place.at("outside_limits_of").fault(`${where}: outside_limits_of can't stand in any_of`);
}

function conditionsIn(value: unknown, where: string, place: JsonPlace) {
  return listIn(value).map((one, index) => conditionIn(one, where, place.at(index)));
}

function conditionIn(value: unknown, where: string, place: JsonPlace) {
  const { attribute, operator, value: compared = null, values = null } = objectIn(value, where, place);
  if (!isText(attribute) || !isText(operator) || !(values === null || isTexts(values)))
    throw place.fault(`${where}: a condition has attribute, operator and value or values`);
  const condition = {
    ...{ attribute: String(attribute), operator: String(operator) },
    value: compared === null ? null : String(compared),
    values: values === null ? null : listIn(values).map(String),
  };
  const read = readFilterCondition(condition);
  if ("member" in read) throw place.at(read.member).fault(`${where}: ${read.problem}`);
  return condition;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectIn(value: unknown, what: string, place: JsonPlace): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value));
  throw place.fault(`${what} is not an object`);
}
