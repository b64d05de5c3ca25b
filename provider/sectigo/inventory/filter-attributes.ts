import {
  attributeNames,
  CERTIFICATE_TYPES,
  judgeWords,
  POLICIES,
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
import { each, known, knownOperator, notEmpty } from "../checks.ts";
import { STATUSES } from "../connector-import.ts";
import { profileMembers } from "../profile-ref.ts";

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
    doc: "As in assignment rules. Text: `equals`, `not_equals`, `contains`, `not_contains`, `starts_with`, `ends_with`, `matches`, `not_matches` (RE2, as Terraform's `regex`: its time grows with the text only). Numbers and dates: `equals`, `not_equals`, `less_than`, `at_most`, `at_least`, `greater_than`. Truths: `equals`. All: `is_set`, `is_not_set`.",
    checks: [knownOperator],
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
    doc: "Certificates that end within so many times 24 hours and have not ended yet.",
    checks: [(value) => (value >= 1 ? null : `1 or more is required, ${value} is given`)],
  }),
  organizations: set(text, {
    is: "optional",
    doc: "Names of organizations or departments, a department also as `Organization/Department`.",
    checks: some,
  }),
  include_departments: bool({
    is: "optional",
    doc: "Whether to take the departments of `organizations` too; false when left out.",
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
  violations: set(text, {
    is: "optional",
    doc: `One of these policies is violated: ${POLICIES.map((policy) => `\`${policy}\``).join(", ")}. Rows of which SCM tells too little are left out and named in \`warnings\`; \`sha1_signature\` takes \`details = true\`.`,
    checks: [notEmpty, each(known(POLICIES))],
  }),
  unique: bool({
    is: "optional",
    doc: "Whether records of one certificate (the same hash, or serial number and issuer) are shown once: by the one that was ordered rather than one that was discovered or uploaded. False when left out.",
  }),
} as const;

const alternatives = {
  any_of: listOf(
    { ...memberOfTypes, ...membersOfAnyType },
    {
      is: "optional",
      doc: "Filters, one of which must hold in addition to everything else.",
      checks: [(filters) => (filters.length > 0 ? null : "at least one filter is required")],
    },
  ),
} as const;

const filterMembers = {
  ...memberOfTypes,
  ...memberOfSuccessors,
  ...membersOfAnyType,
  ...alternatives,
} as const;

/** Filters by name, of a connector. Profiles come after their connector, so that none can stand in its views. */
export const viewMembers = filterMembers;

const memberOfLimits = {
  outside_limits_of: listOf(profileMembers, {
    is: "optional",
    doc: "Profiles, as wholes: `[sectigo_profile.web.ref]`. Found are certificates of their organization and SCM profile (of `acme`: what ACME clients ordered there; of other methods: all else) with names, a key or a term outside `allowed_names`, `key_types` and `term_days`, from any requester; `outside_limits` of each row says which. Where several profiles share organization and SCM profile, name all of them: one that allows it is enough. Rows of which SCM tells too little are left out and named in `warnings`.",
    checks: [(profiles) => (profiles.length > 0 ? null : "at least one profile is required")],
  }),
} as const;

const filterOfLimits = { ...filterMembers, ...memberOfLimits } as const;

/** Lists have neither the attributes nor the arguments that the other text names. */
const membersOfSsl = {
  has_successor: bool({
    is: "optional",
    doc: 'Whether another issued certificate of its organization and issuer covers its names and ends later, as after a renewal: `false` leaves out what has one. Not with `refresh = "live"`, and for up to 20,000 certificates that the rest of the filter leaves.',
  }),
  ...membersOfAnyType,
  violations: set(text, {
    is: "optional",
    doc: `One of these policies is violated: ${POLICIES.map((policy) => `\`${policy}\``).join(", ")}. Rows of which SCM tells too little are left out, and a warning says how many; \`sha1_signature\` costs a call for each certificate.`,
    checks: [notEmpty, each(known(POLICIES))],
  }),
} as const;

/** `filter` where the type of the certificates is given. */
export const sslFilterArgument = single(membersOfSsl, {
  is: "optional",
  doc: 'What is wanted; everything given must hold. `statuses` is `["Issued"]` when left out.',
});

export type SslFilterValue = ObjectOf<typeof membersOfSsl>;

/** `filter` of an inventory. */
export const filterArgument = single(filterOfLimits, {
  is: "optional",
  doc: "What is wanted of what the connector imports; everything given must hold. All of it when left out.",
});

export type FilterValue = ObjectOf<typeof filterOfLimits>;

/** What is wrong with conditions as a whole; their words were judged separately. */
export function judgeFilter(
  filter: Judged & { readonly any_of?: readonly Judged[] | null },
  at: Path = [{ attribute: "filter" }],
): readonly Diagnostic[] {
  const own = (filter.conditions ?? []).flatMap((condition, index) => {
    const read = readFilterCondition(condition);
    if (!("member" in read)) return [];
    const where: Path = [...at, { attribute: "conditions" }, { index }, { attribute: read.member }];
    return [error("A condition of the filter can't be", `${read.problem}.`, where)];
  });
  const inner = (filter.any_of ?? []).flatMap((one, index) =>
    judgeFilter(one, [...at, { attribute: "any_of" }, { index }]),
  );
  return [...own, ...inner];
}

type Judged = Pick<FilterValue, "conditions">;
