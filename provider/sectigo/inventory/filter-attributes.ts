import {
  attributeNames,
  CERTIFICATE_TYPES,
  type InventoryCondition,
  type InventoryFilter,
  judgeWords,
  type RuleCondition,
  readFilterCondition,
} from "../../../core/index.ts";
import {
  bool,
  integer,
  list,
  listOf,
  type ObjectOf,
  set,
  single,
  string,
  text,
} from "../../framework/attribute.ts";
import { type Diagnostic, error } from "../../framework/diagnostics.ts";
import type { Path } from "../../framework/path.ts";
import { each, known, notEmpty } from "../checks.ts";
import { STATUSES } from "../connector-import.ts";

const some = [notEmpty];
const isKnown = known(STATUSES);

/** A word that SCM has for no state finds nothing, ever: a report of it would look as if all were well. */
function isStatus(value: string): string | null {
  const spelled = STATUSES.find((status) => status.toLowerCase() === value.toLowerCase());
  return isKnown(spelled ?? value);
}

const conditionMembers = {
  attribute: string({
    is: "required",
    doc: `What is looked at: ${attributeNames()
      .map((name) => `\`${name}\``)
      .join(", ")}.`,
    checks: [(attribute) => judgeWords({ attribute })?.problem ?? null],
  }),
  operator: string({
    is: "required",
    doc: "As in assignment rules, but for `matches`, `not_matches` and `not_contains`. Text: `equals`, `not_equals`, `contains`, `starts_with`, `ends_with`. Numbers and dates: `equals`, `not_equals`, `less_than`, `at_most`, `at_least`, `greater_than`. Truths: `equals`. All: `is_set`, `is_not_set`.",
    checks: [(operator) => judgeWords({ operator })?.problem ?? null],
  }),
  value: string({ is: "optional", doc: "What to compare with." }),
  values: list(text, { is: "optional", doc: "Several texts to compare with: one of them is enough." }),
} as const;

const memberOfTypes = {
  certificate_types: set(text, {
    is: "optional",
    doc: "`ssl`, `client`, `device`; those that the connector imports when left out.",
    checks: [notEmpty, each(known(CERTIFICATE_TYPES))],
  }),
} as const;

const memberOfSuccessors = {
  has_successor: bool({
    is: "optional",
    doc: 'Whether another issued certificate of its organization and issuer covers its names and ends later: `false` finds what an alarm is about. Only for `certificate_types = ["ssl"]`, not with `refresh = "live"`, and for up to 20,000 certificates that the rest of the filter leaves.',
  }),
} as const;

const membersOfAnyType = {
  statuses: set(text, {
    is: "optional",
    doc: "States, such as `Issued` and `Expired`, as of now: what has ended is `Expired`, whatever SCM said last.",
    checks: [notEmpty, each(isStatus)],
  }),
  expires_within_days: integer({
    is: "optional",
    doc: "Not expired yet, but within so many times 24 hours.",
    checks: [(value) => (value >= 1 ? null : `1 or more is required, ${value} is given`)],
  }),
  organizations: set(text, {
    is: "optional",
    doc: "Names of organizations or departments, a department also as `Organization/Department`.",
    checks: some,
  }),
  include_departments: bool({
    is: "optional",
    doc: "Whether the departments of `organizations` are in too; false when left out.",
  }),
  scm_profiles: set(text, { is: "optional", doc: "Names of SCM profiles.", checks: some }),
  business_units: set(text, { is: "optional", doc: "Business units.", checks: some }),
  tags: set(text, { is: "optional", doc: "All of these tags.", checks: some }),
  owners: set(text, { is: "optional", doc: "One of these owners.", checks: some }),
  text: string({
    is: "optional",
    doc: "Each of these words stands somewhere in names, serial number, subject, ids, requesters or comments.",
  }),
  conditions: listOf(conditionMembers, {
    is: "optional",
    doc: "Conditions on any attribute, all of which must hold.",
  }),
} as const;

const filterMembers = { ...memberOfTypes, ...memberOfSuccessors, ...membersOfAnyType } as const;

/** `filter` where the type of the certificates is given. */
export const sslFilterArgument = single(membersOfAnyType, {
  is: "optional",
  doc: 'What is wanted; everything given must hold. `statuses` is `["Issued"]` when left out.',
});

export type SslFilterValue = ObjectOf<typeof membersOfAnyType>;

/** `filter` of an inventory. */
export const filterArgument = single(filterMembers, {
  is: "optional",
  doc: "What is wanted of what the connector imports; everything given must hold. All of it when left out.",
});

export type FilterValue = ObjectOf<typeof filterMembers>;

/** What is wrong with conditions as a whole; their words were judged by themselves. */
export function judgeFilter(filter: Pick<FilterValue, "conditions">): readonly Diagnostic[] {
  return (filter.conditions ?? []).flatMap((condition, index) => {
    const read = readFilterCondition(condition);
    if (!("member" in read)) return [];
    const at: Path = [
      ...[{ attribute: "filter" }, { attribute: "conditions" }],
      ...[{ index }, { attribute: read.member }],
    ];
    return [error("A condition of the filter can't be", `${read.problem}.`, at)];
  });
}

/** The filter in core's words. Conditions were judged before. */
export function filterOf(filter: FilterValue | null): InventoryFilter {
  if (filter === null) return {};
  const conditions = (filter.conditions ?? []).flatMap(conditionsOf);
  return {
    conditions: [...conditions, ...shortcuts(filter)],
    expiresWithinDays: filter.expires_within_days ?? undefined,
    statuses: filter.statuses ?? undefined,
    tags: filter.tags ?? undefined,
    owners: filter.owners ?? undefined,
    businessUnits: filter.business_units ?? undefined,
    text: filter.text ?? undefined,
  };
}

function conditionsOf(condition: RuleCondition): readonly InventoryCondition[] {
  const read = readFilterCondition(condition);
  return "member" in read ? [] : read;
}

function shortcuts({ certificate_types, organizations, scm_profiles }: FilterValue): InventoryCondition[] {
  const oneOf = (
    attribute: "type" | "organizationName" | "scmProfileName",
    anyOf: readonly string[] | null,
  ) => (anyOf === null ? [] : [{ attribute, operator: "equals", anyOf } as const]);
  return [
    ...oneOf("type", certificate_types),
    ...oneOf("organizationName", organizations),
    ...oneOf("scmProfileName", scm_profiles),
  ];
}
