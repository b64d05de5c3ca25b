import { READY_VIEW_NAMES } from "../../../../core/index.ts";
import { bool, list, mapOf, single, string, text } from "../../../framework/attribute.ts";
import { distinct, filled } from "../../checks.ts";
import { importMembers } from "../../connector-import.ts";
import { connectorRef } from "../../connector-ref.ts";
import { viewMembers } from "../../inventory/filter-attributes.ts";

/** What a `sectigo_connector` has. All of it lives in Terraform's state. */
export const connectorAttributes = {
  name: string({
    is: "required",
    onChange: "update",
    doc: "Name of the connector, for people. Profiles that use the connector show it; a new name changes nothing else.",
    checks: [filled],
  }),
  business_unit: string({
    is: "optional",
    onChange: "update",
    doc: "Business unit that the connector belongs to; its certificates do too, unless `import` says otherwise.",
    checks: [filled],
  }),
  managing_sensors: list(text, {
    is: "optional",
    onChange: "update",
    doc: "Names of the provider's sensors to go by, in this order; all of them when left out.",
    checks: [
      (names) =>
        names.length > 0 ? null : "at least one sensor is required; leave the argument out for all",
    ],
    partChecks: [distinct],
  }),
  import: single(importMembers, {
    is: "optional",
    onChange: "update",
    doc: "What is imported into the inventory, and how often. Left out, nothing is.",
  }),
  views: mapOf(viewMembers, {
    is: "optional",
    onChange: "update",
    doc: `Filters by name, for \`view\` of a \`sectigo_inventory\`. Ready views (yours replaces one of the same name): ${READY_VIEW_NAMES.map((name) => `\`${name}\``).join(", ")}.`,
  }),
  verify: bool({
    is: "optional",
    onChange: "update",
    doc: "Whether the link to SCM is tried when the connector is made and when its account or sensors change; true when left out.",
  }),
  ref: connectorRef,
} as const;

export type ConnectorAttributes = typeof connectorAttributes;
