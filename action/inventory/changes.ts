import { type ChangePage, changeWithoutPersons } from "../../core/index.ts";

/** Changes as JSON; without persons it says that they changed, not who they are. */
export function changesJson({ changes }: Pick<ChangePage, "changes">, showsPersons: boolean): string {
  const shown = showsPersons
    ? changes
    : changes.map((each) => changeWithoutPersons(each, { showsOwners: false }));
  return JSON.stringify(shown.map(({ at, kind, row, fields }) => ({ at, kind, ...row, fields })));
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
