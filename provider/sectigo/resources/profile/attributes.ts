import { ENROLLMENT_METHODS, judgeKeyType, judgeNamePattern, sameAddresses } from "../../../../core/index.ts";
import { bool, integer, list, map, set, string, text } from "../../../framework/attribute.ts";
import type { Check } from "../../../framework/spec.ts";
import { timeouts } from "../../../framework/timeouts.ts";
import { each, filled, known, notEmpty } from "../../checks.ts";
import { connectorArgument } from "../../connector-ref.ts";
import { profileRef } from "../../profile-ref.ts";
import { renewalArgument } from "../certificate/attributes.ts";
import { acmeArgument, webFormArgument } from "./remote-arguments.ts";

/** The one template there is, and its trust: stated, so that a configuration says what it enrolls. */
const TEMPLATE = "Sectigo Public CA Server Certificate";
const TRUST_TYPE = "public";

function positive(value: number): string | null {
  return value >= 1 ? null : `1 or more is required, ${value} is given`;
}

/** A reason that completes "the key type …" as a check of one element. */
function named(what: string, judge: (text: string) => string | null): Check<string> {
  return (text) => {
    const reason = judge(text);
    return reason === null ? null : `the ${what} "${text}" ${reason}`;
  };
}

const whatFor = {
  connector: connectorArgument,
  organization: string({
    is: "optional",
    onChange: "update",
    doc: "Name of the SCM organization or department, exact; a department may be named as `Organization/Department`. It is looked up once: the id found then stays, until this argument changes. One of `organization` and `organization_id` is needed.",
  }),
  organization_id: integer({
    is: "optional",
    onChange: "update",
    doc: "Id of the SCM organization or department, instead of its name.",
    checks: [positive],
  }),
  scm_profile: string({
    is: "optional",
    onChange: "update",
    doc: "Name of the SCM certificate profile, exact, as the organization is offered it. Looked up once, like the organization. One of `scm_profile` and `scm_profile_id` is needed, but for the method `acme`, where the ACME server decides.",
  }),
  scm_profile_id: integer({
    is: "optional",
    onChange: "update",
    doc: "Id of the SCM certificate profile, instead of its name.",
    checks: [positive],
  }),
} as const;

const policies = {
  term_days: integer({
    is: "optional",
    onChange: "update",
    doc: "Validity that its certificates ask for, days; one of the terms that the SCM profile offers. The longest allowed when left out. SCM does not hold people at web forms and ACME clients to it.",
    checks: [positive],
  }),
  key_types: set(text, {
    is: "optional",
    onChange: "update",
    doc: "Keys that its certificates may have, such as `EC P-256` or `RSA 3072`; all that the SCM profile offers when left out. SCM does not hold people at web forms and ACME clients to them.",
    checks: [notEmpty, each(named("key type", judgeKeyType))],
  }),
  allowed_names: set(text, {
    is: "optional",
    onChange: "update",
    doc: "Names that its certificates may be for; all when left out. `shop.example.test` is that name, `*.example.test` any one label in place of the star, `.example.test` everything below at any depth. Common name and every alternative name have to match one of them. With the method `acme`, `acme.domains` have to lie within; SCM does not hold people at web forms to them.",
    checks: [notEmpty, each(named("pattern", judgeNamePattern))],
  }),
  common_name_from_san: bool({
    is: "optional",
    onChange: "update",
    doc: "Whether the SCM profile takes the first DNS name as the common name of a CSR that has none; false when left out, and such a CSR is refused in the plan.",
  }),
  renewal: renewalArgument,
  skip_validation_check: bool({
    is: "optional",
    onChange: "update",
    doc: "Whether orders go to SCM without a look at whether their domains and the organization are validated; false when left out.",
  }),
} as const;

