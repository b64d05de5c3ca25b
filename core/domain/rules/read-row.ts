import { quoted } from "../../base/text.ts";
import { readScmDate } from "../../scm/schemas/dates.ts";
import { type AttributeKind, INVENTORY_ATTRIBUTES, type InventoryRow } from "../inventory-row.ts";
import { mergeParts } from "../merge-parts.ts";
import { nearest } from "../nearest.ts";
import { attributeNames, readAttributeName } from "./attribute-names.ts";

/** A value as people write it: text, truths, lists of text, maps of text; numbers as decimal text. */
export type GivenValue =
  | null
  | string
  | boolean
  | readonly GivenValue[]
  | { readonly [name: string]: GivenValue };

/** What an inventory's entry has beside the certificate itself; rules do not look at it. */
const LABELS = [
  ...["tags", "owners", "custom_attributes", "business_unit", "has_successor"],
  ...["violations", "unjudged", "same_certificate_ids", "outside_limits"],
];

/**
 * Reads a certificate that was written down by attribute names, such as an inventory's entry. What is left out is empty;
 * without a type it is an SSL certificate.
 * @returns a `string` that says what is wrong where it can't be read
 */
export function readRow(given: { readonly [name: string]: GivenValue }): InventoryRow | string {
  const members: [string, unknown][] = [];
  for (const [name, value] of Object.entries(given)) {
    if (value === null || LABELS.includes(name)) continue;
    const named =
      name === "custom_fields" ? ({ attribute: "customFields" } as const) : readAttributeName(name);
    if (named === null) return unknownName(name);
    const read = READERS[INVENTORY_ATTRIBUTES[named.attribute].kind](value);
    if (read === null) return `${name} must be ${WANTED[INVENTORY_ATTRIBUTES[named.attribute].kind]}`;
    members.push([named.attribute, read]);
  }
  return mergeParts([{ type: "ssl", certificateId: 0, ...Object.fromEntries(members) }]);
}

function unknownName(name: string): string {
  const known = [...attributeNames().filter((one) => !one.includes(".")), "custom_fields"];
  const near = nearest(name, known);
  const proposal =
    near.length === 0 ? `allowed are ${known.join(", ")}` : `perhaps ${near.join(" or ")} is meant`;
  return `a certificate has no attribute ${quoted(name)}; ${proposal}`;
}

const WANTED: Readonly<Record<AttributeKind, string>> = {
  text: "text",
  number: "a number",
  date: "a date such as 2026-05-21 or 2026-05-21T09:30:00Z",
  flag: "true or false",
  texts: "a list of texts",
  fields: "a map of texts",
};

const READERS: Readonly<Record<AttributeKind, (value: GivenValue) => unknown>> = {
  text: (value) => (typeof value === "string" ? value : null),
  number: (value) => (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : null),
  date: (value) => (typeof value === "string" ? readScmDate(value) : null),
  flag: (value) => (typeof value === "boolean" ? value : null),
  texts: (value) => (isList(value) && value.every((one) => typeof one === "string") ? value : null),
  fields: readFields,
};

function readFields(value: GivenValue): unknown {
  if (typeof value !== "object" || value === null || isList(value)) return null;
  const fields = Object.entries(value).map(([name, text]) => ({ name, value: text }));
  return fields.every((field) => typeof field.value === "string") ? fields : null;
}

/** `Array.isArray` that TypeScript also believes for readonly arrays. */
function isList(value: GivenValue): value is readonly GivenValue[] {
  return Array.isArray(value);
}
