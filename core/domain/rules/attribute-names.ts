import { INVENTORY_ATTRIBUTES, type InventoryAttribute } from "../inventory-row.ts";

const FIELD_PREFIX = "custom_fields.";

/** An attribute as a condition names it. */
export interface NamedAttribute {
  readonly attribute: InventoryAttribute;
  /** Of `custom_fields.<name>`: the field; null for every other attribute. */
  readonly fieldName: string | null;
}

const spelled = (name: InventoryAttribute) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const BY_NAME: ReadonlyMap<string, InventoryAttribute> = new Map(
  // The keys of the record's type.
  (Object.keys(INVENTORY_ATTRIBUTES) as InventoryAttribute[]).map((name) => [spelled(name), name]),
);

/** All names that a condition can use, in the inventory's order; custom fields by their pattern. */
export function attributeNames(): string[] {
  return [...BY_NAME].map(([name, attribute]) =>
    attribute === "customFields" ? `${FIELD_PREFIX}<field name>` : name,
  );
}

/** The attribute that a name means; null when there is none. `custom_fields` alone names no field. */
export function readAttributeName(name: string): NamedAttribute | null {
  if (name.startsWith(FIELD_PREFIX) && name.length > FIELD_PREFIX.length)
    return { attribute: "customFields", fieldName: name.slice(FIELD_PREFIX.length) };
  const attribute = BY_NAME.get(name);
  return attribute === undefined || attribute === "customFields" ? null : { attribute, fieldName: null };
}

/** The way back: how a condition spells an attribute. */
export function attributeName({ attribute, fieldName }: NamedAttribute): string {
  return fieldName === null ? spelled(attribute) : `${FIELD_PREFIX}${fieldName}`;
}
