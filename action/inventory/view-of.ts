import { readFile } from "node:fs/promises";
import {
  type ConfigError,
  type FilterWords,
  type LimitWords,
  quoted,
  readFilterCondition,
  viewWords,
} from "../../core/index.ts";
import { FileFault } from "../file-fault.ts";
import type { InventoryInputs } from "../inputs/inventory.ts";
import type { Workspace } from "../workspace.ts";

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

/** The view that the inputs name; null without one. @throws ConfigError `config.views`, `config.unknown_name` */
export async function viewOf(
  { view, views }: Pick<InventoryInputs, "view" | "views">,
  workspace: Workspace,
): Promise<FilterWords | null> {
  if (view === null) return null;
  return viewWords(view, views === null ? {} : await readViews(views, workspace), "view");
}

async function readViews(path: string, workspace: Workspace): Promise<Readonly<Record<string, FilterWords>>> {
  // Editors of Windows put a byte order mark before JSON.
  const text = (await readFile(await workspace.existing(path), "utf8")).replace(/^\uFEFF/, "");
  const views = Object.entries(objectIn(parsed(text, path), "the file", path));
  return Object.fromEntries(views.map(([name, view]) => [name, wordsIn(view, `view ${quoted(name)}`, path)]));
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    throw fault("it is not valid JSON", path);
  }
}

/** A mistyped member would be a demand that is not there, and a view that shows everything. */
function wordsIn(value: unknown, where: string, path: string): FilterWords {
  const members = objectIn(value, where, path);
  for (const [name, given] of Object.entries(members)) {
    const form = Object.hasOwn(FORMS, name) ? FORMS[name as keyof typeof FORMS] : undefined;
    if (form === undefined)
      throw fault(`${where} has a member ${quoted(name)}; known are ${Object.keys(FORMS).join(", ")}`, path);
    if (!form(given)) throw fault(`${where}: ${name} is not as in Terraform`, path);
  }
  const { conditions, any_of } = members;
  const inner = listIn(any_of).map((one) => wordsIn(one, `any_of of ${where}`, path));
  if (inner.some((one) => "outside_limits_of" in one))
    throw fault(`${where}: outside_limits_of can't stand in any_of`, path);
  return {
    ...members,
    ...(conditions === undefined
      ? {}
      : { conditions: listIn(conditions).map((one) => conditionIn(one, where, path)) }),
    ...(any_of === undefined ? {} : { any_of: inner }),
  };
}

function conditionIn(value: unknown, where: string, path: string) {
  const { attribute, operator, value: compared = null, values = null } = objectIn(value, where, path);
  if (!isText(attribute) || !isText(operator) || !(values === null || isTexts(values)))
    throw fault(`${where}: a condition has attribute, operator and value or values`, path);
  const condition = {
    ...{ attribute: String(attribute), operator: String(operator) },
    value: compared === null ? null : String(compared),
    values: values === null ? null : listIn(values).map(String),
  };
  const read = readFilterCondition(condition);
  if ("member" in read) throw fault(`${where}: ${read.problem}`, path);
  return condition;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectIn(value: unknown, what: string, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value));
  throw fault(`${what} is not an object`, path);
}

function fault(found: string, path: string): ConfigError {
  return new FileFault(`read the views of ${quoted(path)}: ${found}`, {
    code: "config.views",
    path: "views",
    file: path,
    hint: "Write a JSON object with a filter for each name, with the members that filter has in Terraform.",
  });
}