const people = {
  external_requesters: set(text, {
    is: "optional",
    onChange: "update",
    same: sameAddresses,
    doc: "Mail addresses of the people to tell about its certificates, for those that name none themselves.",
  }),
  owners: set(text, {
    is: "optional",
    onChange: "update",
    same: sameAddresses,
    doc: "Mail addresses of the people who answer for its certificates.",
  }),
  tags: set(text, {
    is: "optional",
    onChange: "update",
    doc: "Tags of its certificates. SCM has no tags: they are handed on in `ref`.",
  }),
  custom_fields: map(text, {
    is: "optional",
    onChange: "update",
    doc: "Values of SCM custom fields by exact field name, for its certificates; one that gives a field itself has its own value there.",
  }),
} as const;

/** What the profile keeps in SCM, where its method needs something there. */
const kept = (doc: string) => integer({ is: "computed", keep: true, nullable: true, doc });
const address = (doc: string) => string({ is: "computed", keep: true, nullable: true, doc });

const results = {
  business_unit: string({
    is: "computed",
    keep: true,
    nullable: true,
    doc: "Business unit of its connector; null without one. Runs that are bound to other units refuse to touch the profile.",
  }),
  ref: profileRef,
  endpoint_id: kept("Id of the SCM web form; null without one."),
  endpoint_account_id: kept("Id of its account on that web form."),
  enrollment_url: address("Where people enroll."),
  acme_account_id: kept("Id of its ACME account in SCM; null without one."),
  acme_directory_url: address("Directory that an ACME client is given."),
  acme_eab_key_id: address("Key id of the external account binding; null unless `eab_in_state` is true."),
  acme_eab_hmac_key: string({
    is: "computed",
    keep: true,
    nullable: true,
    sensitive: true,
    doc: "Key of the external account binding, base64url; null unless `eab_in_state` is true. The ephemeral `sectigo_acme_credentials` gives both without storing them.",
  }),
  drift: list(text, {
    is: "computed",
    keep: true,
    doc: "What was changed of it in SCM, in words; the next apply puts it right. Empty when nothing differs.",
  }),
} as const;

/** What a `sectigo_profile` has. */
export const profileAttributes = {
  name: string({
    is: "required",
    onChange: "update",
    doc: "Name of the profile. Its account in SCM, if it has one, has the same name unless `account_name` says otherwise.",
    checks: [filled],
  }),
  template: string({
    is: "optional",
    onChange: "record",
    orElse: TEMPLATE,
    doc: `Template of the profile; there is one, \`${TEMPLATE}\`.`,
    checks: [known([TEMPLATE])],
  }),
  trust_type: string({
    is: "optional",
    onChange: "record",
    orElse: TRUST_TYPE,
    doc: "Trust of its certificates; that template's is `public`.",
    checks: [known([TRUST_TYPE])],
  }),
  ...whatFor,
  enrollment_method: string({
    is: "required",
    onChange: "update",
    doc: `How its certificates are enrolled, one of ${ENROLLMENT_METHODS.map((method) => `\`${method}\``).join(", ")}.`,
    checks: [known(ENROLLMENT_METHODS)],
  }),
  sensor: string({
    is: "optional",
    onChange: "update",
    doc: "The only sensor by which orders go; needed by the method `sensor`, refused by the others.",
  }),
  ...policies,
  ...people,
  web_form: webFormArgument,
  // Not marked sensitive, which a value that is never stored needs not be: Terraform 1.11 writes the paths of sensitive
  // attributes into state in an order by chance, and with two of them `plan -refresh-only -detailed-exitcode` says 2 for
  // nothing in half of its runs.
  access_code_wo: string({
    is: "optional",
    writeOnly: true,
    doc: "Access code that people have to know at the web form. Never stored by Terraform: give it from an ephemeral resource or variable, with `access_code_wo_version`. Terraform 1.11 or later.",
    checks: [filled],
  }),
  access_code_wo_version: integer({
    is: "optional",
    onChange: "update",
    doc: "Raise it to have SCM take the access code that `access_code_wo` holds now.",
  }),
  acme: acmeArgument,
  eab_in_state: bool({
    is: "optional",
    onChange: "update",
    doc: "Whether the credentials of the ACME account are kept **in state**; by choice only, false when left out.",
  }),
  timeouts,
  ...results,
} as const;

export type ProfileAttributes = typeof profileAttributes;
