import { type ChangePage, INVENTORY_ATTRIBUTES, type InventoryChange } from "../../core/index.ts";

/** What names the holder of a client certificate; in others only where a mail address stands there. */
const OF_HOLDERS: ReadonlySet<string> = new Set(["common_name", "subject", "subject_alternative_names"]);

const PERSONAL: ReadonlySet<string> = new Set([
  ...Object.entries(INVENTORY_ATTRIBUTES).flatMap(([name, { isPersonal }]) =>
    isPersonal ? [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] : [],
  ),
  "owners",
]);

/** Changes as JSON; without persons it says that they changed, not who they are. */
export function changesJson({ changes }: Pick<ChangePage, "changes">, showsPersons: boolean): string {
  const shown = showsPersons ? changes : changes.map(changeWithoutPersons);
  return JSON.stringify(shown.map(({ at, kind, row, fields }) => ({ at, kind, ...row, fields })));
}

/** The same change: it says that something about persons changed, not who they are. */
export function changeWithoutPersons(change: InventoryChange): InventoryChange {
  const { row } = change;
  const isHolder = row.type === "client" || (row.commonName ?? "").includes("@");
  const fields = change.fields.map((field) =>
    isPersonal(field, row.type) ? { attribute: field.attribute, before: null, after: null } : field,
  );
  return { ...change, row: isHolder ? { ...row, commonName: null } : row, fields };
}

function isPersonal(
  { attribute, before, after }: InventoryChange["fields"][number],
  type: InventoryChange["row"]["type"],
): boolean {
  if (!OF_HOLDERS.has(attribute)) return PERSONAL.has(attribute);
  return type === "client" || `${before}${after}`.includes("@");
}

/** Outputs about changes. */
export function changeOutputs(page: ChangePage, showsPersons: boolean) {
  const { added, removed, changed } = page.byKind;
  return {
    changes: changesJson(page, showsPersons),
    "changes-added": String(added),
    "changes-removed": String(removed),
    "changes-changed": String(changed),
  };
}
