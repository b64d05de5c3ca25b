import { CERTIFICATE_STATUSES, CERTIFICATE_TYPES } from "../../core/index.ts";
import { bool, integer, map, type ObjectOf, set, single, string, text } from "../framework/attribute.ts";
import { assignmentRulesArgument } from "./assignment-rule-ref.ts";
import { each, known, notEmpty } from "./checks.ts";

/** The four units that have a fixed length, spelled as in `frequency`. */
const PERIOD_UNITS = ["minutes", "hours", "days", "weeks"];
/** SSL's states, and those that only client and device certificates have. */
export const STATUSES = [...CERTIFICATE_STATUSES, "Blank", "Created", "Downloaded", "Pre Revoked"];

/** How often something happens: a whole number of units. */
const periodMembers = {
  value: integer({
    is: "required",
    doc: "How many units, at least 1.",
    checks: [(value) => (value >= 1 ? null : `1 or more is required, ${value} is given`)],
  }),
  unit: string({
    is: "required",
    doc: "`minutes`, `hours`, `days` or `weeks`.",
    checks: [known(PERIOD_UNITS)],
  }),
} as const;

/**
 * What a connector imports, and how often. Data only: the work happens where the inventory is read. What is left out is
 * null here; which value then holds is the importer's to say.
 */
export const importMembers = {
  certificate_types: set(text, {
    is: "optional",
    doc: "Kinds of certificates: `ssl`, `client`, `device`; all three when left out.",
    checks: [notEmpty, each(known(CERTIFICATE_TYPES))],
  }),
  statuses: set(text, {
    is: "optional",
    doc: "States in SCM's words, such as `Issued` and `Revoked`; all when left out.",
    checks: [notEmpty, each(known(STATUSES))],
  }),
  organizations: set(text, {
    is: "optional",
    doc: "Names of the organizations or departments to take certificates from, a department also as `Organization/Department`; all that the administrator sees when left out.",
    checks: [notEmpty],
  }),
  scm_profiles: set(text, {
    is: "optional",
    doc: "Names of the SCM profiles to take certificates of; all when left out.",
    checks: [notEmpty],
  }),
  include_expired: bool({
    is: "optional",
    doc: "Whether to import expired certificates; false when left out.",
  }),
  include_discovered: bool({
    is: "optional",
    doc: "Whether to import certificates that SCM discovered or that were uploaded, from any CA; false when left out.",
  }),
  include_revoked: bool({
    is: "optional",
    doc: "Whether to import revoked certificates; true when left out.",
  }),
  business_unit: string({
    is: "optional",
    doc: "Business unit of the imported certificates; the connector's own when left out.",
  }),
  business_units_by_organization: map(text, {
    is: "optional",
    doc: "Business unit by name of the organization or department; it wins over `business_unit`.",
  }),
  assignment_rules: assignmentRulesArgument,
  frequency: single(periodMembers, {
    is: "optional",
    doc: "How old an import may become before the next one is due; every 6 hours when left out.",
  }),
  full_import_every: single(periodMembers, {
    is: "optional",
    doc: "How often everything is read again, which heals what was missed; every day when left out.",
  }),
  keep_changes: single(periodMembers, {
    is: "optional",
    doc: "How long changes are kept for `sectigo_inventory_changes`; 400 days when left out.",
  }),
} as const;

/** As others see it: whatever was left out is null. */
export type ConnectorImport = ObjectOf<typeof importMembers>;
