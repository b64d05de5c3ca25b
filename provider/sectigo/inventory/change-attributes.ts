import { changeWithoutPersons, type InventoryChange } from "../../../core/index.ts";
import { integer, listOf, type ObjectOf, string } from "../../framework/attribute.ts";

const may = (doc: string) => ({ is: "computed", nullable: true, doc }) as const;

const fieldAttributes = {
  attribute: string({
    is: "computed",
    doc: "As conditions name it: `status`, `organization_id`, `custom_fields.Team`; `tags` and `owners` are those of assignment rules; `has_successor` of certificates that end within 30 days.",
  }),
  before: string(may("What stood there; null for nothing.")),
  after: string(may("What stands there; null for nothing.")),
} as const;

/** One change of `data.sectigo_inventory_changes`. */
export const changeAttributes = {
  at: string({
    is: "computed",
    doc: "When an import noticed it, RFC 3339, UTC. It happened after the import before.",
  }),
  kind: string({
    is: "computed",
    doc: "`added`: shown for the first time; `removed`: no longer there; `changed`.",
  }),
  type: string({ is: "computed", doc: "`ssl`, `client` or `device`." }),
  certificate_id: integer({ is: "computed", doc: "SCM's id within the type." }),
  common_name: string(may("Common name, as all that follows as of then.")),
  serial_number: string(may("Serial number.")),
  status: string(may("State in SCM's words.")),
  expires: string(may("When it ends: a day, or an RFC 3339 instant where SCM tells one.")),
  organization_id: integer(may("Organization or department.")),
  organization_name: string(may("Its name.")),
  fields: listOf(fieldAttributes, { is: "computed", doc: "What changed; empty unless `kind` is `changed`." }),
} as const;

export type ChangeValue = ObjectOf<typeof changeAttributes>;

/** A change as attributes. Persons stand in it only where they were asked for; that they changed does always. */
export function changeOf(change: InventoryChange, hasPersons: boolean): ChangeValue {
  const { at, kind, row, fields } = hasPersons ? change : changeWithoutPersons(change, { showsOwners: true });
  return {
    at: at.toISOString(),
    kind,
    type: row.type,
    certificate_id: row.certificateId,
    common_name: row.commonName ?? null,
    serial_number: row.serialNumber ?? null,
    status: row.status ?? null,
    expires: row.expires ?? null,
    organization_id: row.organizationId ?? null,
    organization_name: row.organizationName ?? null,
    fields,
  };
}
