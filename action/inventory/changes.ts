import { type ChangePage, INVENTORY_ATTRIBUTES, type InventoryChange } from "../../core/index.ts";

const PERSONAL: ReadonlySet<string> = new Set([
  ...Object.entries(INVENTORY_ATTRIBUTES).flatMap(([name, { isPersonal }]) =>
    isPersonal ? [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] : [],
  ),
  "owners",
]);

/** Changes as JSON; without persons it says that they changed, not who they are. */
export function changesJson({ changes }: Pick<ChangePage, "changes">, showsPersons: boolean): string {
  const shown = showsPersons ? changes : changes.map(withoutPersons);
  return JSON.stringify(shown.map(({ at, kind, row, fields }) => ({ at, kind, ...row, fields })));
}

function withoutPersons(change: InventoryChange): InventoryChange {
  const fields = change.fields.map((field) =>
    PERSONAL.has(field.attribute) ? { attribute: field.attribute, before: null, after: null } : field,
  );
  return { ...change, fields };
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
