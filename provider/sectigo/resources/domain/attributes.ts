import { bool, integer, set, setOf, string, text, whole } from "../../../framework/attribute.ts";
import type { Check } from "../../../framework/spec.ts";

const CERTIFICATE_TYPES = ["SSL", "SMIME", "CodeSign"];
const PRIVILEGES = ["DOMAIN", "SUBDOMAIN", "WILDCARD_1ST_LEVEL", "WILDCARD_2ND_LEVEL"];

/** Says which of the values is not among those allowed, or that there is none. */
function among(allowed: readonly string[]): Check<readonly string[]> {
  const listed = allowed.map((value) => `"${value}"`).join(", ");
  const check = (values: readonly string[]): string | null => {
    const wrong = values.find((value) => !allowed.includes(value));
    if (wrong !== undefined) return `${listed} are allowed, "${wrong}" is given`;
    return values.length === 0 ? `at least one of ${listed} is required` : null;
  };
  return Object.assign(check, { words: allowed });
}

/** What a `sectigo_domain` has. */
export const domainAttributes = {
  name: string({
    is: "required",
    onChange: "recreate",
    same: (one, other) => one.toLowerCase() === other.toLowerCase(),
    doc: "The domain, such as `example.test` or `*.example.test`, 4 to 255 characters.",
    checks: [
      (value) =>
        value.length >= 4 && value.length <= 255
          ? null
          : `4 to 255 characters are required, ${value.length} are given`,
    ],
  }),
  description: string({
    is: "optional",
    onChange: "record",
    doc: "What SCM keeps with the domain when it is made, up to 255 characters. SCM neither shows nor changes it by REST, so a later change is only recorded.",
    checks: [
      (value) =>
        value.length <= 255 ? null : `at most 255 characters are allowed, ${value.length} are given`,
    ],
  }),
  active: bool({
    is: "optional",
    onChange: "update",
    orElse: true,
    doc: "False suspends the domain: nothing can be ordered for it.",
  }),
  delegations: setOf(
    {
      organization_id: integer({ is: "required", doc: "SCM organization or department." }),
      certificate_types: set(text, {
        is: "required",
        doc: "What it may be used for: `SSL`, `SMIME`, `CodeSign`.",
        checks: [among(CERTIFICATE_TYPES)],
      }),
      privileges: set(text, {
        is: "optional",
        doc: "What may be requested: `DOMAIN`, `SUBDOMAIN`, `WILDCARD_1ST_LEVEL`, `WILDCARD_2ND_LEVEL`; SCM's own choice when left out.",
        checks: [among(PRIVILEGES)],
      }),
    },
    {
      is: "required",
      onChange: "update",
      doc: "Organizations and departments that may use the domain. Delegations that are not listed here are left alone.",
      checks: [
        (delegations) => (delegations.length > 0 ? null : "SCM needs at least one delegation"),
        (delegations) => {
          const ids = delegations.map(({ organization_id }) => organization_id);
          const twice = ids.find((id, index) => ids.indexOf(id) !== index);
          return twice === undefined ? null : `organization ${twice} is listed twice`;
        },
      ],
    },
  ),
  delete_on_destroy: bool({
    is: "optional",
    onChange: "record",
    doc: "Whether a destroy deletes the domain in SCM. When left out: a domain that this configuration made is deleted, one that was imported stays.",
  }),
  domain_id: integer({ is: "computed", keep: true, doc: "SCM's id of the domain." }),
  delegation_status: string({
    is: "computed",
    keep: true,
    doc: "`ACTIVE`, or `REQUESTED` while the domain waits for approval by an administrator of the whole customer (MRAO).",
  }),
  requested_by: set(whole, {
    is: "computed",
    keep: true,
    doc: "Organizations of `delegations` whose delegation still waits for that approval. Nothing here waits for it; orders for them are refused until then.",
  }),
} as const;

export type DomainAttributes = typeof domainAttributes;
