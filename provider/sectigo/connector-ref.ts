import {
  bool,
  encodeMember,
  list,
  mapOf,
  type ObjectOf,
  single,
  string,
  text,
} from "../framework/attribute.ts";
import { equalValues } from "../framework/equal-values.ts";
import type { Value } from "../framework/value.ts";
import { computedMembers } from "./computed-members.ts";
import { importMembers } from "./connector-import.ts";
import { viewMembers } from "./inventory/filter-attributes.ts";
import { unjudgedMembers } from "./unjudged-members.ts";

/**
 * What a connector hands on to those who depend on it; holds no secret. Every member is optional where it is accepted, so
 * that states of different releases fit together.
 */
const members = {
  host: string({ is: "optional", doc: "Host of the SCM account." }),
  customer_uri: string({ is: "optional", doc: "Customer of the SCM account." }),
  name: string({ is: "optional", doc: "Name of the connector." }),
  business_unit: string({ is: "optional", doc: "Business unit of the connector." }),
  sensors: list(text, { is: "optional", doc: "Sensors to go by, in order; null: the provider's." }),
  verify: bool({ is: "optional", doc: "False where the link is not verified when it is made; null: it is." }),
  import: single(unjudgedMembers(importMembers), {
    is: "optional",
    doc: "What is imported; null: nothing.",
  }),
  views: mapOf(unjudgedMembers(viewMembers), { is: "optional", doc: "Filters by name." }),
} as const;

/** A connector's `ref` as others see it; members that another release does not know are null. */
export type ConnectorRef = ObjectOf<typeof members>;

/** `ref` of a `sectigo_connector`. */
export const connectorRef = single(computedMembers(members), {
  is: "computed",
  keep: true,
  doc: "What others take from this connector, as a whole: `connector = sectigo_connector.main.ref`.",
});

const DOC = "The connector, as a whole: `sectigo_connector.main.ref`.";

/** `connector` of a resource. Another name of the connector is not a change there. */
export const connectorArgument = single(members, {
  is: "optional",
  onChange: "update",
  same: sameConnector,
  doc: DOC,
});

/** `connector` of a data source that can't do without. */
export const connectorInput = single(members, { is: "required", doc: DOC });

/** `connector` of a list that can do without. */
export const optionalConnectorInput = single(members, { is: "optional", doc: DOC });

/** Whether both are the same to those who depend on a connector. */
function sameConnector(one: ConnectorRef, other: ConnectorRef): boolean {
  const { name, verify } = one;
  return sameRef(one, { ...other, name, verify });
}

/** Whether both say the same: then the one in state stays. */
export function sameRef(one: ConnectorRef, other: ConnectorRef): boolean {
  return equalValues(connectorRef.type, encoded(one), encoded(other));
}

/** As Terraform compares it: sets in any order, lists in theirs. A `verify` that is left out is true. */
function encoded(ref: ConnectorRef): Value {
  return encodeMember("ref", connectorRef, { ...ref, verify: ref.verify ?? true });
}
