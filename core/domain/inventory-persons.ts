import type { FieldChange, InventoryChange } from "./inventory-changes.ts";
import { INVENTORY_ATTRIBUTES, type InventoryAttribute, type InventoryRow } from "./inventory-row.ts";
import { attributeName } from "./rules/attribute-names.ts";

const names = Object.keys(INVENTORY_ATTRIBUTES) as InventoryAttribute[]; // the keys of the record's type

/** What always names persons: requesters, approvers, the person of a client certificate. */
const PERSONAL = names.filter((name) => INVENTORY_ATTRIBUTES[name].isPersonal);

/** What names the holder of a client certificate, in columns that name servers and devices elsewhere. */
const OF_HOLDERS = ["commonName", "subject", "subjectAlternativeNames"] as const;

type Holder = Partial<Pick<InventoryRow, (typeof OF_HOLDERS)[number]>> & Pick<InventoryRow, "type">;

/**
 * Attributes that name persons in a row: to be left out unless the user asked for them. Labels of rules are not among them;
 * `owners` are mail addresses too, which a front end shows where its own configuration gives them.
 */
export function personalAttributes(row: Holder): readonly InventoryAttribute[] {
  return [...PERSONAL, ...OF_HOLDERS.filter((name) => namesHolder(row.type, [row[name]].flat().join()))];
}

/** A mail address stands in certificates of servers too, by mistake or for S/MIME. */
function namesHolder(type: InventoryRow["type"], text: string): boolean {
  return type === "client" || text.includes("@");
}

const PERSONAL_CHANGES: ReadonlySet<string> = new Set(PERSONAL.map(spelled));
const HOLDER_CHANGES: ReadonlySet<string> = new Set(OF_HOLDERS.map(spelled));

function spelled(attribute: InventoryAttribute): string {
  return attributeName({ attribute, fieldName: null });
}

/** The same change: it says that something about persons changed, not who they are. */
export function changeWithoutPersons(
  change: InventoryChange,
  { showsOwners }: { readonly showsOwners: boolean },
): InventoryChange {
  const { row } = change;
  const isHidden = ({ attribute, before, after }: FieldChange): boolean =>
    PERSONAL_CHANGES.has(attribute) ||
    (attribute === "owners" && !showsOwners) ||
    (HOLDER_CHANGES.has(attribute) && namesHolder(row.type, `${before}${after}`));
  const fields = change.fields.map((field) =>
    isHidden(field) ? { ...field, before: null, after: null } : field,
  );
  const isHolder = personalAttributes(row).includes("commonName");
  return { ...change, row: isHolder ? { ...row, commonName: null } : row, fields };
}
